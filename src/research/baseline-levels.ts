import type { ElementName, Form, Level, Levels, Tier } from '../critique.ts';
import type { Span } from '../document.ts';
import type { UnitLevels } from './scales.ts';
import { stepsOf } from './scales.ts';

type Keywords = readonly (readonly [Level, RegExp])[];

/** The first pattern that is found gives the level. */
const AGENCY: Keywords = [
  [3, /\b(?:ICB|Integrated Care Board|Police|Constabulary|Council|Trust|Partnership|NHS England|CAMHS|MASH|Director|Board|children['’]s social care|Ofsted|Secretary of State|Department)\b/],
  [2, /\b(?:schools?|GPs?|health visitors?|social workers?|midwi(?:fe|ves|fery)|housing|safeguarding partners|school nurses?|health services?|hospitals?)\b/i],
  [1, /\b(?:all|partner|relevant) agencies\b|\b(?:agencies|professionals|practitioners|staff|services|partners|managers|we)\b/i],
];
const VAGUE = /\b(?:consider|strengthen|improve|promote|raise awareness|ensure|remind|reinforce|explore|embed|encourage|support|continue|review|develop)\b/i;
const MEASURE: Keywords = [
  [3, /\bbaseline\b|\bcompared? (?:with|to)\b|\bfrom \d{1,6} ?(?:%|per cent)? to \d|\bre-audit\b/i],
  [2, /\d ?(?:%|per cent)|\baudits?\b|\bdip sampl|\bsample of\b|\bnumber of\b/i],
  [1, /\bmonitor|\breport(?:ed|s)? to\b|\bassurance\b|\bevidence\b|\bevaluat/i],
];
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DEADLINE: Keywords = [
  [3, new RegExp(`\\bby (?:the end of )?(?:\\d{1,2} )?(?:${MONTH}) \\d{4}|\\bwithin \\w+ (?:weeks|months) of\\b|\\b(?:\\d{1,2} )?(?:${MONTH}) \\d{4}\\b`, 'i')],
  [2, /\bwithin \w+ (?:days|weeks|months|years?)\b|\bin the next \w+ (?:weeks|months)\b/i],
  [1, /\burgent(?:ly)?\b|\bwithout delay\b|\bas soon as\b|\bannual(?:ly)?\b|\bquarterly\b|\bregular(?:ly)?\b/i],
];
const TYPE: Keywords = [
  [3, /\bcommission|\bcontract|\bfund|\blegislat|\bstatutory guidance\b/i],
  [2, /\bform\b|\btemplate|\bchecklist|\balert|\bposts?\b|\bsystem\b/i],
  [1, /\btrain|\bpolic(?:y|ies)\b|\bguidance\b|\bprotocol|\baudit|\breview\b|\bprocedure|\bpathway/i],
];
const MODAL = /\b(?:should|must|will|needs? to|shall)\b/i;

export function keywordLevels(text: string): UnitLevels {
  const modal = MODAL.test(text);
  const action: Level = VAGUE.test(text) ? 1 : text.split(/\s+/).length > 40 ? 3 : 2;
  const levels: Levels = { agency: found(text, AGENCY), action, measure: found(text, MEASURE), deadline: found(text, DEADLINE) };
  const form: Form = /\bconsider/i.test(text) || !modal ? 'soft' : 'directive';
  const trainingOnly = /\btraining\b|\bbriefings?\b|\bworkshops?\b/i.test(text) && !/\baudit|\bform\b|\bcommission|\bpolicy\b/i.test(text);
  return { steps: stepsOf(levels, keywordTier(levels), form, found(text, TYPE), null, trainingOnly), reasons: {} };
}

/** The tiers of the codebook (4.2), on the levels by keyword. */
export function keywordTier({ agency, action, measure, deadline }: Levels): Tier {
  if ((action ?? 0) <= 1) return 'aspiration';
  if ((agency ?? 0) <= 1) return 'task';
  if (measure === 3 && deadline === 3) return 'testable';
  return (measure ?? 0) >= 2 && (deadline ?? 0) >= 2 ? 'checkable' : 'clear';
}

function found(text: string, keywords: Keywords): Level {
  return keywords.find(([, pattern]) => pattern.test(text))?.[0] ?? 0;
}

/** Owner: what stands before the modal. Action: what follows it, up to a purpose, a method or the full stop. The rest: from the keyword to the next comma. */
export function keywordSpans(text: string): (Span & { readonly element: ElementName })[] {
  const modal = MODAL.exec(text);
  const spans: (Span & { readonly element: ElementName })[] = [];
  const from = modal === null ? 0 : modal.index + modal[0].length + 1;
  if (modal !== null && modal.index > 1) spans.push({ element: 'agency', start: Math.max(0, text.lastIndexOf('.', modal.index) + 1), end: modal.index - 1 });
  const rest = text.slice(from);
  const stop = /\.(?:\s|$)|;|,? (?:so that|in order to|to ensure|because|within|by (?:\d|the end|\w+ing\b))/i.exec(rest);
  spans.push({ element: 'action', start: from, end: from + (stop?.index ?? rest.length) });
  const marked: readonly (readonly [ElementName, RegExp])[] = [
    ['deadline', DEADLINE.map(([, pattern]) => pattern).find((pattern) => pattern.test(text)) ?? /$^/],
    ['measure', /\b(?:audit|monitor|report(?:ed)? to|evaluat|measured? by)[^.,;]*/i], ['outcome', /\bso that [^.;]*/i],
    ['reason', /\bbecause [^.,;]*/i], ['method', /\b(?:by|through) \w+ing\b[^.,;]*/i],
  ];
  for (const [element, pattern] of marked) {
    const match = pattern.exec(text);
    if (match !== null && match[0] !== '') spans.push({ element, start: match.index, end: match.index + match[0].length });
  }
  return spans;
}
