/**
 * What looks like a deadline and is content of the practice asked for, or a time of something else (codebook 7.11, 12.7): "visit within 24 hours
 * of the referral", "record it at each contact, weekly", "the weekly bulletin", "three visits in a year", "was missed in September 2030".
 */
import type { DeadlineType } from '../critique.ts';
import type { Span } from '../document.ts';

export interface Timed extends Span {
  readonly type: DeadlineType;
  readonly id: string;
}

/** What makes a period a standard of casework; from `models/deadlines.json`. */
export interface Casework {
  readonly events: RegExp;
  readonly acts: RegExp;
  readonly units: RegExp;
}

export function isContent(text: string, timed: Timed, casework: Casework): boolean {
  switch (timed.type) {
    case 'date': return isPast(text, timed);
    case 'period': case 'period-anchored': return isStandard(text, timed, casework);
    case 'recurring': return isRhythm(text, timed);
    case 'vague': return isManner(text, timed);
    case 'event': return false;
  }
}

/** "… that nobody was told in September 2030", "incidents in April 2029": when something happened or was recorded. Only "by", "from" and the like look ahead. */
function isPast(text: string, { start, end }: Timed): boolean {
  const words = text.slice(start, end);
  if (!/^(?:on|in|at|during|for|with)\b/iu.test(words)) return false;
  const before = text.slice(0, start);
  const clause = before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1);
  const near = clause.slice(clause.lastIndexOf(',') + 1);
  if (/\b(?:was|were|had|did|went|recorded|averaged|attended|closed|found|made|said|reported in|published in)\s(?:\w+\s){0,6}$/iu.test(clause) || /\b(?:was|were|had|did|averaged)\b/iu.test(near)) return !/\b(?:should|must|shall|will|to)\s(?:be\s)?\w+\s*$/iu.test(near);
  // "have a named lead in October 2031, against the number found in April": what is counted at that time.
  return /\b(?:have|has|held|open|incidents?|cases|referrals|births|files|admissions|arrests|deaths)\s(?:\w+\s){0,3}$/iu.test(near) && !/^\s*(?:[.;]|$)/u.test(text.slice(end)) || /\b(?:incidents?|cases|referrals|admissions|arrests|deaths)\s+$/iu.test(near);
}

const EACH = /\b(?:every|each|any|all|a|the)\s+(?:\w+\s+){0,3}(?:child|children|famil\w+|parents?|baby|infants?|referrals?|young|patients?|pupils?|mothers?|fathers?|cases?|contacts?|notifications?|home)\b/iu;
/** A rate: "admitted twice in a year", "more than six calls in twelve months", "the third injury in any year". */
const RATE = /\b(?:once|twice|thrice|third|second|fourth|repeat\w*|return|times|more than \w+|over \w+|exceeds? \w+)\s(?:[\w-]+\s){0,7}$/iu;
const COUNTED = /\b(?:\d+|two|three|four|five|six|ten|a|an)\s(?:[\w-]+\s){0,7}$/iu;

function isStandard(text: string, { start, end, type, id }: Timed, { events, acts, units }: Casework): boolean {
  const [words, before, after] = [text.slice(start, end), text.slice(0, start), text.slice(end, end + 60)];
  // "in the 12 months before and after the launch": a stretch of time that is compared with another.
  if (/^\s+(?:before|prior\s+to|leading\s+up\s+to|(?:on\s+)?either\s+side)\b/iu.test(after)) return true;
  if (type === 'period-anchored') return /\bhours?\b/iu.test(words);
  if (events.test(`${words}${after.slice(0, 50)}`.slice(0, words.length + 45))) return true;
  if (/\bhours?\b|\bworking\s+days?\b/iu.test(words)) return true;
  if (id !== 'within-period' && id !== 'in-period') return false;
  if (!/[,;]\s*$/u.test(before) && (RATE.test(before.slice(-70)) || (/^in\s+(?:a|an|any|one)\b/iu.test(words) && COUNTED.test(before.slice(-70))))) return true;
  if (/^\s+(?:of|after|from|following)\s+(?!(?:the|this|its)\s+(?:report|review|publication))/iu.test(after) && /\b(?:that|which|who|whose|when|where|if|closed?|return\w*)\b[^,;]{0,80}$/iu.test(before)) return true;
  return units.test(words) && acts.test(before.slice(-90)) && EACH.test(before) || /\b(?:so that|that|which|who|unless|if)\b[^,;]{0,90}$/iu.test(before) && !/[,;]\s*$/u.test(before);
}

const PLANNED = /\b(?:review|report|audit|monitor|update|meet|recirculat|circulat|publish|produc|refresh|considered?|evaluat|rehears|repeat|return)/iu;

/** The rhythm of the practice itself: "supervision monthly", "routinely ask", "a weekly list", "report each quarter the number". */
function isRhythm(text: string, { start, end }: Timed): boolean {
  const [words, before, after] = [text.slice(start, end), text.slice(Math.max(0, start - 90), start), text.slice(end)];
  if (/\b(?:routinely|regularly)$/iu.test(words)) return !PLANNED.test(text.slice(Math.max(0, start - 40), end + 40));
  // Before a noun it is an adjective: "the quarterly figures", "termly height and weight".
  if (/^\w+(?:ly)?$/u.test(words) && /^[\s-]+(?!(?:to|by|with|at|in|from|until|for|and|or|as|on|thereafter|after|the|each|every|how|whether|what)\b)[\p{Ll}\d]/u.test(after)) return true;
  if (/^(?:each|every)\b/iu.test(words) && /^\s+(?:the|how|whether|what|a|an|its|their)\b/iu.test(after)) return true;
  return /\b(?:supervision|visit\w*|contact|seen|weigh\w*|measured|home visits?|appointments?|core groups?|meet with|speak|call|read it|notes?|exclusions? by)\b[^.;]{0,40}$/iu.test(before);
}

/** "information is shared promptly": how the practice is to be done. */
function isManner(text: string, { start, end }: Timed): boolean {
  const [words, before] = [text.slice(start, end), text.slice(Math.max(0, start - 90), start)];
  return /\b(?:seen|respond\w*|share[ds]?|identified|met|act(?:ed)?|report(?:ed)?|escalated?|convened?|notified|referred|completed|records?|recorded|assessed|followed up|support(?:ed)?|information|allocated|receive|treated)\s+(?:\w+\s+){0,4}$/iu.test(before) && /^(?:promptly|swiftly|immediately|in\s+a\s+timely|without|soon|as\s+soon|urgently)/iu.test(words);
}
