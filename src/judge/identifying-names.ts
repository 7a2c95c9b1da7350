/**
 * Names that stand in a text without a title: a name used throughout is taken for one that was given for the review; one that stands
 * in few places, or looks like a second form of another, may be a real one that slipped through ("Fern" and once "Fernanda").
 */
import type { Document, Span } from '../document.ts';
import { isGivenName } from '../language/given-names.ts';
import type { Memo } from '../memo.ts';
import { recall } from '../memo.ts';
import type { IdentifyingModel } from './identifying-model.ts';

export interface NamesInput {
  readonly document: Document;
  /** Spans that other kinds of details have claimed. */
  readonly claimed: (span: Span) => boolean;
  readonly child: string | null;
  /** Words of the names of those who made the review. */
  readonly authors: ReadonlySet<string>;
  /** First words of the names of schools and the like: "Elmgate" alone stands for "Elmgate Academy". */
  readonly heads: ReadonlyMap<string, string>;
  /** Whether a word in lower case is a common one. */
  readonly common: (word: string) => boolean;
  readonly memo?: Memo | undefined;
}

export interface FoundName extends Span {
  readonly kind: 'person' | 'two-forms' | 'name' | 'setting';
  readonly text: string;
}

/** Places from which a name counts as used throughout. */
const THROUGHOUT = 5;
/** Places of a second form, at most. */
const SELDOM = 3;

interface Token extends Span {
  readonly text: string;
  /** Whether it opens a sentence, so that its capital says nothing. */
  readonly opens: boolean;
  /** Words with a capital just before and after it. */
  readonly beside: readonly string[];
}

export function findNames(input: NamesInput, model: IdentifyingModel): readonly FoundName[] {
  const bodies = new Set([...wordsOfBodies(input.document, model), ...namesGiven(input.document), ...input.authors]);
  const byText = new Map<string, Token[]>();
  for (const token of tokensOf(input.document, input.memo)) if (!bodies.has(token.text) && !input.claimed(token)) byText.set(token.text, [...(byText.get(token.text) ?? []), token]);
  const given = (text: string): boolean => model.givenNames.has(text.toLowerCase()) || isGivenName(text.toLowerCase());
  const known = (text: string): boolean => model.generic.has(text.toLowerCase()) || model.organisation.has(text.toLowerCase()) || model.titles.has(text.toLowerCase()) || [text, text.replace(/s$/u, '')].some((word) => input.common(word.toLowerCase()));
  const throughout = [...byText.entries()].filter(([text, places]) => text === input.child || (places.length >= THROUGHOUT && places.some(({ opens }) => !opens) && (given(text) || !known(text)))).map(([text]) => text);
  return [...byText.entries()].flatMap(([text, places]): FoundName[] => {
    if (text === input.child) return [];
    const as = (kind: FoundName['kind'], name = text): FoundName[] => places.map(({ start, end }) => ({ kind, start, end, text: name }));
    const setting = input.heads.get(text);
    if (setting !== undefined && !known(text)) return as('setting', setting);
    if (places.length <= SELDOM && (given(text) || !known(text)) && !throughout.includes(text) && throughout.some((name) => isForm(text, name))) return as('two-forms');
    const inside = places.some(({ opens }) => !opens);
    if (given(text) && (inside || !known(text))) return as('person');
    // "Graded Care Profile", "Kestrel General": beside a common word with a capital it is part of a longer title.
    const titled = places.every(({ beside }) => beside.some((word) => known(word)));
    return inside && !known(text) && !titled && places.length < THROUGHOUT ? as('name') : [];
  });
}

/** "Ferna" and "Fern", "Lynnet" and "Linnet"; not the plural. */
export function isForm(text: string, name: string): boolean {
  const [a, b] = [text.toLowerCase(), name.toLowerCase()];
  if (a === b || a === `${b}s` || b === `${a}s`) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 2 && long.startsWith(short) && long.length - short.length <= 5) return true;
  return short.length >= 5 && a.charAt(0) === b.charAt(0) && a.at(-1) === b.at(-1) && oneLetterApart(a, b);
}

function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}

const NAME = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?:[’'-]\p{Lu}\p{Ll}+)*(?![\p{L}\p{N}])/gu;
/** What stands before the first word of a sentence, of a cell or of a quotation. */
const OPENING = /(?:^|[.!?:;–—•|/“‘"']|\d[.)])\s{0,2}["“‘']{0,2}$/u;
const CITED = /^(?:,? (?:and|&) \p{Lu}[\p{L}’'-]+| et al\.?|,? \p{Lu}[\p{L}’'-]+){0,3},? \(?(?:19|20)\d{2}\b/u;

function tokensOf({ text, blocks }: Document, memo: Memo | undefined): readonly Token[] {
  return blocks.filter(({ type, cell, bold }) => type !== 'heading' && type !== 'contents' && type !== 'reference' && type !== 'footnote' && cell?.header !== true && !bold).flatMap((block) => {
    const own = text.slice(block.start, block.end);
    return recall(memo, 'name', () => own, () => tokensIn(own)).map((token) => ({ ...token, start: block.start + token.start, end: block.start + token.end }));
  });
}

/** Places are those in `own`. */
function tokensIn(own: string): readonly Token[] {
  return [...own.matchAll(NAME)].flatMap((match): Token[] => {
    const word = match[0];
    if (word.length < 3 || CITED.test(own.slice(match.index + word.length, match.index + word.length + 60))) return [];
    const [before, after] = [own.slice(Math.max(0, match.index - 40), match.index), own.slice(match.index + word.length, match.index + word.length + 40)];
    return [{ start: match.index, end: match.index + word.length, text: word, opens: OPENING.test(before.slice(-6)), beside: [/(?<!\. )\b(\p{Lu}[\p{L}’'-]+) $/u.exec(before)?.[1] ?? [], /^ (\p{Lu}[\p{L}’'-]+)/u.exec(after)?.[1] ?? []].flat() }];
  });
}

/** Names that the text says it gave: "Child Elm", "known as Fern for this purpose", "whom I shall call Reed". */
function namesGiven({ text }: Document): readonly string[] {
  return [...text.matchAll(/(?:\bChild|\b(?:whom|who) (?:I|we) (?:shall |will )?call|\brefers? (?:to (?:him|her|them) )?as|\bknown (?:here )?as|\bcalled|\breferred to as) [“"‘']?(\p{Lu}\p{Ll}+)[”"’']?(?= (?:for this|in this|here|throughout)\b|[”"’'), .;:])/gu)].flatMap(([whole, name = '']) => (/^(?:called|known as)/u.test(whole) && !/(?:for this|in this|here)/u.test(text.slice(text.indexOf(whole) + whole.length, text.indexOf(whole) + whole.length + 12)) ? [] : [name]));
}

/** Every word of a name that is a public body's: "Saltmere" in "Saltmere Police". */
function wordsOfBodies({ text }: Document, { organisation }: IdentifyingModel): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [run] of text.matchAll(/(?<![\p{L}’'&-])\p{Lu}[\p{L}’'&-]{0,40}(?: (?:and |of |for |the |with )?\p{Lu}[\p{L}’'&-]{0,40}){1,8}/gu)) {
    const parts = run.split(' ');
    if (parts.some((part) => organisation.has(part.toLowerCase()))) for (const part of parts) words.add(part);
  }
  return words;
}
