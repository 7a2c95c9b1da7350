/**
 * Where a recommendation says how its effect would be seen. It is cut into the clauses that its writers set apart (sentences, parts behind semicolons,
 * ", and to report …", ", with exceptions reported", ", its use to be counted", "; number fitted to be returned"); a clause beside the main ask that
 * measures is a measure, whole. Of an ask that itself measures, the thing measured is ("audit {40 closed files} for a reason").
 */
import type { Span } from '../document.ts';
import type { Ask } from '../language/clause.ts';
import { trimmedEnd } from '../language/trim.ts';
import { splitSentences } from '../structure/sentences.ts';

export interface Region extends Span {
  /** The ask that opens it; null for what stands beside the asks. */
  readonly ask: Ask | null;
  /** Whether it holds the ask that the others hang from. */
  readonly main: boolean;
}

const PARTICIPLES = 'reported|checked|counted|measured|tested|evaluated|audited|sampled|monitored|published|shown|returned|logged|tallied|compared|judged|reviewed|verified|evidenced|tracked|repeated|re-audited|dip-sampled';
const NOUN_PHRASE = '(?:(?:the|its|their|his|her|any|each|every|all|no|an?|this|that)\\s)?(?:[\\w’\'-]+\\s){0,16}?';

/** What opens a clause of its own behind a comma. */
const BEHIND_COMMA = new RegExp(`,\\s+(?:and\\s+(?:to\\s+)?)?(?=(?:also\\s)?(?:with\\b|(?:report|count|compar|test|monitor|giv|record|not|stat|show|publish|measur|check|track|tally|return|evaluat|sett|seek|log|sampl|audit|repeat|ask|look|tell|send|provid|supply|let)(?:ing)\\b|(?:${PARTICIPLES})\\b|progress\\b|updates?\\b|numbers?\\b|evidence\\b|targets?\\b|exceptions?\\b|against\\b|so\\s+that\\b|because\\b|since\\b|given\\b|as\\s|${NOUN_PHRASE}(?:to\\s+be|to\\s+come|to\\s+go|being|having)\\s))`, 'giu');
/** "and note how many heard it", "and to publish what they say", without an ask of their own that was read. */
const AND = /\sand\s(?:to\s)?(?=(?:report|count|compare|monitor|evaluate|measure|evidence|note\show|log\s(?:how|every|each)|record\s(?:what|how|whether|their)|publish\s(?:what|performance)|tell\s(?:us|me)|let\s(?:us|me|the)|check\s(?:that|whether))\b)/giu;
/** "with compliance monitored", without a comma. */
const WITH = new RegExp(`\\s(?=with\\s+(?:the\\s+|its\\s+|their\\s+|any\\s+|all\\s+)?(?:[\\w’'-]+\\s){1,7}?(?:${PARTICIPLES})\\b|with\\s+(?:a|an|the)\\s+(?:\\w+\\s){0,2}?(?:count|number|report|percentage|share|proportion|audit|survey|evaluation)\\b)`, 'giu');

/** The clauses of a text, in order. `asks` are what it asks. */
export function regionsOf(text: string, asks: readonly Ask[]): Region[] {
  const starts = new Set<number>(splitSentences(text).map(({ start }) => start));
  for (const match of text.matchAll(/;\s+(?:and\s+)?/gu)) starts.add(match.index + match[0].length);
  for (const pattern of [BEHIND_COMMA, AND, WITH]) for (const match of text.matchAll(pattern)) starts.add(match.index + match[0].length);
  asks.forEach((ask, index) => { if (index > 0) starts.add(openingOf(text, ask)); });
  const [main] = asks;
  const bounds = [...starts].filter((start) => main === undefined || start <= openingOf(text, main) || start > main.verb.end).sort((a, b) => a - b);
  return bounds.flatMap((start, index): Region[] => {
    const end = cutJoint(text, start, bounds[index + 1] ?? text.length);
    if (end <= start) return [];
    return [{ start, end, ask: asks.find(({ verb }) => verb.start >= start && verb.start < end) ?? null, main: main !== undefined && main.verb.start >= start && main.verb.start < end }];
  });
}

/** An ask with a subject of its own begins there: "; 30 records to be sampled", "…. The share should be measured again". */
function openingOf(text: string, { subject, verb, modal }: Ask): number {
  if (subject === null || subject.end > verb.start) return verb.start;
  return modal === null || text.slice(subject.end, verb.start).length > 40 ? verb.start : subject.start;
}

/** Before the next clause stand its "and", "to" and comma. */
function cutJoint(text: string, start: number, until: number): number {
  let end = trimmedEnd(text, until, ',;.–—');
  for (let joint = /\b(?:and|to|or|also|then|should|must|will|is|are|be)$/iu.exec(text.slice(Math.max(start, end - 8), end)); joint !== null; joint = /\b(?:and|to|or|also|then|should|must|will|is|are|be)$/iu.exec(text.slice(Math.max(start, end - 8), end))) end = trimmedEnd(text, end - joint[0].length, ',;.–—');
  return end;
}
