/**
 * A critique made by hand, of a fictional review: six recommendations of several tiers, clichés, notes and the text.
 * Spans are found by their words, so that nobody counts offsets.
 */
import { createHash } from 'node:crypto';
import { DIMENSIONS, KINDS, TIERS } from '../../src/critique.ts';
import type {
  AppliedRule, Change, Cliche, Critique, DeadlineType, Dimension, Elements, Form, Item, Kind, Level, Levels, Recommendation, Summary, Tier, Unit,
} from '../../src/critique.ts';
import type { Span } from '../../src/document.ts';
import type { RuleBook } from '../../src/report/rule-book.ts';

interface Line {
  readonly id: string;
  readonly kind: Kind | 'heading';
  readonly text: string;
  readonly page: number;
  readonly number?: string;
  readonly item?: string;
  readonly repeats?: string;
}

const LINES: readonly Line[] = [
  { id: 'h1', kind: 'heading', page: 1, text: 'Child K: Local Child Safeguarding Practice Review' },
  { id: 'u1', kind: 'finding', page: 4, text: 'The mother was hard to reach and failed to engage with the health visitor.' },
  { id: 'u2', kind: 'finding', page: 5, text: 'Fathers were not asked about because the booking form has one parent field.' },
  { id: 'u3', kind: 'good-practice', page: 6, text: 'The school nurse rang the grandmother on the day of the first absence.' },
  { id: 'u4', kind: 'learning-point', page: 9, number: '1', text: 'A form that asks about one parent finds out about one parent.' },
  { id: 'u5', kind: 'learning-point', page: 10, number: '2', text: 'Escalation works when staff know whom to call and are thanked for calling.' },
  { id: 'u6', kind: 'learning-point', page: 12, number: '3', text: 'Debt was seen as a fact about the family and not as a pressure on the people who were caring for Child K, although four letters from a landlord were on file and two workers had seen them.' },
  { id: 'u7', kind: 'action-taken', page: 14, text: 'The police have changed the custody form since these events.' },
  { id: 'u8', kind: 'question', page: 15, number: 'Q1', text: 'How well do our teams hear from grandparents?' },
  { id: 'u10', kind: 'recommendation', page: 19, number: '1', item: 'r1', text: 'Tidewell ICB should add a birth-partner field to the booking form by 31 March 2031, and audit 40 booking forms for it six months later.' },
  { id: 'u11', kind: 'recommendation', page: 19, number: '2', item: 'r2', text: 'All agencies should embed professional curiosity and robust, holistic working.' },
  { id: 'u12', kind: 'recommendation', page: 19, number: '3', item: 'r3', text: 'The Northmere Safeguarding Children Partnership should review its escalation policy so that it is robust and says whom to call at night.' },
  { id: 'u13', kind: 'recommendation', page: 20, number: '4', item: 'r4', text: 'Training on neglect should be delivered to duty social workers as soon as possible.' },
  { id: 'u14', kind: 'recommendation', page: 20, number: '5', item: 'r5', text: 'Eastcombe Police will, within 12 months of the launch of the new pathway:' },
  { id: 'u15', kind: 'recommendation', page: 20, number: '5(a)', item: 'r5', text: 'put the direct number of the safeguarding hub on every custody form; and' },
  { id: 'u16', kind: 'recommendation', page: 20, number: '5(b)', item: 'r5', text: 'compare referrals in the year before and the year after, and tell the Partnership what changed for children.' },
  { id: 'u17', kind: 'recommendation', page: 21, number: '6', item: 'r6', text: 'Practitioners need to understand how debt affects parenting.' },
  { id: 'u18', kind: 'recommendation', page: 24, number: '1', item: 'r1', repeats: 'u10', text: 'Tidewell ICB should add a birth-partner field to the booking form.' },
];

interface Placed extends Line, Span {}

const PLACED: readonly Placed[] = place(LINES);
const TEXT = PLACED.map((line) => `${line.text}\n`).join('');

function place(lines: readonly Line[]): readonly Placed[] {
  let start = 0;
  return lines.map((line) => {
    const placed = { ...line, start, end: start + line.text.length };
    start = placed.end + 1;
    return placed;
  });
}

function lineOf(id: string): Placed {
  const found = PLACED.find((line) => line.id === id);
  if (!found) throw new Error(`no line ${id}`);
  return found;
}

