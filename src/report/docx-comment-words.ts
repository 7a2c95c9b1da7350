/**
 * What our comments say, and about which words of the review.
 */
import type { Cliche, Critique, Dimension, Unit } from '../critique.ts';
import { contains } from '../document.ts';
import type { Document, Span } from '../document.ts';
import type { ReportContext } from './rule-book.ts';
import { countWords, footWords, itemViews, offerWords, profileWords, readingWords, tierCounts } from './view.ts';
import type { ItemView, Row } from './view.ts';
import { CONTEXT_NOTE, count, DIMENSION_TITLES, groupWords, LEVEL_WORDS, NEEDS_WORDS, NOT_FOUND, NOT_SCORED } from './words.ts';

export type CommentKind = 'summary' | 'item' | 'phrase' | 'blame';

/** A comment on some words. Its first line tells of which kind it is when the file comes back. */
export interface Remark {
  readonly kind: CommentKind;
  readonly span: Span;
  readonly lines: readonly string[];
}

const SUMMARY = 'Second Question on this review';

/** The kind of a comment of ours by its first line. */
export function kindOfComment(firstLine: string): CommentKind {
  if (firstLine.startsWith(SUMMARY)) return 'summary';
  if (/^“.*”: language that can place blame$/s.test(firstLine)) return 'blame';
  return firstLine.startsWith('“') ? 'phrase' : 'item';
}

/** One on the title, one for each recommendation as it was filed, one for each worn phrase that is used. */
export function remarksOn(critique: Critique, document: Document, context: ReportContext): readonly Remark[] {
  const views = itemViews(critique, { ...context, text: document.text });
  const title = titleSpan(critique, document);
  return [
    ...(title === null ? [] : [{ kind: 'summary' as const, span: title, lines: summaryLines(critique, context) }]),
    ...views.flatMap((view): readonly Remark[] => {
      const span = itemSpan(view.units, document);
      return span === null ? [] : [{ kind: 'item', span, lines: itemLines(view) }];
    }),
    ...critique.cliches.filter((hit) => hit.use === 'used' && hit.decision === undefined).map((hit): Remark => ({ kind: hit.group === 'blame' ? 'blame' : 'phrase', span: hit, lines: phraseLines(hit, views) })),
  ];
}

/** The block that reads as the title; else the first of the document. */
function titleSpan(critique: Critique, document: Document): Span | null {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  const title = plain(critique.document.title ?? '');
  return document.blocks.find((block) => title !== '' && plain(document.text.slice(block.start, block.end)) === title) ?? document.blocks[0] ?? null;
}

/** From the first words of the item to its last, as far as nothing else stands between them and no cell of a table ends. */
function itemSpan([first, ...more]: readonly Unit[], document: Document): Span | null {
  if (first === undefined) return null;
  const cellAt = (offset: number): string => {
    const cell = document.blocks.find((block) => block.start <= offset && offset < block.end)?.cell;
    return cell === null || cell === undefined ? '' : `${cell.table}/${cell.row}/${cell.column}`;
  };
  let { end } = first;
  for (const next of more) {
    const between = { start: end, end: next.start };
    const other = document.blocks.some((block) => block.end > block.start && contains(between, block));
    if (other || next.start < end || next.start - end > 60 || cellAt(next.start) !== cellAt(first.start)) break;
    ({ end } = next);
  }
  return { start: first.start, end };
}

function summaryLines(critique: Critique, { plan }: ReportContext): readonly string[] {
  const { summary } = critique;
  return [
    SUMMARY,
    `${readingWords(critique)}.`,
    ...(summary.recommendations === 0 ? [offerWords(critique)] : []),
    `${countWords(critique).join(' · ')}.`,
    ...(summary.recommendations === 0 ? [] : [`${tierCounts(critique).map(({ words, number }) => `${words}: ${number}`).join(' · ')}.`, `${profileWords(critique).join(' · ')}.`]),
    ...(summary.changes.length === 0 ? [] : ['What would help this draft most:']),
    ...summary.changes.map((change, index) => `${index + 1}. ${change.items.length === 0 ? '' : `${change.items.join(', ')}: `}${change.text} (${NEEDS_WORDS[change.needs]})`),
    ...(critique.messages.length === 0 ? [] : [`${count(critique.messages.length, 'note')} on the reading: ${critique.messages.map(({ text }) => text).join(' ')}`]),
    ...footWords(critique, plan ?? false),
    'Take these comments out before the review is sent on; a comment of ours that somebody answers or resolves stays when the review is read again.',
  ];
}

function itemLines(view: ItemView): readonly string[] {
  const scored = view.rows.filter((row) => row.scored);
  const missing = scored.filter((row) => row.level === 0).map((row) => DIMENSION_TITLES[row.element as Dimension].toLowerCase());
  return [
    `${view.label}: ${view.tier}`,
    ...scored.filter((row) => row.level !== 0).map(levelLine),
    ...(missing.length === 0 ? [] : [`${NOT_FOUND.charAt(0).toUpperCase()}${NOT_FOUND.slice(1)}: ${missing.join('; ')}.`]),
    ...view.remarks,
    ...view.aside.map((one) => `Marked as not so: ${one}`),
    ...(view.questions.length === 0 ? [] : [view.questions.length === 1 ? 'A second question:' : 'Second questions:']),
    ...view.questions.map((question) => `• ${question}`),
    ...(view.answers.length === 0 ? [] : [`Answers ${view.answers.map(({ words }) => words).join(', ')}.`]),
    ...(view.frameOpen ? view.frames.map((frame) => `The same words in the order who, what, how, when, aim, measure: ${frame}`) : []),
  ];
}

/** 'Who would act: a named body or post ("the Partnership")'. */
function levelLine(row: Row): string {
  const dimension = row.element as Dimension;
  if (row.level === null) return `${DIMENSION_TITLES[dimension]}: ${NOT_SCORED}.`;
  const words = row.words.map(({ text, context }) => `“${text}”${context ? ` (${CONTEXT_NOTE})` : ''}`);
  return `${DIMENSION_TITLES[dimension]}: ${LEVEL_WORDS[dimension][row.level]}${words.length === 0 ? '' : `: ${words.join(', ')}`}.`;
}

function phraseLines(hit: Cliche, views: readonly ItemView[]): readonly string[] {
  const effect = views.flatMap((view) => view.cliches).find((one) => one.hits.includes(hit))?.effect ?? '';
  return [`“${hit.text}”: ${groupWords(hit.group).one}`, ...(effect === '' || hit.group === 'blame' ? [] : [`Here it ${effect}.`]), hit.why, hit.question].filter((line) => line !== '');
}
