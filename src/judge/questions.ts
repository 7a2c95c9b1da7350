import type { Form, Level, Levels, Scope } from '../critique.ts';
import type { Rubric, RubricQuestion } from './rubric.ts';

/** What the questions are chosen from; a `Recommendation` with its live phrases has all of it. */
export interface QuestionInput {
  readonly form: Form;
  readonly levels: Levels;
  readonly flags: readonly string[];
  readonly scope: Scope;
  readonly trainingOnly: boolean;
  readonly actionType: Level | null;
  readonly clicheBurden: Level;
  /** Null until causes are judged: then no question about the cause is asked. */
  readonly whyLink: Level | null;
  /** The cause that the review gives, in its own words. */
  readonly cause?: string | null;
  /** Whether the text says how the action comes about. */
  readonly hasMethod?: boolean;
  /** Learning or findings that it answers; leave out where links aren't judged. */
  readonly answers?: readonly string[];
  /** Phrases in live use. */
  readonly cliches: readonly QuestionCliche[];
}

export interface QuestionCliche {
  readonly id: string;
  readonly text: string;
  readonly severity: 1 | 2 | 3;
  readonly question: string;
}

/**
 * The second questions, in the order why, what and how, who, how we would know, when; one of each, about four in all.
 * Where worn phrases carry the meaning, one place is theirs.
 */
export function questionsFor(input: QuestionInput, rubric: Pick<Rubric, 'questions' | 'misfiledQuestion' | 'questionsShown'>): readonly string[] {
  const asked = input.form === 'fact' || input.form === 'learning' ? [] : onePerSubject(rubric.questions.filter((question) => applies(question, input)));
  const opening = input.form === 'fact' || input.form === 'learning' ? [rubric.misfiledQuestion] : asked.map((question) => worded(question, input));
  const phrases = phraseQuestions(input, asked.some(({ id }) => id === 'unused'));
  const kept = input.clicheBurden >= 2 && phrases.length > 0 ? 1 : 0;
  const first = opening.slice(0, rubric.questionsShown - kept);
  return [...first, ...phrases.slice(0, Math.min(2, rubric.questionsShown - first.length))];
}

/** "If people already knew this …" and "Why did competent people …" ask the same thing; the first is enough. */
function onePerSubject(questions: readonly RubricQuestion[]): readonly RubricQuestion[] {
  return questions.filter((question, index) => questions.findIndex(({ about }) => about === question.about) === index);
}

function applies({ about, when }: RubricQuestion, input: QuestionInput): boolean {
  if (about === 'know' && input.scope === 'national') return false;
  if (when.flag !== undefined) return input.flags.includes(when.flag);
  if (when.trainingOnly !== undefined) return input.trainingOnly === when.trainingOnly;
  if (when.cliche !== undefined) return input.cliches.some(({ id }) => id === when.cliche);
  if (when.unanswered === true) return input.answers?.length === 0;
  const level = levelOf(when.dimension, input);
  if (level === null || level < (when.from ?? 0) || level > (when.atMost ?? 3)) return false;
  return !(when.dimension === 'action' && level === 2 && input.hasMethod === true);
}

function levelOf(scale: string | undefined, { levels, whyLink, actionType }: QuestionInput): Level | null {
  if (scale === 'why-link') return whyLink;
  if (scale === 'action-type') return actionType;
  if (scale === 'agency' || scale === 'action' || scale === 'measure' || scale === 'deadline') return levels[scale];
  return null;
}

function worded({ ask, askWithoutCause }: RubricQuestion, { cause }: QuestionInput): string {
  if (!ask.includes('{cause}')) return ask;
  return cause === undefined || cause === null || cause === '' ? (askWithoutCause ?? ask) : ask.replace('{cause}', `“${cause}”`);
}

/** Weightiest first; a phrase that is only to be watched (1) asks nothing. */
function phraseQuestions({ cliches }: QuestionInput, escalationAsked: boolean): readonly string[] {
  const telling = cliches.filter(({ id, severity }) => severity >= 2 && !(escalationAsked && id === 'escalation'));
  const weighted = [...telling].sort((a, b) => b.severity - a.severity);
  return [...new Map(weighted.map((hit) => [hit.id, `“${hit.text}”: ${hit.question}`])).values()];
}
