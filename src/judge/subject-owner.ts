/**
 * The owner where no entry of the gazetteer knows it: whoever stands as the subject of an active ask acts, if it is a name or a noun that can act
 * ("The children's ward should hold …", "Surgeries should set …", "Stepstone carry out …"; not "The plan should say …").
 */
import type { Body } from '../critique.ts';
import type { Span } from '../document.ts';
import type { BodyGroup } from '../language/bodies.ts';
import type { Token } from '../language/tokens.ts';

export interface SubjectModel {
  /** Nouns that can act, in the singular. */
  readonly actors: ReadonlySet<string>;
  /** Common words: a capital at the start of a sentence makes no name of them. */
  readonly common: (word: string) => boolean;
}

/** Words after which a new subject begins only behind a comma: "As scores have been bending, the Subgroup should …". */
const LEADS_IN = /^(?:as|because|since|given|if|when|where|while|until|before|after|to|in|on|at|for|with|from|by|having|although|unless|rather|alongside|following|once|during|lastly|finally|secondly|thirdly|first|firstly|then|again|also|equally|similarly)$/u;
const DEFINITE = /^(?:the|its|our|their|his|her|this|that|a|an|one)$/u;
const MANY = /^(?:all|both|local|other|many|most|every|each|any|individual)$/u;
const POSTMODIFIER = /^(?:of|in|at|for|with|within|across|from|to|on|who|which|that|whose|where|when|working|responsible|involved|,|\(|–|—|&|also|then|each|both|therefore|together|now|jointly)$/u;
/** Longest subject that is looked at, in words up to its head. */
const LONGEST = 8;

/** The subject as an owner, or null where it is a thing. Offsets are relative to the text of the tokens. */
export function ownerInSubject(tokens: readonly Token[], subject: Span, model: SubjectModel): BodyGroup | null {
  const inside = tokens.filter(({ start, end }) => start >= subject.start && end <= subject.end);
  const opened = LEADS_IN.test(inside[0]?.lower ?? '') ? inside.slice(inside.findLastIndex(({ lower }) => lower === ',') + 1) : inside;
  if (opened === inside && LEADS_IN.test(inside[0]?.lower ?? '')) return null;
  // "The walk-in centre": a preposition inside a compound ends nothing.
  const stop = opened.findIndex(({ lower, pos }, index) => index > 0 && !/^[-‐]$/u.test(opened[index - 1]?.lower ?? '') && (POSTMODIFIER.test(lower) || (pos === 'VERB' && lower.endsWith('ing'))));
  const whole = stop === -1 ? opened : opened.slice(0, stop);
  const and = whole.findIndex(({ lower }) => lower === 'and' || lower === 'or');
  // "Hospital and school together", but "taxi and minibus operators".
  return ownerOfPhrase(whole, opened, tokens, model) ?? (and > 0 ? ownerOfPhrase(whole.slice(0, and), opened, tokens, model) : null);
}

function ownerOfPhrase(phrase: readonly Token[], opened: readonly Token[], tokens: readonly Token[], model: SubjectModel): BodyGroup | null {
  const [first, head] = [phrase[0], phrase.at(-1)];
  if (first === undefined || head === undefined || phrase.length > LONGEST || !/^\p{L}/u.test(head.text)) return null;
  const body = bodyOf(phrase, first, head, model, first.start === tokens[0]?.start);
  const end = opened.at(-1)?.end ?? head.end;
  const last = /^(?:also|then|each|both|therefore|now|,|together|jointly)$/u.test(opened.at(-1)?.lower ?? '') ? head.end : end;
  return body === null ? null : { start: first.start, end: last, listed: false, bodies: [{ start: first.start, end: last, id: 'subject', body, scope: 'local' }] };
}

function bodyOf(phrase: readonly Token[], first: Token, head: Token, model: SubjectModel, opensSentence: boolean): Body | null {
  if (isName(phrase, model, opensSentence)) return 'named';
  const word = head.lower.replace(/[’']s?$/u, '');
  if (model.actors.has(word)) return MANY.test(first.lower) ? 'sector' : DEFINITE.test(first.lower) || phrase.length > 1 || opensSentence ? 'named' : null;
  return singulars(word).some((form) => model.actors.has(form)) && head.pos !== 'VERB' ? 'sector' : null;
}

/** "surgeries" → "surgery", "nurses" → "nurse", "coaches" → "coach". */
function singulars(word: string): readonly string[] {
  if (!word.endsWith('s')) return word === 'midwives' ? ['midwife'] : [];
  return [word.slice(0, -1), word.replace(/es$/u, ''), word.replace(/ies$/u, 'y'), word.replace(/ves$/u, 'fe')];
}

/** All its words are capitalised, and at the start of a sentence one of them at least is no common word: "Stepstone", "The Cooperative", "Kite Transport". */
function isName(phrase: readonly Token[], { common }: SubjectModel, opensSentence: boolean): boolean {
  const words = phrase.filter(({ lower }) => !/^(?:the|and|of|&)$/u.test(lower));
  if (words.length === 0 || words.length > 5 || !words.every(({ text }) => /^\p{Lu}[\p{L}’'-]*$/u.test(text))) return false;
  const sure = opensSentence && phrase.length === words.length ? words.slice(1) : words;
  return sure.some(({ text, lower }) => /\p{Ll}/u.test(text) && lower.length > 2) || words.some(({ lower }) => !common(lower));
}
