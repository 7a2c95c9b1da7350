import type { Scope } from '../critique.ts';
import { withoutSpans } from './burden.ts';
import { asInfinitive } from '../language/verbs.ts';

/** Words of the text, each with where they come from; an `ElementSpan` is one. */
export interface FramePart {
  readonly text: string;
  readonly from?: 'item' | 'context';
  /** Place in the document, so that words which belong to two elements are set down once. */
  readonly start?: number;
  readonly end?: number;
}

export interface FrameInput {
  readonly elements: {
    readonly agency: readonly FramePart[];
    readonly action: readonly FramePart[];
    readonly method: readonly FramePart[];
    readonly deadline: readonly FramePart[];
    readonly outcome: readonly FramePart[];
    readonly measure: readonly FramePart[];
  };
  readonly scope?: Scope;
  /** The whole recommendation: gives a passive its object ("A protocol should be agreed"). */
  readonly text?: string;
  /** Plain forms of verbs that are known (`models/verbs.json`). */
  readonly verbs?: ReadonlySet<string>;
}

/** Stands where nothing was found. */
export const BLANK = '____';

/**
 * A recommendation's own words in the order who · will do what · how · by when · so that … · seen by … compared with …
 * Nothing is invented: what was not found is a blank.
 */
export function frame(input: FrameInput): string {
  const { agency, method, deadline, outcome, measure, action } = input.elements;
  return [
    `${upperFirst(joined(ownFirst(agency), ' and '))} will ${actions(input)}`,
    `how: ${joined(ownFirst(method.map((part) => without(part, [...deadline, ...outcome, ...measure, ...action]))), '; ')}`,
    `by when: ${joined(ownFirst(deadline).map(withoutBy), '; ')}`,
    aim(outcome),
    ...seen(input),
  ].join(' · ');
}

/** The recommendation's own words; what it inherits only where it has none. */
function ownFirst(parts: readonly FramePart[]): readonly string[] {
  const own = parts.filter(({ from }) => from !== 'context');
  const texts = (own.length > 0 ? own : parts).map(({ text }) => tidy(text)).filter((text) => text !== '');
  return [...new Set(texts)].filter((text, _index, all) => !all.some((other) => other !== text && other.includes(text)));
}

function actions({ elements, text, verbs }: FrameInput): string {
  const others = [...elements.method, ...elements.deadline, ...elements.outcome];
  // What an audit measures is its object, and stays: "audit 40 closed files".
  const asked = ownFirst(elements.action.map((part) => without(part, others))).map((phrase) => willForm(phrase, text ?? '', verbs));
  return joined(asked, '; and ');
}

/** The part without the words that stand elsewhere in the frame; only what begins after its own beginning is taken out. */
function without(part: FramePart, others: readonly FramePart[]): FramePart {
  const { start, end, text } = part;
  if (start === undefined || end === undefined || end - start !== text.length) return part;
  const cuts = others.flatMap((other) => {
    const inside = other.start !== undefined && other.end !== undefined && other.start > start && other.start < end;
    return inside ? [{ start: (other.start ?? 0) - start, end: Math.min(other.end ?? 0, end) - start }] : [];
  });
  return cuts.length === 0 ? part : { ...part, text: withoutSpans(text, cuts) };
}

/** On doubt the verb is a blank, and the words stand beside it as they were written. */
function willForm(phrase: string, text: string, verbs?: ReadonlySet<string>): string {
  const plain = asInfinitive(phrase, verbs) ?? passiveInText(phrase, text);
  return plain ?? `${BLANK} (${phrase})`;
}

/** "be agreed", or "agreed", needs the words before it: "A protocol should be agreed". */
function passiveInText(phrase: string, text: string): string | null {
  const participle = /^(?:(?:should|must|will|to)\s)?(?:be\s)?(\p{L}.{2,})$/iu.exec(phrase)?.[1] ?? phrase;
  const at = text.indexOf(participle);
  const from = at < 0 || !/\bbe\s(?:\w{1,12}\s)?$/u.test(text.slice(Math.max(0, at - 20), at)) ? -1 : Math.max(text.lastIndexOf('. ', at) + 1, text.lastIndexOf(': ', at) + 1, text.lastIndexOf('\n', at) + 1);
  return from < 0 ? null : asInfinitive(text.slice(from, at + participle.length));
}

function aim(outcome: readonly FramePart[]): string {
  const [first = BLANK, ...others] = ownFirst(outcome);
  const words = [first, ...others].join('; ');
  return /^(?:so that|so as to|in order|to)\s/i.test(words) ? words : `so that ${words}`;
}

const COMPARED = /,?\s(?:(?:as )?compared (?:with|to)|in comparison with|measured against|against)\s(?=.*(?:\d|baseline|before|earlier|previous|last year|figure|result))/i;
const COMPARES = /\bbefore and (?:after|since)\b|\bbaseline\b|\bfrom\s\S{1,12}(?:\s\S{1,12})?\sto\s\S/i;

/** Local measures are never asked of national bodies. */
function seen({ elements, scope }: FrameInput): readonly string[] {
  const measures = ownFirst(elements.measure.map((part) => without(part, elements.deadline)));
  if (measures.length === 0) return scope === 'national' ? [] : [`seen by ${BLANK} compared with ${BLANK}`];
  const words = measures.join('; ');
  if (elements.action.some(({ text }) => text.includes(words) || words.startsWith(tidy(text)))) return [`seen by the same${COMPARES.test(words) || COMPARED.test(words) ? '' : ` compared with ${BLANK}`}`];
  const split = COMPARED.exec(words);
  if (split !== null) return [`seen by ${words.slice(0, split.index)} compared with ${words.slice(split.index + split[0].length)}`];
  return [COMPARES.test(words) ? `seen by ${words}` : `seen by ${words} compared with ${BLANK}`];
}

function joined(words: readonly string[], link: string): string {
  return words.length === 0 ? BLANK : words.join(link);
}

function tidy(text: string): string {
  const single = text.replace(/\s+/gu, ' ').replace(/,(?:\s?,){1,5}/gu, ',').trim();
  return single.replace(/[\s.,;:]{1,9}$/u, '').replace(/[\s,;]and$/u, '').replace(/[\s,;]{1,4}$/u, '');
}

function withoutBy(text: string): string {
  return text.replace(/^by\s/i, '');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
