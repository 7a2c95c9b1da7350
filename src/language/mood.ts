import type { Ask, Mood } from './clause.ts';
import { hasFiniteVerb } from './finite.ts';
import { makeGate } from './gate.ts';
import type { Token } from './tokens.ts';

const SOFT = /\b(?:consideration (?:should|could|might|may|needs? to|is|be|to)(?: also)? (?:be )?(?:given|giving)|(?:may|might|could)(?: also| well| \w+ly)? (?:be (?:considered|helpful|useful|beneficial)|wish to|want to|consider|be asked)|would (?:benefit|help|enable|welcome|be (?:helpful|useful|beneficial|valuable|of value))|there (?:would be|is|may be) (?:value|merit|benefit)|it would be (?:more |most |very |particularly )?(?:helpful|useful|beneficial|good)|worth considering)\b/i;

const RECOMMEND = /\b(?:(?:i|we|it is|(?:the|this) (?:review|reviewer|author|panel|report|lead reviewer|independent reviewer|review team|partnership|board|reviewers|authors)(?: therefore| also| further)?)(?: also| therefore| further| strongly)? (?:recommend(?:s|ed)?|propos(?:e|es|ed)|suggest(?:s|ed)?|ask(?:s|ed)?|urge[sd]?|advise[sd]?|invite[sd]?|request(?:s|ed)?|call(?:s)? (?:on|for)|would (?:ask|like to see|recommend|urge|propose|suggest)))\b|\b(?:is|are) (?:strongly )?(?:recommended|asked|requested|invited|urged|advised|called on|encouraged|directed|instructed)\b|\bmy (?:first|second|third|final|next|main)? ?(?:recommendation|ask|advice) (?:is|to)\b|\brecommendation (?:is|to|for)\b/i;

const COUNTERFACTUAL = /\b(?:should|could|ought to|would|might|needed to|must) (?:not |also |all |both |always )?(?:have|’ve|'ve) (?:\w{2,20}ly )?(?:been|had|done|made|seen|known|led|gone|given|taken|told|held|kept|met|sought|sent|set|shown|spoken|written|put|come|become|begun|brought|built|caught|chosen|drawn|felt|found|heard|left|lost|paid|read|raised|rung|run|driven|eaten|drunk|worn|grown|stood|slept|fallen|torn|woken|said|spent|taught|thought|understood|won|\w{2,20}ed)\b|\bif only\b/i;

/** "This would help them to identify …" tells what is gained. */
const GAIN = /^(?:this|that|these|those|it|which|doing so) would (?:\w+ )?(?:help|enable|benefit|be (?:of value|valuable|useful|helpful))\b(?! to\b)/i;
/** "Not all professionals are invited to attend": what happens, and how often. */
const HABIT = /\b(?:not|rarely|sometimes|often|usually|always|routinely|generally|regularly|never|some|many|most)\b[^.;]{1,160}\b(?:is|are) (?:asked|requested|invited|encouraged|advised|called on|directed|instructed)\b/i;

const [IS_SOFT, IS_RECOMMEND, IS_COUNTERFACTUAL] = [0, 1, 2];
const GATE = makeGate([SOFT, RECOMMEND, COUNTERFACTUAL]);

export function moodOf(text: string, tokens: readonly Token[], asks: readonly Ask[]): Mood {
  if (/\?["'”’)]*\s*$/u.test(text) || /^(?:how (?:well|can|do|does|will|might|could|should|far|confident|would) |is it |are (?:we|you|there) |do (?:we|you) |what (?:can|would|could|might|do|does|is|are|needs?) (?:we|you|the|it|be|this|our|need)\b)/i.test(text) && !/[.]$/u.test(text)) return 'question';
  const open = GATE.open(text);
  if (open.includes(IS_SOFT) && SOFT.test(text) && !GAIN.test(text)) return 'soft';
  if (open.includes(IS_RECOMMEND) && RECOMMEND.test(text) && !HABIT.test(text)) return 'recommend';
  const modal = asks.find((ask) => ask.modal !== null && ask.modal !== 'to');
  if (modal === undefined && open.includes(IS_COUNTERFACTUAL) && COUNTERFACTUAL.test(text)) return 'counterfactual';
  if (modal !== undefined) return 'modal';
  if (asks.some((ask) => ask.modal === 'to')) return 'infinitive';
  const first = asks[0];
  if (first !== undefined) return /ing$/i.test(text.slice(first.verb.start, first.verb.end)) ? 'gerund' : 'imperative';
  return hasFiniteVerb(text, tokens) ? 'statement' : 'phrase';
}
