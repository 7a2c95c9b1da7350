import type { Token } from './tokens.ts';

export const MODALS = new Set(['should', 'must', 'shall', 'will', 'ought']);

export const ADVERB = /^(?!(?:apply|supply|reply|comply|rely|multiply|imply|rally|tally|fly)$)(?:also|meanwhile|now|then|therefore|always|never|not|n[’']t|jointly|together|urgently|immediately|promptly|regularly|routinely|consistently|actively|formally|further|clearly|each|all|both|only|first|instead|specifically|additionally|explicitly|proactively|collectively|where|swiftly|again|in|turn|take|\w{3,20}ly)$/u;

export function verbAfter(tokens: readonly Token[], from: number): { token: Token; passive: boolean; perfect: boolean } | null {
  const at = afterAsides(tokens, from);
  const token = tokens[at];
  if (token === undefined || /^[.;:!?]$/u.test(token.lower)) return null;
  if (token.lower === 'have' && (tokens[at + 1]?.lower === 'been' || (tokens[at + 1]?.pos === 'VERB' && /(?:ed|en|one|ade|een|ought|old|iven|aken)$/u.test(tokens[at + 1]?.lower ?? '')))) return { token, passive: false, perfect: true };
  if (token.lower === 'be') {
    let next = at + 1;
    while (next < tokens.length && (tokens[next]?.pos === 'ADV' || ADVERB.test(tokens[next]?.lower ?? '')) && next < at + 4) next += 1;
    const participle = tokens[next];
    if (participle !== undefined && isParticiple(participle)) return { token: participle, passive: true, perfect: false };
  }
  return { token, passive: false, perfect: false };
}

/** Phrases that may stand between a modal and its verb: "should in addition print", "shall within six months print", "will at all times print". */
const PHRASE = /^(?:in (?:addition|due course|future|particular|turn|the (?:meantime|interim|first instance)|consequence|the light of this)|at (?:all times|once|least|the earliest opportunity|a minimum)|as (?:a matter of (?:urgency|priority)|a (?:priority|minimum)|soon as (?:possible|practicable))|for (?:its|their|his|her) part|of course|with immediate effect|without (?:further )?delay|between them|where(?:ver)? (?:possible|appropriate|necessary)|if (?:possible|necessary)|when necessary|(?:with)?in (?:\w+|\d+) (?:working )?(?:days?|weeks?|months?|years?)|by (?:the end of )?(?:\d{1,2} )?[a-z]{3,9} (?:19|20)\d\d|from (?:\d{1,2} )?[a-z]{3,9} (?:19|20)\d\d|\( ?(?:[a-z]|[ivx]+|\d{1,2}) ?\))(?= |$)/u;

/** Words of such a phrase, at most. */
const LONGEST_PHRASE = 7;

/** Index of what follows adverbs, phrases and asides between commas: "must, within six months, print", "shall meanwhile, from June, print". */
export function afterAsides(tokens: readonly Token[], from: number): number {
  let at = from;
  for (let steps = 0; at < tokens.length && steps < 8; steps += 1) {
    const next = afterAside(tokens, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

function afterAside(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.lower === ',') {
    const close = tokens.findIndex((token, index) => index > at && index <= at + 12 && token.lower === ',');
    return close === -1 ? at + 1 : close + 1;
  }
  const words = tokens.slice(at, at + LONGEST_PHRASE).map(({ lower }) => lower).join(' ');
  const phrase = PHRASE.exec(words)?.[0];
  if (phrase !== undefined) return at + phrase.split(' ').length;
  return isAside(tokens, at) ? at + 1 : at;
}

function isAside(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.pos === 'ADV' || ADVERB.test(token.lower)) return token.lower !== 'take' || false;
  return false;
}

export function isParticiple(token: Token): boolean {
  return /(?:ed|en|made|given|held|built|sent|set|put|run|shown|seen|done|taken|told|kept|led|met|sought|brought|taught|drawn|known|found|paid|read|written|understood|begun|chosen|clear)$/u.test(token.lower) && token.pos !== 'ADP' && token.lower !== 'clear';
}

/** wink lemmatises by its tag, and tags "Audit" as a name; strip what it leaves. */
export function lemmaOf(token: Token, verbs: ReadonlySet<string>): string {
  // wink makes "lie" of "lay" and American of "prioritise".
  const lemma = verbs.has(token.lower) && !verbs.has(token.lemma.toLowerCase()) ? token.lower : british(token.lemma.toLowerCase(), verbs);
  if (verbs.has(lemma) || lemma !== token.lower || !/(?:ing|ed|s)$/u.test(lemma)) return lemma;
  const known = [lemma.replace(/(?:ing|ed)$/u, ''), lemma.replace(/(?:ing|ed)$/u, 'e'), lemma.replace(/(.)\1(?:ing|ed)$/u, '$1'), lemma.replace(/ied$/u, 'y'), lemma.replace(/s$/u, '')].find((form) => verbs.has(form));
  if (known !== undefined) return known;
  if (/ing$/u.test(lemma) && lemma.length > 5) {
    const stem = lemma.slice(0, -3);
    if (/(?:at|is|ur|ag|uc|iv|id|or|ov|as|os|c|v|z|u|ang|dg|clos|us)$/u.test(stem)) return `${stem}e`;
    return stem.replace(/([bdgmnprt])\1$/u, '$1');
  }
  return lemma;
}

/** "prioritize" → "prioritise", where only that is known. */
function british(lemma: string, verbs: ReadonlySet<string>): string {
  const other = lemma.replace(/iz(?=e$)/u, 'is').replace(/yz(?=e$)/u, 'ys');
  return other !== lemma && verbs.has(other) && !verbs.has(lemma) ? other : lemma;
}
