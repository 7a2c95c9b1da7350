import type { DocumentKind } from '../critique.ts';
import { contains } from '../document.ts';
import type { BlockType, Span } from '../document.ts';
import { holdsForKind } from './lexicon.ts';
import type { CompiledEntry, CompiledLexicon } from './lexicon.ts';
import { isPartOfName } from './names.ts';
import { hasMetalinguisticCue } from './mention-cues.ts';

/**
 * Reasons for which a phrase does not count against a text (codebook, section 11). "Lack of X" is not one of them: it is the commonest live use.
 */
export type ExemptionId = 'quotation' | 'family-words' | 'talked-about' | 'furniture' | 'contrast' | 'name' | 'title' | 'statutory' | 'clinical' | 'defined' | 'entry';

export interface Exemption {
  readonly id: ExemptionId;
  readonly use: 'mentioned' | 'exempt';
  readonly why: string;
}

/** Where a phrase stands. All offsets are in `text`. */
export interface Place {
  readonly text: string;
  readonly hit: Span;
  /** The sentence around the hit. */
  readonly sentence: Span;
  readonly quotes: readonly Span[];
  readonly names: readonly { readonly kind: 'title' | 'statutory' | 'clinical'; readonly span: Span }[];
  readonly blockType: BlockType;
  readonly speaker: 'family' | null;
  readonly documentKind: DocumentKind | undefined;
}

const FURNITURE: Partial<Readonly<Record<BlockType, string>>> = {
  heading: 'It stands in a heading.',
  contents: 'It stands in the table of contents.',
  reference: 'It stands in a reference.',
};

const NAME_WORDS = {
  title: 'It is part of a title or a named tool.',
  statutory: 'It is the wording of the law.',
  clinical: 'It is a clinical term.',
} as const;

/** The first reason that holds, or null where the phrase is in live use. */
export function exemptionOf(place: Place, compiled: CompiledEntry): Exemption | null {
  return fromWhereItStands(place) ?? fromName(place) ?? fromWordsAround(place, compiled) ?? fromEntry(place, compiled);
}

function fromWhereItStands({ hit, quotes, blockType, speaker }: Place): Exemption | null {
  if (speaker === 'family') return { id: 'family-words', use: 'mentioned', why: 'These are the family’s own words.' };
  if (blockType === 'quote' || quotes.some((quote) => contains(quote, hit))) {
    return { id: 'quotation', use: 'mentioned', why: 'It is quoted, not said by the review.' };
  }
  const why = FURNITURE[blockType];
  return why === undefined ? null : { id: 'furniture', use: 'exempt', why };
}

function fromName(place: Place): Exemption | null {
  const known = place.names.find(({ span }) => contains(span, place.hit));
  if (known !== undefined) return { id: known.kind, use: 'exempt', why: NAME_WORDS[known.kind] };
  return isPartOfName(place.text, place.hit, place.sentence) ? { id: 'name', use: 'exempt', why: 'It is part of a name.' } : null;
}

function fromWordsAround(place: Place, { entry }: CompiledEntry): Exemption | null {
  const { before, after } = around(place);
  if (hasMetalinguisticCue(before, after)) return { id: 'talked-about', use: 'mentioned', why: 'The text speaks about the phrase; it doesn’t lean on it.' };
  if (isContrasted(before, entry.group === 'training-reflex')) return { id: 'contrast', use: 'exempt', why: 'The text sets it aside and asks for something else.' };
  const noun = entry.group !== 'vague-verb' && entry.group !== 'training-reflex';
  return noun && isDefined(before, after) ? { id: 'defined', use: 'exempt', why: 'The text says what is meant by it.' } : null;
}

function fromEntry(place: Place, { exceptions }: CompiledEntry): Exemption | null {
  const { before, after } = around(place);
  const sentence = place.text.slice(place.sentence.start, place.sentence.end);
  const match = exceptions.find(
    (exception) =>
      exception.followedBy?.test(after) === true ||
      exception.precededBy?.test(before) === true ||
      exception.within?.test(sentence) === true ||
      holdsForKind(exception, place.documentKind),
  );
  return match === undefined ? null : { id: 'entry', use: 'exempt', why: match.why };
}

/** The same sentence before and after the hit. */
function around({ text, hit, sentence }: Place): { readonly before: string; readonly after: string } {
  return { before: text.slice(sentence.start, hit.start), after: text.slice(hit.end, sentence.end) };
}

const CONTRAST = /\b(?:rather than|instead of|as opposed to|in place of)\s(?:[\w’'-]{1,25}\s){0,5}$/i;
const NARROW_CONTRAST = /\b(?:beyond|more than|other than|no longer|move away from|moving away from|without (?:relying|falling back) on)\s(?:(?:simply|just|merely|more|yet|another|a|an|the|any|further|bare)\s){0,3}$/i;
/** "not simply more training", "and not a briefing"; but "was not holistic" and "not only robust" are live. */
const NOT_MERELY = /\bnot\s(?:simply|just|merely)\s(?:(?:a|an|the|to|by|about|more|another|yet|being)\s){0,3}$/i;
const NOT = /\b([\w’']{1,20})?,?\s?\bnot\s(?:(?:a|an|the|to|by|about|more|another|yet)\s){0,2}$/i;
/** After these "not" says that a quality was lacking: "assessments were not holistic". */
const LACKING = /^(?:is|are|was|were|be|been|being|am|do|does|did|has|have|had|isn|aren|wasn|weren)$/i;

function isContrasted(before: string, isTraining: boolean): boolean {
  const near = before.slice(-160);
  if (CONTRAST.test(near) || NARROW_CONTRAST.test(near) || NOT_MERELY.test(near)) return true;
  const not = NOT.exec(near);
  if (not === null) return false;
  return isTraining ? !/^(?:did|do|does|has|have|had)$/i.test(not[1] ?? '') : !LACKING.test(not[1] ?? '');
}

const DEFINED_BEFORE = /\bby\s[“"‘']?$/i;
const DEFINED_AFTER = /^[”"’']?(?:,?\s(?:we mean|is meant)\b|\s(?:here )?means\b|,?\s\(?(?:that is|i\.e\.|meaning|in practice this means|by which)[,\s]|\sis defined\b)/i;
/** "holistic assessments: school, home and health" — a colon and at least three things. */
const LIST_AFTER = /^[^:;,.]{0,60}:\s[^,;]{2,120}[,;][^,;]{2,120}(?:[,;]|\sand\s)/u;

function isDefined(before: string, after: string): boolean {
  if (LIST_AFTER.test(after) || DEFINED_AFTER.test(after)) return true;
  return DEFINED_BEFORE.test(before) && /^[^.]{0,40}\bwe mean\b/i.test(after);
}

/** Spans of official titles, statutory wording and clinical terms in a text. */
export function namesIn(text: string, lexicon: CompiledLexicon): Place['names'] {
  const names: { kind: 'title' | 'statutory' | 'clinical'; span: Span }[] = [];
  for (const { kind, regex } of lexicon.exempt) {
    for (const match of text.matchAll(regex)) names.push({ kind, span: { start: match.index, end: match.index + match[0].length } });
  }
  return names;
}
