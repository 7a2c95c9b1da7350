import type { Novelty, Said } from '../corpus/novelty.ts';
import { CLOSE } from '../corpus/novelty.ts';
import type { Message, Recurring } from '../corpus/recurring.ts';
import type { Share } from '../corpus/shares.ts';
import type { Provenance } from '../research/provenance.ts';
import { provenanceLine } from '../research/provenance.ts';
import { csvLine, MARK } from './csv.ts';
import { tableText } from './evaluation-terminal.ts';
import { shortened, wrap } from './wrap.ts';

const WIDTH = 80;

export interface NoveltyReport {
  readonly source: string;
  readonly year: string | null;
  /** Reviews and recommendations that it is held against. */
  readonly against: { readonly reviews: number; readonly recommendations: number; readonly earlier: boolean };
  readonly items: readonly Novelty[];
  /** Median novelty of the recommendations held against, each against the other reviews: what to read the review's own by. */
  readonly usual: number | null;
}

/** What must be known before a figure of novelty is read. */
export const NOVELTY_CAUTION = 'Novelty is about words: 1 less the share of (rare) content words that a recommendation has in common with the most alike earlier one. An old message in new words looks new, and the same words can ask for another thing. New is not better: a sound recommendation may have to be made again because nobody carried it out.';

export function noveltyTerminal({ source, year, against, items, usual }: NoveltyReport, made: Provenance): string {
  const known = items.filter(({ novelty }) => novelty !== null);
  const head = [
    `${source}${year === null ? '' : ` (${year})`}: ${items.length} recommendations, held against ${against.recommendations} of ${against.reviews} ${against.earlier ? 'reviews of its year or before' : 'other reviews'}.`,
    `${items.filter(({ nearest: [first] }) => first?.same === true).length} say nearly the same as one of them, ${items.filter(({ nearest: [first] }) => first !== undefined && !first.same && first.likeness >= CLOSE).length} more are close to one. Median novelty ${figure(median(known.map(({ novelty }) => novelty ?? 0)))}; usual among the others ${figure(usual)}.`,
  ];
  const list = items.map((item, index) => ['', ...wrap(`${item.said.number ?? index + 1}  novelty ${figure(item.novelty)}${verdict(item)}`, WIDTH), ...wrap(`“${shortened(item.said.text, 240)}”`, WIDTH, '   '), ...shown(item).flatMap((near) => wrap(`${figure(near.likeness)}  ${place(near.said)}: “${shortened(near.said.text, 160)}”`, WIDTH, '   ≈ ', '     '))].join('\n'));
  return `${[...head.flatMap((line) => wrap(line, WIDTH)), ...list, '', ...wrap(NOVELTY_CAUTION, WIDTH), '', ...wrap(`Made by ${provenanceLine(made)}.`, WIDTH)].join('\n')}\n`;
}

/** Below this two recommendations share next to nothing. */
const LEAST = 0.12;

function shown({ nearest }: Novelty): Novelty['nearest'] {
  return nearest.filter(({ likeness }) => likeness >= LEAST);
}

function verdict({ novelty, nearest: [first] }: Novelty): string {
  if (novelty === null) return ' (too few words to tell)';
  if (first === undefined || first.likeness < LEAST) return ' – nothing like it before';
  return first.same ? ' – nearly the same was said before' : first.likeness >= CLOSE ? ' – close to one before' : '';
}

/** One row a recommendation and neighbour. */
export function noveltyCsv({ source, year, items }: NoveltyReport, made: Provenance): string {
  const rows = items.flatMap(({ said, novelty, nearest }) => (nearest.length === 0 ? [null] : nearest).map((near, rank) => csvLine([
    source, year, said.item, said.number, said.text, novelty, near === null ? null : rank + 1, near?.likeness ?? null, near === null ? null : near.same ? 'yes' : 'no', near?.said.source ?? null, near?.said.year ?? null, near?.said.item ?? null, near?.said.text ?? null, provenanceLine(made),
  ])));
  return MARK + csvLine(['review', 'year', 'item', 'number', 'text', 'novelty', 'rank', 'likeness', 'nearly_same', 'earlier_review', 'earlier_year', 'earlier_item', 'earlier_text', 'made_by']) + rows.join('');
}

export function recurringTerminal({ reviews, recommendations, shared, messages, years, withoutYear }: Recurring, listed: number, made: Provenance): string {
  const shown = messages.slice(0, listed);
  const head = `${recommendations} recommendations of ${reviews} reviews. ${percent(shared)} say nearly the same as one of another review; ${messages.length} messages are said by two reviews or more.`;
  const table = years.length === 0 ? [] : [tableText({
    title: 'How much of each year was said before', note: `Share of the year’s recommendations that say nearly the same as one of an earlier year, and that share ${CLOSE * 100} per cent or more of their (rare) content words with one ("close"). Bootstrap over reviews. The later the year, the more there is to be like.${withoutYear === 0 ? '' : ` ${withoutYear} reviews without a year left out.`}`,
    head: ['', 'reviews', 'recommendations', 'same', 'interval', 'close', 'interval'],
    rows: years.map(({ year, reviews: own, same, close }) => [year, String(own), String(same.of), percent(same), interval(same), percent(close), interval(close)]),
  })];
  const list = shown.map((message) => [...wrap(`${message.reviews} reviews${message.years.length === 0 ? '' : `, ${yearsOf(message)}`}`, WIDTH, '  '), ...wrap(`“${shortened(message.text, 240)}”`, WIDTH, '    ')].join('\n'));
  return `${[wrap(head, WIDTH).join('\n'), ...table, [`Messages that come round again${shown.length < messages.length ? `, the first ${shown.length} of ${messages.length}; --format csv lists all` : ''}`, ...list].join('\n\n'), wrap(NOVELTY_CAUTION, WIDTH).join('\n'), wrap(`Made by ${provenanceLine(made)}.`, WIDTH).join('\n')].join('\n\n')}\n`;
}

/** One row a recommendation of a message. */
export function recurringCsv({ messages }: Recurring, made: Provenance): string {
  const rows = messages.flatMap((message, index) => message.said.map(({ source, year, item, text }) => csvLine([index + 1, message.reviews, source, year, item, text, provenanceLine(made)])));
  return MARK + csvLine(['message', 'reviews', 'review', 'year', 'item', 'text', 'made_by']) + rows.join('');
}

function yearsOf({ years }: Message): string {
  return years.map(({ year, reviews }) => (reviews === 1 ? year : `${year} (${reviews})`)).join(', ');
}

function place({ source, year, number }: Said): string {
  return `${source}${year === null ? '' : ` ${year}`}${number === null ? '' : ` no. ${number}`}`;
}

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? null : Math.round(((low + high) / 2) * 1000) / 1000;
}

function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(2).replace(/^0\./, '.');
}

function percent({ value }: Share): string {
  return value === null ? '–' : `${Math.round(value * 100)}%`;
}

function interval({ low, high }: Share): string {
  return low === null || high === null ? '–' : `${Math.round(low * 100)}–${Math.round(high * 100)}`;
}
