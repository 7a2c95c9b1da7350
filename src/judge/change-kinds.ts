import type { Levels, Tier } from '../critique.ts';

/** What an item lacks, as far as the changes need to know. */
export interface Lacking {
  /** "R2" */
  readonly name: string;
  readonly levels: Levels;
  readonly tier: Tier;
  readonly misfiled: boolean;
  readonly trainingOnly: boolean;
  readonly national: boolean;
  readonly mirror: boolean;
  /** Null where causes aren't judged. */
  readonly whyLink: number | null;
  /** −1 where it couldn't be made out. */
  readonly actionType: number;
  readonly hasMethod: boolean;
  readonly burden: number;
  /** Worn phrases in live use, as printed. */
  readonly phrases: readonly string[];
  /** Words in live use that can place blame. */
  readonly blame: readonly string[];
}

/** One kind of change: whom it concerns, what it says after their names, and whether the author can make it alone. */
export interface ChangeKind {
  readonly id: string;
  readonly about: 'why' | 'what' | 'who' | 'know' | 'when';
  readonly needs: 'wording' | 'agreement';
  /** Lowers its weight against others about the same subject; default 1. */
  readonly share?: number;
  readonly concerns: (item: Lacking, all: readonly Lacking[]) => boolean;
  readonly says: (items: readonly Lacking[]) => string;
}

/** In the order in which two of equal weight are taken. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  {
    id: 'why/mirror', about: 'why', needs: 'agreement',
    concerns: ({ whyLink, mirror }) => whyLink !== null && mirror,
    says: () => 'what is asked for is what did not happen. If people knew it already, what stood in the way? Aim at that.',
  },
  {
    id: 'why/elsewhere', about: 'why', needs: 'agreement',
    concerns: ({ whyLink, mirror }) => whyLink === 1 && !mirror,
    says: () => 'the review gives a cause, and the action doesn’t touch it. Is there an action that does?',
  },
  {
    id: 'why/cause', about: 'why', needs: 'agreement',
    concerns: ({ whyLink, mirror }) => whyLink === 0 && !mirror,
    says: () => 'the text doesn’t yet say why it happened. What made it make sense to those who were there?',
  },
  {
    id: 'what/misfiled', about: 'what', needs: 'wording',
    concerns: ({ misfiled, tier }) => misfiled || tier === 'not-a-recommendation',
    says: (items) => `${some(items, 'this is worded as something to know. It', 'these are worded as something to know. They')} may stand among the learning; or say who is to do what.`,
  },
  {
    id: 'what/training-only', about: 'what', needs: 'agreement',
    concerns: (item) => isAsk(item) && item.trainingOnly,
    says: (items) => `${some(items, 'this is', 'these are')} training and nothing else. Is knowledge what is missing? If not, what in the work itself could change: a form, time, a system, a contract?`,
  },
  {
    id: 'what/action', about: 'what', needs: 'agreement',
    concerns: (item) => isAsk(item) && !item.trainingOnly && atMost(item.levels.action, 1),
    says: (items) => `${some(items, 'this gives', 'these give')} a direction; what somebody would do isn’t named yet. What would a worker do on Monday that they did not do last Friday?`,
  },
  {
    id: 'what/phrases', about: 'what', needs: 'wording',
    concerns: (item) => isAsk(item) && item.burden >= 2 && item.phrases.length > 0 && !atMost(item.levels.action, 1),
    says: (items) => `part of the meaning rests on ${quoted(items.flatMap(({ phrases }) => phrases))}. Say what a reader would see in its place.`,
  },
  {
    id: 'what/blame', about: 'what', needs: 'wording',
    concerns: ({ blame }) => blame.length > 0,
    says: (items) => `${quoted(items.flatMap(({ blame }) => blame))} can be read as placing blame on a child or family. Say what happened and who did it.`,
  },
  {
    id: 'what/how', about: 'what', needs: 'agreement', share: 0.5,
    concerns: (item) => isAsk(item) && item.levels.action === 2 && !item.hasMethod && !item.trainingOnly && item.burden < 2,
    says: (items) => `${some(items, 'this is a task', 'these are tasks')} one could tick off. What has to change for ${some(items, 'it', 'them')} to be possible: time, form, system, contract, authority?`,
  },
  {
    id: 'what/memory', about: 'what', needs: 'agreement', share: 0.5,
    concerns: (item, all) => isAsk(item) && !item.national && all.length > 1 && all.every(({ actionType }) => actionType === 0 || actionType === 1),
    says: () => 'all rest on people knowing and remembering. Could one of them change the work instead, so that it doesn’t depend on memory?',
  },
  {
    id: 'who/owner', about: 'who', needs: 'agreement',
    concerns: (item) => isAsk(item) && atMost(item.levels.agency, 1),
    says: () => 'who would act was not found in the text, or is a general phrase. Whom would you write to, and who reports back?',
  },
  {
    id: 'know/effect', about: 'know', needs: 'agreement',
    concerns: (item) => isAsk(item) && !item.national && atMost(item.levels.measure, 1),
    says: () => 'the text doesn’t yet say how anyone would see a difference. Compare what, with what, when?',
  },
  {
    id: 'know/baseline', about: 'know', needs: 'agreement', share: 0.75,
    concerns: (item) => isAsk(item) && !item.national && item.levels.measure === 2,
    says: () => 'something is counted already. With the figure as it was before beside it, one would see whether it changed.',
  },
  {
    id: 'when/date', about: 'when', needs: 'agreement',
    concerns: (item) => isAsk(item) && atMost(item.levels.deadline, 1),
    says: () => 'by when was not found in the text. Which date, or how long after which event?',
  },
  {
    id: 'when/anchor', about: 'when', needs: 'wording', share: 0.75,
    concerns: (item) => isAsk(item) && item.levels.deadline === 2,
    says: () => 'a period is given. From which day is it counted?',
  },
];

function isAsk({ tier, misfiled }: Lacking): boolean {
  return tier !== 'not-a-recommendation' && !misfiled;
}

/** A level that could not be made out lacks nothing that we know of. */
function atMost(level: number | null, most: number): boolean {
  return level !== null && level <= most;
}

function some(items: readonly Lacking[], one: string, many: string): string {
  return items.length === 1 ? one : many;
}

/** Up to three phrases, each once. */
function quoted(phrases: readonly string[]): string {
  const once = [...new Map(phrases.map((phrase) => [phrase.toLowerCase(), `“${phrase}”`])).values()].slice(0, 3);
  return once.length < 2 ? once.join('') : `${once.slice(0, -1).join(', ')} and ${once.at(-1) ?? ''}`;
}
