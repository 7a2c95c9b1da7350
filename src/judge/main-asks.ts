import type { Span } from '../document.ts';
import type { Ask, Clause } from '../language/clause.ts';

/** Asks that only say when or that a thing is done. */
const DONE = /^(?:be|make|take|complete|start|begin|commence|finish|execute|report|open|run|go|come|end|conclude|do|deliver|implement|submit|reply)$/u;
const DONE_WORDS = /^(?:be|made|take(?:n)?|complete(?:d)?|start(?:ed)?|begin|begun|commence(?:d)?|finish(?:ed)?|execute(?:d)?|report(?:ed)?|open(?:ed)?|run|go|come|end|conclude(?:d)?|done|deliver(?:ed)?|implement(?:ed)?|submit(?:ted)?|reply)?(?:\s(?:in (?:place|use|post|force)|live|place|out|into (?:force|use|effect)|back))?[\s,.;:]*$/iu;

/**
 * The clause with the asks that are actions: an action with its own measure and date is one (codebook 1). Left out are asks that a measure holds
 * (", and report the number left"), those that only say by when ("The change ought to be made by 1 July."), and a modal that leads in others.
 * `measures` and `dates` are relative to the text. At least the first ask stays.
 */
export function mainAsks(text: string, clause: Clause, measures: readonly Span[], dates: readonly Span[]): Clause {
  const kept = clause.asks.filter((ask, index) => !leadsIn(text, ask) && (index === 0 || !(measures.some(({ start, end }) => ask.verb.start >= start - 12 && ask.verb.start < end) || onlyWhen(text, ask, dates))));
  const asks = joined(text, kept.length > 0 ? kept : clause.asks.filter((ask) => !leadsIn(text, ask)).slice(0, 1));
  return asks.length === clause.asks.length ? clause : { ...clause, asks };
}

/** "hold a hundred boxes at each clinic and fit them in the home": two verbs with one object are one action (codebook 1). */
function joined(text: string, asks: readonly Ask[]): Ask[] {
  const all: Ask[] = [];
  for (const ask of asks) {
    const last = all.at(-1);
    const same = ask.subject === null && /^\s(?:it|them|this|these|those|each(?: one)?)\b/iu.test(text.slice(ask.verb.end, ask.end + 1));
    if (last !== undefined && same && /^[,\s]{0,3}and\s(?:then\s|also\s|to\s)?$/iu.test(text.slice(last.end, ask.verb.start))) all[all.length - 1] = { ...last, end: ask.end };
    else all.push(ask);
  }
  return all;
}

/** "The Partnership should:" */
function leadsIn(text: string, { verb, modal }: Ask): boolean {
  return modal !== null && text.slice(verb.start, verb.end).toLowerCase() === modal;
}

/** "The amendment ought to be made by 1 July.", "It is to be in use by June." */
export function onlyWhen(text: string, { lemma, verb, end }: Ask, dates: readonly Span[]): boolean {
  const date = dates.find((one) => one.end > verb.start && one.start < end);
  if (date === undefined || !DONE.test(lemma)) return false;
  return DONE_WORDS.test(`${text.slice(verb.start, Math.max(verb.start, date.start))}${text.slice(Math.min(end, date.end), end)}`.trim());
}
