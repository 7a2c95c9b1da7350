import type { Cliche, DocumentKind } from '../critique.ts';
import { contains } from '../document.ts';
import type { BlockType, Span } from '../document.ts';
import { exemptionOf, namesIn } from './exemptions.ts';
import type { Exemption, ExemptionId } from './exemptions.ts';
import type { CompiledEntry, CompiledLexicon } from './lexicon.ts';

/** A piece of text to look at: a unit or a paragraph. All offsets are in the document. */
export interface ClicheInput {
  readonly text: string;
  /** Where `text` begins in the document. */
  readonly start: number;
  /** Quotations (`findQuotations` of src/structure/quotes.ts). */
  readonly quotes: readonly Span[];
  readonly blockType: BlockType;
  /** Set where the words are a child's or a parent's. */
  readonly speaker?: 'family';
}

export interface ClicheOptions {
  readonly lexicon: CompiledLexicon;
  /** Ids that are switched off, plain or as rule ids (`robust`, `cliche/robust`). */
  readonly off?: ReadonlySet<string>;
  readonly documentKind?: DocumentKind;
  /** Ids that the document has defined before; their later uses are let off. */
  readonly defined?: ReadonlySet<string>;
}

/** A phrase of the lexicon as it stands in the document. The caller adds the unit and the page. */
export interface ClicheHit extends Omit<Cliche, 'unit' | 'page'> {
  /** Which reason let it off, or null where it is in live use. */
  readonly exemption: ExemptionId | null;
}

/** All phrases of the lexicon in a text, in order. Of two that overlap, one inside the other, the weightier counts. */
export function findCliches(input: ClicheInput, options: ClicheOptions): ClicheHit[] {
  const candidates = candidateEntries(input.text, options.lexicon).filter(({ entry }) => !isOff(entry.id, options.off));
  if (candidates.length === 0) return [];
  const found = candidates.flatMap((compiled) => hitsOf(compiled, input.text));
  if (found.length === 0) return [];
  const names = namesIn(input.text, options.lexicon);
  const quotes = input.quotes
    .map(({ start, end }) => ({ start: start - input.start, end: end - input.start }))
    .filter(({ start, end }) => end > 0 && start < input.text.length);
  const judged = found.map(({ compiled, hit }) => {
    const place = {
      text: input.text, hit, sentence: sentenceAround(input.text, hit), quotes, names,
      blockType: input.blockType, speaker: input.speaker ?? null, documentKind: options.documentKind,
    };
    return toHit(input, compiled, hit, exemptionOf(place, compiled) ?? definedBefore(compiled, options));
  });
  return weightiest(judged).sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}

/** Entries one of whose stems begins a word of the text: most sentences hold none, and cost one look-up a word. */
function candidateEntries(text: string, { entries, byStem, always }: CompiledLexicon): CompiledEntry[] {
  const indexes = new Set(always);
  for (const [word] of text.toLowerCase().matchAll(/[a-z0-9]+/gu)) {
    for (const index of byStem.get(word.slice(0, 4)) ?? []) indexes.add(index);
  }
  return [...indexes].sort((a, b) => a - b).flatMap((index) => entries[index] ?? []);
}

function isOff(id: string, off: ReadonlySet<string> | undefined): boolean {
  return off?.has(id) === true || off?.has(`cliche/${id}`) === true;
}

function hitsOf(compiled: CompiledEntry, text: string): { compiled: CompiledEntry; hit: Span }[] {
  return [...text.matchAll(compiled.regex)].map((match) => ({ compiled, hit: { start: match.index, end: match.index + match[0].length } }));
}

function definedBefore({ entry }: CompiledEntry, { defined }: ClicheOptions): Exemption | null {
  return defined?.has(entry.id) === true ? { id: 'defined', use: 'exempt', why: 'The text said before what is meant by it.' } : null;
}

function toHit(input: ClicheInput, { entry }: CompiledEntry, hit: Span, exemption: Exemption | null): ClicheHit {
  return {
    id: entry.id,
    group: entry.group,
    text: input.text.slice(hit.start, hit.end),
    start: input.start + hit.start,
    end: input.start + hit.end,
    severity: entry.severity,
    use: exemption?.use ?? 'used',
    why: exemption?.why ?? entry.why,
    question: entry.question,
    exemption: exemption?.id ?? null,
  };
}

/** One phrase, one mark: "deliver further training" is not counted twice. Live uses and let-off ones don't hide each other. */
function weightiest(hits: readonly ClicheHit[]): ClicheHit[] {
  return hits.filter((hit) => !hits.some((other) => other !== hit && (other.use === 'used') === (hit.use === 'used') && outweighs(other, hit)));
}

function outweighs(a: ClicheHit, b: ClicheHit): boolean {
  if (!contains(a, b) && !contains(b, a)) return false;
  if (a.severity !== b.severity) return a.severity > b.severity;
  const longer = a.end - a.start - (b.end - b.start);
  return longer > 0 || (longer === 0 && a.id < b.id);
}

/** Farthest that a sentence is followed, so that text without full stops costs no more than other text. */
const FARTHEST = 600;

/** From the last full stop before the hit to the next after it; "s. 47" and "3.5" end nothing. */
function sentenceAround(text: string, hit: Span): Span {
  const from = Math.max(0, hit.start - FARTHEST);
  const before = text.slice(from, hit.start);
  let start = 0;
  for (const match of before.matchAll(/[.!?][”’"')]?\s+(?=[\p{Lu}“‘"'(])|\n/gu)) {
    const end = match.index + match[0].length;
    if (!/\b(?:ss?|e\.g|i\.e|Dr|Mr|Mrs|Ms|St|No|al)\.\s+$/u.test(before.slice(0, end).slice(-8))) start = end;
  }
  const after = text.slice(hit.end, hit.end + FARTHEST);
  const next = /[.!?][”’"')]?(?=\s+[\p{Lu}“‘"'(]|\s*$)|\n/u.exec(after);
  return { start: from + start, end: hit.end + (next === null ? after.length : next.index + 1) };
}
