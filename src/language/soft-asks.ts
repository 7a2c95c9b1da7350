import type { Span } from '../document.ts';
import { subjectBefore } from './asks.ts';
import type { Head } from './clause.ts';
import type { Token } from './tokens.ts';
import { isParticiple, lemmaOf, verbAfter } from './verb-forms.ts';

/**
 * What is asked softly, where nothing is asked outright: "The ICB may wish to restore the contact", "might fund a cot", "There would be value in the
 * Trust giving GPs a direct line", "It would be helpful if the Board looked at …", "Let the scrutineer establish …". Only for texts that are known to
 * ask: in a finding "could" and "might" ask nothing.
 */
export function softHeads(text: string, tokens: readonly Token[], verbs: ReadonlySet<string>): Head[] {
  for (const find of [letHead, valueHead, helpfulHead, mayHead]) {
    const head = find(text, tokens, verbs);
    if (head !== null) return [head];
  }
  return [];
}

type Find = (text: string, tokens: readonly Token[], verbs: ReadonlySet<string>) => Head | null;

/** "may (also) (wish to) restore", "might usefully consider", "could be strengthened", "would do well to reflect". */
const mayHead: Find = (text, tokens, verbs) => {
  const at = tokens.findIndex(({ lower }, index) => index > 0 && /^(?:may|might|could|would)$/u.test(lower) && !/^(?:who|which|that|what|how|whether|when|where)$/u.test(tokens[index - 1]?.lower ?? ''));
  if (at === -1) return null;
  const subject = subjectBefore(text, tokens, at, 0);
  const first = verbAfter(tokens, at + 1);
  if (first === null) return null;
  const index = tokens.indexOf(first.token);
  const wishes = /^(?:wish|want|like|care|choose|prefer)$/u.test(first.token.lower) ? index : first.token.lower === 'do' && tokens[index + 1]?.lower === 'well' ? index + 1 : -1;
  const verb = wishes !== -1 && tokens[wishes + 1]?.lower === 'to' ? verbAfter(tokens, wishes + 2) : first;
  if (verb === null || verb.token.lower === 'be' || verb.token.lower === 'have' || verb.perfect) return null;
  return { subject, modal: 'may', verb: spanOf(verb.token), lemma: lemmaOf(verb.token, verbs), passive: verb.passive };
};

/** "There would be (real) value in the Trust giving GPs …", "merit in drawing up a list". */
const valueHead: Find = (text, tokens, verbs) => {
  const at = tokens.findIndex(({ lower }, index) => lower === 'in' && /^(?:value|merit|benefit|advantage|sense|virtue|mileage)$/u.test(tokens[index - 1]?.lower ?? ''));
  if (at === -1) return null;
  const verb = tokens.findIndex((token, index) => index > at && index <= at + 14 && /^[a-z-]{2,}ing$/u.test(token.lower) && token.pos === 'VERB' && !/^(?:housing|nursing|training|safeguarding|parenting|briefing)$/u.test(token.lower));
  const token = tokens[verb];
  if (token === undefined || tokens.slice(at + 1, verb).some(({ lower }) => /^(?:of|that|which|who|to|for)$/u.test(lower))) return null;
  return { subject: between(text, tokens[at]?.end ?? 0, token.start), modal: 'may', verb: spanOf(token), lemma: lemmaOf(token, verbs), passive: false };
};

const PLEASING = /^(?:helpful|useful|good|beneficial|valuable|desirable|sensible|advisable|prudent|worthwhile|welcome|timely|importance|like|essential|important)$/u;

/** "helpful if the policy were recirculated", "good to see the Partnership share …", "helpful for the themes to be considered", "desirable that workers be alert". */
const helpfulHead: Find = (text, tokens, verbs) => {
  const pleasing = tokens.findIndex(({ lower }, index) => index > 0 && PLEASING.test(lower));
  if (pleasing === -1) return null;
  const opener = tokens.findIndex(({ lower }, index) => index > pleasing && index <= pleasing + 2 && /^(?:if|for|that|see|were)$/u.test(lower));
  if (opener === -1) return directly(tokens, pleasing, verbs);
  for (let at = opener + 2; at < Math.min(tokens.length, opener + 16); at += 1) {
    const token = tokens[at];
    if (token === undefined || /^(?:who|which|whose)$/u.test(token.lower)) return null;
    const subject = between(text, tokens[opener]?.end ?? 0, token.start);
    if (/^(?:could|might|would|were|be|to|was|are|is)$/u.test(token.lower)) {
      const from = token.lower === 'to' || tokens[at + 1]?.lower !== 'to' ? at + 1 : at + 2;
      const head = /^(?:be|were|was|are|is)$/u.test(token.lower) && tokens[from] !== undefined && isParticiple(tokens[from]) ? { token: tokens[from], passive: true, perfect: false } : verbAfter(tokens, from);
      return head === null ? null : { subject, modal: 'may', verb: spanOf(head.token), lemma: lemmaOf(head.token, verbs), passive: head.passive };
    }
    const base = lemmaOf(token, verbs);
    if (verbs.has(base) && (token.lower === base || /(?:ed|s)$/u.test(token.lower)) && token.pos !== 'DET' && /^(?:NOUN|PROPN|PRON|ADV)$/u.test(tokens[at - 1]?.pos ?? '') && /^(?:DET|PRON|NUM|ADP|SCONJ|ADV|PART)$/u.test(tokens[at + 1]?.pos ?? '') && !/^(?:of|and)$/u.test(tokens[at + 1]?.lower ?? '')) {
      return { subject, modal: 'may', verb: spanOf(token), lemma: base, passive: false };
    }
  }
  return null;
};

/** "It would be more useful to scrutinise what became of it." */
function directly(tokens: readonly Token[], pleasing: number, verbs: ReadonlySet<string>): Head | null {
  const verb = tokens[pleasing + 1]?.lower === 'to' ? verbAfter(tokens, pleasing + 2) : null;
  if (verb === null || !verbs.has(lemmaOf(verb.token, verbs)) || !tokens.slice(0, pleasing).some(({ lower }) => /^(?:would|may|might|could)$/u.test(lower))) return null;
  return { subject: null, modal: 'may', verb: spanOf(verb.token), lemma: lemmaOf(verb.token, verbs), passive: verb.passive };
}

/** "Let the new contractor offer the same person twice." */
const letHead: Find = (text, tokens, verbs) => {
  const at = tokens.findIndex(({ lower }, index) => lower === 'let' && (index === 0 || /^[,;:]$/u.test(tokens[index - 1]?.lower ?? '')));
  if (at === -1) return null;
  const verb = tokens.findIndex((token, index) => index > at + 1 && index <= at + 10 && verbs.has(token.lower) && /^(?:NOUN|PROPN|PRON)$/u.test(tokens[index - 1]?.pos ?? '') && (token.pos === 'VERB' || /^(?:DET|PRON|NUM)$/u.test(tokens[index + 1]?.pos ?? '')));
  const token = tokens[verb];
  return token === undefined ? null : { subject: between(text, tokens[at]?.end ?? 0, token.start), modal: 'may', verb: spanOf(token), lemma: lemmaOf(token, verbs), passive: false };
};

function spanOf({ start, end }: Token): Span {
  return { start, end };
}

/** The words between two places without the blanks around them; null where there are none. */
function between(text: string, from: number, to: number): Span | null {
  const words = text.slice(from, to);
  const inner = words.trim();
  const start = from + words.indexOf(inner);
  return inner === '' ? null : { start, end: start + inner.length };
}