/** The place of `words` in unit `id`. */
function find(id: string, words: string): Span & { text: string; page: number } {
  const line = lineOf(id);
  const at = line.text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not in ${id}`);
  return { text: words, start: line.start + at, end: line.start + at + words.length, page: line.page };
}

const NO_ELEMENTS: Elements = { agency: [], action: [], measure: [], deadline: [], method: [], reason: [], outcome: [], target: [] };

function item(id: string, words: string, from: 'item' | 'context' = 'item') {
  return { ...find(id, words), from };
}

function agency(id: string, words: string, body: 'named' | 'generic' | 'sector', from: 'item' | 'context' = 'item') {
  const span = find(id, words);
  return { ...span, from, body, bodies: [{ text: span.text, start: span.start, end: span.end, body }] };
}

function deadline(id: string, words: string, type: DeadlineType, from: 'item' | 'context' = 'item') {
  return { ...item(id, words, from), type };
}

function levels(who: Level | null, what: Level | null, know: Level | null, when: Level | null): Levels {
  return { agency: who, action: what, measure: know, deadline: when };
}

function rule(id: string, dimension: Dimension, level: Level, says: string, evidence: readonly Span[] = []): AppliedRule {
  return { id, dimension, level, says, evidence: evidence.map(({ start, end }) => ({ start, end })) };
}

interface Judged {
  readonly unit: string;
  readonly tier: Tier;
  readonly levels: Levels;
  readonly form?: Form;
  readonly elements?: Partial<Elements>;
  readonly burden?: Level;
  readonly training?: boolean;
  readonly answers?: readonly string[];
  readonly flags?: readonly string[];
  readonly rules: readonly AppliedRule[];
  readonly frame: string;
  readonly questions: readonly string[];
}

const KNOW = 'How would you know, a year on, that it made a difference to children? Compared with what?';
const NOT_FOUND = rule('measure/none', 'measure', 0, 'No check is named.');
const NO_DATE = rule('deadline/none', 'deadline', 0, 'No date or period is named.');

function recommendation(judged: Judged): Recommendation {
  const line = lineOf(judged.unit);
  return {
    unit: judged.unit, item: line.item ?? '', form: judged.form ?? 'directive', misfiled: judged.form === 'learning', scope: 'local',
    elements: { ...NO_ELEMENTS, ...judged.elements }, parts: [], levels: judged.levels, levelsOwn: judged.levels, specificity: index(judged.levels),
    tier: judged.tier, actionType: 1, trainingOnly: judged.training ?? false, clicheBurden: judged.burden ?? 0, whyLink: null,
    answers: judged.answers ?? [], flags: judged.flags ?? [], rules: judged.rules, frame: judged.frame, questions: judged.questions,
  };
}

function index(of: Levels): number | null {
  const sum = DIMENSIONS.reduce<number | null>((total, dimension) => (total === null || of[dimension] === null ? null : total + of[dimension]), 0);
  return sum === null ? null : Math.round((sum / 12) * 100);
}

const NAMED = 'A body one could write to.';
const TASK = 'A task one could tick off.';
const FIRST = agency('u10', 'Tidewell ICB', 'named');
const FIRST_ACTION = item('u10', 'add a birth-partner field to the booking form');
const FIRST_MEASURE = item('u10', 'audit 40 booking forms for it');
const FIRST_DATE = deadline('u10', 'by 31 March 2031', 'date');
const ALL = agency('u11', 'All agencies', 'generic');
const EMBED = item('u11', 'embed professional curiosity and robust, holistic working');
const PARTNERSHIP = agency('u12', 'The Northmere Safeguarding Children Partnership', 'named');
const REVIEW = item('u12', 'review its escalation policy so that it is robust');
const TRAINING = item('u13', 'Training on neglect should be delivered to duty social workers');
const SOON = deadline('u13', 'as soon as possible', 'vague');
const POLICE = agency('u14', 'Eastcombe Police', 'named', 'context');
const YEAR = deadline('u14', 'within 12 months of the launch of the new pathway', 'period-anchored', 'context');
const NUMBER = item('u15', 'put the direct number of the safeguarding hub on every custody form');
const COMPARE = item('u16', 'compare referrals in the year before and the year after');

const RECOMMENDATIONS: readonly Recommendation[] = [
  recommendation({
    unit: 'u10', tier: 'checkable', levels: levels(3, 2, 2, 3), answers: ['u4', 'u2'],
    elements: { agency: [FIRST], action: [FIRST_ACTION], measure: [FIRST_MEASURE], deadline: [FIRST_DATE] },
    rules: [rule('agency/named', 'agency', 3, NAMED, [FIRST]), rule('action/task', 'action', 2, TASK, [FIRST_ACTION]), rule('measure/count', 'measure', 2, 'Something that can be counted about what was done.', [FIRST_MEASURE]), rule('deadline/date', 'deadline', 3, 'A date in the calendar.', [FIRST_DATE])],
    frame: 'Tidewell ICB · add a birth-partner field to the booking form · how: ____ · by 31 March 2031 · so that: ____ · seen by: audit 40 booking forms for it',
    questions: ['What has to change for this to be possible: time, form, system, contract, authority?'],
  }),
  recommendation({
    unit: 'u11', tier: 'aspiration', levels: levels(1, 1, 0, 0), burden: 3,
    elements: { agency: [ALL], action: [EMBED] },
    rules: [rule('agency/generic', 'agency', 1, 'A phrase that leaves open whom one would write to.', [ALL]), rule('action/aspiration', 'action', 1, 'An intention: it does not yet say what a worker would do.', [EMBED]), NOT_FOUND, NO_DATE],
    frame: 'All agencies · embed ____ · how: ____ · by: ____ · so that: ____ · seen by: ____',
    questions: ['What would a worker do on Monday that they did not do last Friday?', 'What was not asked, of whom, at which contact? What made it hard for this worker, supervisor or agency to ask?'],
  }),
  recommendation({
    unit: 'u12', tier: 'clear', levels: levels(3, 2, 0, 0), burden: 1, answers: ['u5'],
    elements: { agency: [PARTNERSHIP], action: [REVIEW], outcome: [item('u12', 'so that it is robust and says whom to call at night')] },
    rules: [rule('agency/named', 'agency', 3, NAMED, [PARTNERSHIP]), rule('action/task', 'action', 2, TASK, [REVIEW]), NOT_FOUND, NO_DATE],
    frame: 'The Northmere Safeguarding Children Partnership · review its escalation policy · how: ____ · by: ____ · so that it says whom to call at night · seen by: ____',
    questions: [KNOW],
  }),
  recommendation({
    unit: 'u13', tier: 'task', levels: levels(0, 2, 0, 1), training: true,
    elements: { action: [TRAINING], deadline: [SOON], target: [item('u13', 'duty social workers')] },
    rules: [rule('agency/none', 'agency', 0, 'Nobody is named.'), rule('action/training', 'action', 2, 'Training with an audience and a topic.', [TRAINING]), NOT_FOUND, rule('deadline/vague', 'deadline', 1, 'Urgency without a date.', [SOON])],
    frame: '____ · deliver training on neglect to duty social workers · how: ____ · as soon as possible · so that: ____ · seen by: ____',
    questions: ['Is knowledge the block? Is there cover to attend? What follows in supervision?', 'Who would you write to? Who reports back, and to whom?'],
  }),
  recommendation({
    unit: 'u14', tier: 'not-a-recommendation', levels: levels(3, null, null, 3),
    elements: { agency: [{ ...POLICE, from: 'item' }], deadline: [{ ...YEAR, from: 'item' }] },
    rules: [rule('agency/named', 'agency', 3, NAMED, [POLICE]), rule('deadline/anchored', 'deadline', 3, 'A period counted from an event that has a date.', [YEAR])], frame: '', questions: [],
  }),
  recommendation({
    unit: 'u15', tier: 'clear', levels: levels(3, 2, 0, 3), elements: { agency: [POLICE], action: [NUMBER], deadline: [YEAR] },
    rules: [rule('agency/named', 'agency', 3, NAMED, [POLICE]), rule('action/task', 'action', 2, TASK, [NUMBER]), NOT_FOUND, rule('deadline/anchored', 'deadline', 3, 'A period counted from an event that has a date.', [YEAR])],
    frame: 'Eastcombe Police · put the direct number of the safeguarding hub on every custody form · how: ____ · within 12 months of the launch of the new pathway · so that: ____ · seen by: ____', questions: [],
  }),
  recommendation({
    unit: 'u16', tier: 'testable', levels: levels(3, 2, 3, 3),
    elements: { agency: [POLICE], action: [item('u16', 'compare referrals in the year before and the year after, and tell the Partnership what changed for children')], measure: [COMPARE], deadline: [YEAR], target: [item('u16', 'the Partnership')] },
    rules: [rule('agency/named', 'agency', 3, NAMED, [POLICE]), rule('action/task', 'action', 2, TASK, [COMPARE]), rule('measure/comparison', 'measure', 3, 'A change that can be seen, with something to compare it with.', [COMPARE]), rule('deadline/anchored', 'deadline', 3, 'A period counted from an event that has a date.', [YEAR])],
    frame: 'Eastcombe Police · compare referrals · how: ____ · within 12 months of the launch of the new pathway · so that: ____ · seen by: compare referrals in the year before and the year after', questions: [],
  }),
  recommendation({
    unit: 'u17', tier: 'not-a-recommendation', form: 'learning', levels: levels(1, 0, 0, 0), elements: { agency: [agency('u17', 'Practitioners', 'generic')] }, flags: ['misfiled'],
    rules: [rule('agency/generic', 'agency', 1, 'A phrase that leaves open whom one would write to.', [find('u17', 'Practitioners')]), rule('action/none', 'action', 0, 'Nothing to do is named.'), NOT_FOUND, NO_DATE],
    frame: '', questions: ['What would a worker do on Monday that they did not do last Friday?'],
  }),
  recommendation({
    unit: 'u18', tier: 'clear', levels: levels(3, 2, 0, 0), elements: { agency: [agency('u18', 'Tidewell ICB', 'named')] },
    rules: [], frame: '', questions: [],
  }),
];

function made(id: string, unit: string, group: string, words: string, severity: 1 | 2 | 3, use: Cliche['use'], why: string, question: string): Cliche {
  const span = find(unit, words);
  return { id, group, unit, text: words, start: span.start, end: span.end, page: span.page, severity, use, why, question };
}

const CLICHES: readonly Cliche[] = [
  made('hard-to-reach', 'u1', 'blame', 'hard to reach', 3, 'used', 'Puts the distance down to the family.', 'What did the service do to reach her, and what did she say about it?'),
  made('failed-to-engage', 'u1', 'blame', 'failed to engage', 3, 'used', 'Puts the failure down to the parent.', 'What was offered, when, and what stood in the way?'),
  made('professional-curiosity', 'u11', 'worn-phrase', 'professional curiosity', 3, 'used', 'Names a quality, not what was missing, why, or how to get it.', 'What was not asked, of whom, at which contact?'),
  made('robust', 'u11', 'worn-phrase', 'robust', 1, 'used', 'Says that something is good, not in what way.', 'What would it stand up to?'),
  made('holistic', 'u11', 'worn-phrase', 'holistic', 2, 'used', 'Ready catchphrase for assessment.', 'What was left out, why, and what will bring it in?'),
  made('embed', 'u11', 'vague-verb', 'embed', 2, 'used', 'Does not say what anyone would do.', 'What would be different, where, and by when?'),
  made('robust', 'u12', 'worn-phrase', 'robust', 1, 'used', 'Says that something is good, not in what way.', 'What would it stand up to?'),
  made('escalation', 'u5', 'jargon', 'Escalation', 1, 'exempt', 'Name of a policy.', 'Who would ring whom?'),
];

const ITEMS: readonly Item[] = [
  { id: 'r1', number: '1', units: ['u10'], levels: levels(3, 2, 2, 3), tier: 'checkable' },
  { id: 'r2', number: '2', units: ['u11'], levels: levels(1, 1, 0, 0), tier: 'aspiration' },
  { id: 'r3', number: '3', units: ['u12'], levels: levels(3, 2, 0, 0), tier: 'clear' },
  { id: 'r4', number: '4', units: ['u13'], levels: levels(0, 2, 0, 1), tier: 'task' },
  { id: 'r5', number: '5', units: ['u14', 'u15', 'u16'], levels: levels(3, 2, 3, 3), tier: 'testable' },
  { id: 'r6', number: '6', units: ['u17'], levels: levels(1, 0, 0, 0), tier: 'not-a-recommendation' },
];

const CHANGES: readonly Change[] = [
  { id: 'change/action', text: 'R2: the text doesn’t yet say what anyone would do. What would a worker do on Monday that they did not do last Friday?', items: ['R2'], needs: 'agreement' },
  { id: 'change/agency', text: 'R4: nobody is named. Who would you write to?', items: ['R4'], needs: 'wording' },
  { id: 'change/measure', text: 'R2, R3, R4: the text doesn’t yet say how anyone would see a difference. Compare what, with what, when?', items: ['R2', 'R3', 'R4'], needs: 'agreement' },
  { id: 'change/form', text: 'R6 reads as learning. Would it stand better among the learning points?', items: ['R6'], needs: 'wording' },
];

function units(): readonly Unit[] {
  return PLACED.filter((line) => line.kind !== 'heading').map((line) => ({
    id: line.id, key: `key-${line.id}`, kind: line.kind as Kind, confidence: line.id === 'u6' ? 0.52 : 0.94, alternative: line.id === 'u6' ? 'finding' : null,
    why: ['kind/filed'], text: line.text, start: line.start, end: line.end, page: line.page,
    section: line.kind === 'recommendation' ? '7 Recommendations' : '5 Learning', number: line.number ?? null, item: line.item ?? null, repeats: line.repeats ?? null,
  }));
}

function counted<K extends string>(names: readonly K[], of: readonly K[]): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, of.filter((one) => one === name).length])) as Record<K, number>;
}

function summary(all: readonly Unit[]): Summary {
  const kinds = counted(KINDS, all.map((unit) => unit.kind));
  return {
    recommendations: 6, repeats: 1, kinds: { ...kinds, recommendation: 6 }, tiers: counted(TIERS, ITEMS.map((one) => one.tier)), namedAgency: 3, measureOfEffect: 1,
    boundedDeadline: 2, trainingOnly: 1, misfiled: 1, cliches: { 'worn-phrase': 4, 'vague-verb': 1, blame: 2 }, changes: CHANGES,
  };
}

const HASH = createHash('sha256').update(TEXT).digest('hex');

/** The canonical text of the example. */
export const exampleText = TEXT;

/** The example: a review with six recommendations. */
export const exampleCritique: Critique = {
  version: '1',
  tool: { name: 'second-question', version: '0.1.0', pipeline: 'lcspr', rubric: '1.0', config: `sha256:${HASH}`, models: { 'unit-classifier': `sha256:${HASH}` } },
  document: {
    source: 'child-k.pdf', sha256: HASH, textSha256: HASH, kind: 'lcspr', method: 'recommendations', title: 'Child K: Local Child Safeguarding Practice Review', pages: 24, words: 9120,
    fidelity: { format: 'pdf', structure: 'geometry', charactersKept: 0.9987, numbersInOrder: true, garbledPages: [], imageOnlyPages: [17], emptyPages: [], furnitureLines: 46, ocrPages: [] },
  },
  units: units(), items: ITEMS, recommendations: RECOMMENDATIONS, cliches: CLICHES,
  appraisal: {
    checklist: 'lcspr', items: [
      { id: 'family-views', answer: 'limited', evidence: [find('u3', 'rang the grandmother')] },
      { id: 'practitioner-involvement', answer: 'not found', evidence: [] },
    ],
  },
  summary: summary(units()),
  messages: [
    { level: 'warning', rule: 'read/image-only', text: 'Page 17 is a picture without text, and was not read. Run again with --ocr to read it.', page: 17 },
    { level: 'info', rule: 'structure/repeats', text: 'One recommendation is printed twice; it is counted once.', page: 24 },
  ],
};

/** A systems review that puts questions to the board and makes no recommendations. */
export function withoutRecommendations(): Critique {
  const kept = exampleCritique.units.filter((unit) => unit.kind !== 'recommendation');
  const kinds = counted(KINDS, kept.map((unit) => unit.kind));
  return {
    ...exampleCritique, document: { ...exampleCritique.document, method: 'questions' }, units: kept, items: [], recommendations: [],
    cliches: exampleCritique.cliches.filter((cliche) => cliche.group === 'blame'),
    summary: { ...summary(kept), recommendations: 0, repeats: 0, kinds, tiers: counted(TIERS, []), namedAgency: 0, measureOfEffect: 0, boundedDeadline: 0, trainingOnly: 0, misfiled: 0, cliches: { blame: 2 }, changes: [] },
  };
}

export const exampleRules: RuleBook = {
  rules: [
    { id: 'agency/named', dimension: 'agency', level: 3, says: NAMED, means: 'A named organisation, a single local service or an accountable post.', source: 'rubric, A3', example: 'CAMHS should …', counterExample: 'Mental health services should …' },
    { id: 'measure/none', dimension: 'measure', level: 0, says: 'No check is named.', means: 'Nothing in the text says how a difference would be seen.', source: 'rubric, M0', example: 'Update the policy.', counterExample: 'Update the policy and report progress.' },
    { id: 'flag/training-only', dimension: 'flag', level: null, says: 'Training and nothing else.', means: 'Nothing but training is asked for.', source: 'rubric', example: '', counterExample: '' },
  ],
  cliches: [
    { id: 'robust', group: 'worn-phrase', severity: 1, why: 'Says that something is good, not in what way.', question: 'What would it stand up to?', okWhen: 'Statistical or technical sense.', source: 'rubric, section 11', example: 'a robust process', counterExample: 'robust standard errors' },
  ],
};
