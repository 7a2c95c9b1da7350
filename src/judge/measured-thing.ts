import type { Span } from '../document.ts';
import type { Ask } from '../language/clause.ts';
import { trimmedEnd } from '../language/trim.ts';

/** Verbs that measure whatever they govern. */
const COUNTS = /^(?:count|recount|tally|measure|compare|quantify)$/u;
/** Verbs that measure where they govern a number of things, or say for what. */
const SAMPLES = /^(?:audit|re-?audit|dip-?sample|sample|survey|resurvey|poll|interview|spot-?check)$/u;
/** Verbs of looking: a measure only with a number of things, or all of a stated kind. */
const LOOKS = /^(?:read|re-?read|check|re-?check|examine|review|look|go|pull|view|trace|test|inspect|listen|re-?open|score|analyse|scrutinise|search|assess|observe|identify|visit|telephone|telephoning|ring)$/u;
/** Verbs of telling: a measure where what is told is a count. */
const TELLS = /^(?:report|publish|return|submit|give|send|share|tell|show|provide|supply|lay|table|include|collect|log|record|note|state|bring|present|set|obtain|produce|monitor|track|calculate|establish|write|review)$/u;
/** "carry out an audit of …", "repeat the survey of …" */
const CARRIES_OUT = /^(?:carry|conduct|undertake|commission|complete|do|run|repeat|hold|perform|arrange|resume|publish)$/u;

const NUMBER = '(?:\\d[\\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:one|a)\\s+hundred|(?:one|two|three|four)\\s+(?:hundred|dozen)|half)';
const QUANTITY = new RegExp(`^\\s*(?:(?:out|at|in on|through|to|into|over|again at|back over|up)\\s+)?((?:a\\s+(?:random\\s+|dip\\s+|further\\s+)?sample\\s+of\\s+)?(?:at\\s+least\\s+|not\\s+fewer\\s+than\\s+|some\\s+|about\\s+)?(?:(?:the|all|its|their)\\s+){0,2}(?:(?:last|next|first|most\\s+recent|same)\\s+)?${NUMBER}(?:[- ](?:${NUMBER}))?(?:\\s|-)(?!(?:page|month|week|day|year|hour|minute|point|question|step)s?\\b).*)$`, 'isu');
const EVERY = /^\s*(?:(?:at|through|into|over|again at)\s+)?((?:all|every|each of)\s.*)$/isu;
const COUNT_OF = /^\s*(?:(?:back\s+)?(?:to|with)\s+(?:[\w’'-]+\s+){1,6}?)?(?:(?:each|every)\s+\w+\s+|(?:annually|quarterly|monthly|weekly|termly|publicly)\s+)?((?:(?:the|a|its|their)\s+)?(?:(?:weekly|monthly|quarterly|annual|termly|median|mean|average|longest|total|running)\s+(?:and\s+\w+\s+)?)?(?:numbers?|proportion|percentage|share|rates?|counts?|volume|average|median|mean|figures?|length|waits?|days|measures|how\s+(?:many|often|long|much))\b.*)$/isu;
const STUDY = /^\s*(?:out\s+)?((?:an?|the|its|\d+)\s+(?:[\w’'-]+\s+){0,4}?(?:audits?|survey|dip[- ]sample|sample|file\s+review|spot[- ]check|count|exercise|re-?audit)\b.*)$/isu;

/**
 * What an ask measures, if it measures: "audit {40 closed files}", "report to the Board {the number of visits}", "compare {referrals before and after}".
 * Null where it measures nothing that can be counted ("audit practice", "review the policy"). `until` is where the clause ends.
 */
export function measuredThing(text: string, ask: Ask, until: number): Span | null {
  if (ask.passive) return measuredBy(text, ask, until);
  // The tagger takes "dip-sample" apart.
  const dip = /^dip[- ]?sampl\w*/iu.exec(text.slice(ask.verb.start, until))?.[0];
  const object = text.slice(dip === undefined ? ask.verb.end : ask.verb.start + dip.length, until);
  const found = objectOf(object, dip === undefined ? ask.lemma : 'sample');
  if (found === null) return null;
  const start = until - found.length;
  const end = endOfThing(text, start, until);
  return end - start < 4 ? null : { start, end };
}

/** "Success will be measured by {the share of visits with an interpreter}." */
function measuredBy(text: string, { verb, lemma }: Ask, until: number): Span | null {
  if (!/^(?:measure|judge|gauge|assess|ascertain|test|show|evidence|know)$/u.test(lemma)) return null;
  const by = /^\s(?:\w+\s)?(?:by|through|against|from)\s+/iu.exec(text.slice(verb.end, until));
  return by === null ? null : { start: verb.end + by[0].length, end: trimmedEnd(text, until, ',;:.–—-') };
}

function objectOf(object: string, lemma: string): string | null {
  const first = (patterns: readonly RegExp[]): string | null => patterns.reduce<string | null>((found, pattern) => found ?? pattern.exec(object)?.[1] ?? null, null);
  if (COUNTS.test(lemma)) return /^\s*(?:on|upon|as|against|towards)\b|\bas\s(?:one|two|three|\d)/iu.test(object) ? null : object.trimStart();
  if (SAMPLES.test(lemma)) return first([QUANTITY, EVERY]) ?? (/\b(?:for|against|whether|to see|to check|in which)\b/iu.test(object) ? object.trimStart() : null);
  if (CARRIES_OUT.test(lemma)) return first([STUDY, COUNT_OF]);
  if (LOOKS.test(lemma)) return first([QUANTITY, COUNT_OF]) ?? (/\b(?:\d{2,}|since|who|whose|where|which|for any|for an?)\b/iu.test(object) ? first([EVERY]) : null);
  return TELLS.test(lemma) ? first([COUNT_OF]) : null;
}

/** It ends before what is done with it, why, and who is told. */
const STOP = /[;.](?=\s|$)|,?\s(?:and|then)\s(?:to\s)?(?:report|record|say|state|establish|share|publish|tell|count|check|ask|bring|obtain|make|read|send|set out|look|note|discuss|write|find|take)\b|,?\s(?:so that|in order to|because|to (?:see|check|establish|find out|test|confirm|learn|judge))\b|,\s(?:reporting|with|and|by|which|so|as|since|because)\b|\sto\s(?:the|its|each|every|their)\s(?:[A-Z]|board|executive|partnership|chair|governors|scrutin)/u;

function endOfThing(text: string, start: number, until: number): number {
  const stop = STOP.exec(text.slice(start, until));
  return trimmedEnd(text, stop === null ? until : start + stop.index, ',;:.–—-');
}
