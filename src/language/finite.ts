import type { Token } from './tokens.ts';

const FINITE = /\b(?:is|are|was|were|has|have|had|does|do|did|can|could|may|might|would|should|must|shall|will|cannot|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|didn['’]t|doesn['’]t|don['’]t|hasn['’]t|haven['’]t|hadn['’]t)\b/i;

export const ABSTRACT = /^(?:the|a|an)?\s*(?:[a-z-]+\s+){0,2}(?:timeliness|quality|length|amount|extent|rigour|consistency|effectiveness|availability|access|development|number|level|degree|ways?|use|understanding|range|speed|frequency|variability|oversight|availability|way)\b(?!\s+(?:and\s+\w+\s+)?(?:sub-?group|sub-?committee|group|team|lead|officer|manager|board|committee|unit|service|panel)\b)/i;

export function hasFiniteVerb(text: string, tokens: readonly Token[]): boolean {
  const main = mainClause(tokens);
  // "The length of time children have to wait": the verb stands in a clause that hangs from an abstract noun.
  if (ABSTRACT.test(text) && !main.some((token, index) => (token.pos === 'AUX' || FINITE.test(token.text)) && main[index + 1]?.lower !== 'to')) return false;
  if (main.some((token) => token.pos === 'AUX' || FINITE.test(token.text))) return true;
  if (main.some((_, index) => isBareVerb(main, index)) || opensWithPronoun(tokens) || goesOnBehindRelative(tokens)) return true;
  return main.some((token, index) => token.pos === 'VERB' && isFiniteAt(main, index)) || (main.length < tokens.length && FINITE.test(text.slice(0, main.at(-1)?.end ?? 0)));
}

/** Past-tense verbs carry no auxiliary: "The midwife recorded two visits." */
export function pastTense(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => token.pos === 'VERB' && token.lower !== token.lemma && /(?:ed|ght|told|made|saw|gave|took|went|came|felt|said|held|kept|left|met|knew|wrote|spoke|became|began|found|chose)$/u.test(token.lower) && isFiniteAt(tokens, index));
}

/** "This places a pressure on …", "These include …": behind a pronoun stands the verb, whatever the tagger takes it for. */
function opensWithPronoun(tokens: readonly Token[]): boolean {
  const [first, verb, next] = tokens;
  if (first === undefined || verb === undefined || next === undefined) return false;
  if (/^(?:it|they|he|she|we|i|there)$/u.test(first.lower)) return true;
  const singular = first.lower === 'this' && /[^s]s$/u.test(verb.lower);
  return (singular || (first.lower === 'these' && !verb.lower.endsWith('s'))) && /^(?:DET|PRON|NOUN|ADP|ADJ)$/u.test(next.pos) && /^(?:NOUN|VERB)$/u.test(verb.pos);
}

/** "Assessments of young people who are on bail are mostly good": a second auxiliary, right behind its noun, is that of the main clause. */
function goesOnBehindRelative(tokens: readonly Token[]): boolean {
  const relative = tokens.findIndex(({ lower }, index) => index > 0 && /^(?:who|which|that|whose|where)$/u.test(lower) && /^(?:NOUN|PROPN)$/u.test(tokens[index - 1]?.pos ?? ''));
  if (relative === -1) return false;
  const first = tokens.findIndex((token, index) => index > relative && (token.pos === 'AUX' || token.pos === 'VERB'));
  if (first === -1) return false;
  const second = tokens.findIndex((token, index) => index > first + 1 && (FINITE.test(token.text) || (token.pos === 'VERB' && token.lower === token.lemma && /[^s]s$/u.test(tokens[index - 1]?.lower ?? ''))) && tokens[index - 1]?.pos === 'NOUN');
  return second !== -1 && !tokens.slice(first + 1, second).some(({ lower }) => /^(?:and|or|who|which|that|whose|where|when|because|if|while|as|how|what|whether|,|;|:)$/u.test(lower));
}

/** "Schools report a rise", "MASH staff work across the county": after a plural the tagger takes the verb for a noun. */
export function isBareVerb(tokens: readonly Token[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (before === undefined || token === undefined || next === undefined || token.pos !== 'NOUN' || token.lower !== token.lemma) return false;
  if (!/^(?:report|record|work|share|say|aim|attend|review|plan|audit|visit|meet|help|need|lack|struggle|benefit|delay|cause|place|hold|face|show|fear|trust|demand|offer|support|question|challenge|contact|transfer|result)$/u.test(token.lower)) return false;
  const plural = /(?:[^s]s|staff|police|people|children)$/u.test(before.lower) && /^(?:NOUN|PROPN)$/u.test(before.pos);
  return plural && (next.pos === 'DET' || next.pos === 'PRON' || (next.pos === 'ADP' && next.lower !== 'of'));
}

/** Tokens outside subordinate clauses: "How consistently officers gather …" and "the boys who were …" hold no main verb. */
function mainClause(tokens: readonly Token[]): Token[] {
  const first = tokens[0]?.lower ?? '';
  if (first === 'how' || first === 'whether') return [];
  const stop = tokens.findIndex((token, index) => index > 0 && /^(?:who|which|whose|whom|that|where|when|while|because|if|as|with|how|what|whether)$/u.test(token.lower) && (token.pos !== 'DET' || /^(?:what|which|whose)$/u.test(token.lower) || (token.lower === 'that' && /^(?:NOUN|VERB)$/u.test(tokens[index - 1]?.pos ?? ''))) || (index > 2 && token.lower === 'so' && /^(?:DET|PRON|NOUN|PROPN)$/u.test(tokens[index + 1]?.pos ?? '')));
  if (stop <= 0) return [...tokens];
  // A relative clause may be followed by the main verb: "Children who go missing are seen …": look on after it only for an auxiliary at depth 0.
  const rest = tokens.slice(stop);
  const second = rest.filter((token) => token.pos === 'AUX' || token.pos === 'VERB');
  return second.length > 1 && /^(?:who|which|whose|where)$/u.test(rest[0]?.lower ?? '') && stop <= 4 ? [...tokens] : tokens.slice(0, stop);
}

/** A verb form that can carry a clause: not after "to", not an -ing form without auxiliary, not a participle after its noun's article. */
function isFiniteAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined || index === 0) return false;
  if (/ing$/u.test(token.lower)) return false;
  if (before === undefined || before.lower === 'to' || /^(?:ADP|DET|ADJ|PUNCT|CCONJ)$/u.test(before.pos)) return false;
  const next = tokens[index + 1];
  // "concerns received about", "information held on": a reduced relative.
  if (/(?:ed|en|held|made|seen|given|taken|kept|set)$/u.test(token.lower) && next !== undefined && /^(?:ADP|SCONJ)$/u.test(next.pos)) return next.lower !== 'that' && tokens.length < 9 ? false : next.lower === 'that';
  return before.pos === 'NOUN' || before.pos === 'PROPN' || before.pos === 'PRON' || before.pos === 'ADV';
}

export function finiteAfter(tokens: readonly Token[], from: number): boolean {
  return mainClause(tokens.slice(from)).some((token, index, all) => index > 0 && token.pos === 'AUX' && /^(?:is|are|was|were|has|had|does|did|can|could|may|might|would|should|must|shall|will|isn|aren|wasn|weren|[’']s|[’']re)$/u.test(token.lower) && all[index - 1]?.lower !== 'to' && all[index - 1]?.lower !== 'that' && !all[index - 1]?.lower.endsWith('-') && all[index + 1]?.lower !== '-');
}
