import type { Candidate } from '../structure/candidates.ts';
import type { KnownWords } from './known-words.ts';
import type { Clause } from '../language/clause.ts';
import type { Gazetteer } from '../language/bodies.ts';
import type { Token } from '../language/tokens.ts';
import { findBodies } from '../language/bodies.ts';
import type { Profile } from '../language/profile.ts';

/** How a sentence is put: its mood and owner, as asks are read. */
export function clauseFeatures(candidate: Candidate, clause: Clause, bodies: Gazetteer): string[] {
  const role = candidate.filing.role ?? 'none';
  const first = clause.asks[0];
  const subject = first?.subject ?? null;
  const body = subject === null ? 'none' : bodyOf(candidate.text.slice(subject.start, subject.end), bodies);
  const length = candidate.text.length;
  const accountable = body === 'named' || body === 'partnership' || body === 'post';
  const directive = clause.mood === 'recommend' ? 'recommend' : clause.mood === 'modal' && first?.modal !== 'will' && accountable ? 'body' : clause.mood === 'modal' && first?.passive === true ? 'passive' : 'no';
  return [
    `directive=${directive}`, `directive=${directive}&past=${clause.past ? 'yes' : 'no'}`, `directive=${directive}&filed=${role === 'recommendations' || role === 'improvement' ? 'asks' : role === 'learning' ? 'learning' : 'elsewhere'}`,
    `mood=${clause.mood}`, `mood=${clause.mood}&role=${role}`, `mood=${clause.mood}&by=${candidate.filing.by}`, `modal=${first?.modal ?? 'none'}`, `modal=${first?.modal ?? 'none'}&role=${role}`,
    `subject=${body}`, `subject=${body}&modal=${first?.modal ?? 'none'}`, `subject=${body}&role=${role}`, first?.passive === true ? `passive&role=${role}` : 'passive=no',
    clause.past ? 'past=yes' : 'past=no', `past=${clause.past ? 'yes' : 'no'}&role=${role}`,
    `length=${length < 40 ? 'tiny' : length < 90 ? 'short' : length < 220 ? 'middle' : 'long'}`,
    /[“"‘]/u.test(candidate.text.slice(0, 2)) ? 'quote=opens' : 'quote=no',
    /[.?!]["”’)]*$/u.test(candidate.text) ? 'stop=yes' : 'stop=no', `stop=${/[.?!:]["”’)]*$/u.test(candidate.text) ? 'yes' : 'no'}&mood=${clause.mood}`,
  ];
}

function bodyOf(subject: string, bodies: Gazetteer): string {
  const found = findBodies(subject.slice(0, 160), bodies)[0];
  return found === undefined ? 'thing' : found.body;
}

/** Subject and verb of the main clause: "A nurse phoned home" (one person, past), "Nurses phone home" (any, present). */
export function profileFeatures(candidate: Candidate, { subject, determiner, plural, verb, tense, passive, negated }: Profile): string[] {
  const role = candidate.filing.role ?? 'none';
  const how = `${tense}${negated ? '-not' : ''}`;
  const who = `${determiner}${plural ? '-s' : ''}`;
  return [
    `tense=${tense}`, `tense=${how}`, `tense=${how}&role=${role}`, `tense=${tense}&passive=${passive ? 'yes' : 'no'}`, `who=${who}`, `who=${who}&tense=${tense}`, `who=${who}&role=${role}`,
    ...(subject === null ? [] : [`sub=${unnamed(subject)}`, `sub=${unnamed(subject)}&tense=${tense}`]),
    ...(verb === null ? [] : [`verb=${unnamed(verb)}`, `verb=${unnamed(verb)}&tense=${how}`]),
  ];
}

/** A name could be anybody's: only its being one is looked at. */
function unnamed({ text, lemma, start }: Token): string {
  return start > 0 && /^\p{Lu}/u.test(text) ? '@' : lemma;
}

/** Learning is general; findings and narrative name people, dates and figures. */
export function particularFeatures({ text, filing }: Candidate, clause: Clause): string[] {
  const role = filing.role ?? 'none';
  const past = clause.past ? 'yes' : 'no';
  const lower = new Set(clause.tokens.map((token) => token.lower));
  const names = clause.tokens.filter((token, index) => index > 0 && /^\p{Lu}\p{L}/u.test(token.text)).length;
  const person = PERSONAL.some((word) => lower.has(word));
  const generic = names === 0 && !clause.past && !person && !/\d/u.test(text) ? 'yes' : 'no';
  return [
    `generic=${generic}`, `generic=${generic}&role=${role}`, `names=${Math.min(3, names)}`, `person=${person ? 'yes' : 'no'}`, `person=${person ? 'yes' : 'no'}&past=${past}`,
    ...(clause.tokens.every(isNameLike) ? ['has=names-only'] : []),
    ...SIGNS.flatMap(([name, pattern]) => (pattern.test(text) ? [`has=${name}`] : [])),
    ...(['we', 'our', 'us', 'i', 'my'].some((word) => lower.has(word)) ? ['has=we'] : []), ...(lower.has('you') || lower.has('your') ? ['has=you'] : []),
  ];
}

/** "Mara Quist, Chief Executive", "NHS Tidewell ICB": a line of capitals. */
function isNameLike({ text }: Token): boolean {
  return /^\P{L}|^\p{Lu}/u.test(text) || /^(?:of|and|the|for)$/u.test(text);
}

const PERSONAL = ['he', 'she', 'him', 'his', 'her', 'hers'];

const SIGNS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['number', /\b\d+\b/u], ['percent', /%|per cent/u], ['year', /\b(?:19|20)\d\d\b/u], ['date', /\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/iu],
  ['contact', /www\.|https?:|\S@\S|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|\btelephone 0\d/u],
  ['quote', /[“"‘]/u], ['semicolon', /;/u], ['colon', /:/u], ['age', /\baged?\b|\b(?:weeks?|months?|years?)[ -]old\b/iu], ['bracket', /\(/u],
];

/** Lower-case words, pairs and the opening of the sentence. Words that only names have (capital inside the sentence) are masked. With `known`, words that no model knows are left out. */
export function wordFeatures({ tokens, asks }: Clause, known?: KnownWords): string[] {
  const words = tokens.filter((token) => /[\p{L}\p{N}]/u.test(token.text)).map(masked);
  const features: string[] = [];
  const add = (name: string | undefined): void => { if (name !== undefined) features.push(name); };
  for (const word of words) if (word.length > 2) add(known === undefined ? `w=${word}` : known.words.get(word));
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [word, next] = [words[at] ?? '', words[at + 1] ?? ''];
    add(known === undefined ? `b=${word}_${next}` : known.pairs.get(word)?.get(next));
  }
  return [...features, ...asks.slice(0, 2).map((ask) => `ask=${ask.lemma}`), `first=${words[0] ?? ''}`, `first2=${words.slice(0, 2).join('_')}`];
}

function masked(token: Token, index: number): string {
  return /\d/u.test(token.lower) ? '#' : index > 0 && /^\p{Lu}/u.test(token.text) ? '@' : token.lower;
}
