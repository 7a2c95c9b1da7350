/**
 * A pipeline file says which stages run, with which lexicons, weights and thresholds. It holds no code.
 * Everything here is pure, so that the page checks a configuration in the same way as the command line.
 */
import { DIMENSIONS } from './critique.ts';
import type { Dimension, DocumentKind } from './critique.ts';

export type StageId = 'read' | 'structure' | 'kinds' | 'elements' | 'cliches' | 'levels' | 'repeats' | 'questions' | 'appraisal' | 'summary';

export interface Stage {
  readonly id: StageId;
  readonly says: string;
  /** Stages that must stand before this one. */
  readonly needs: readonly StageId[];
}

/** Every stage there is, in the order in which they usually run. */
export const STAGES: readonly Stage[] = [
  { id: 'read', says: 'the bytes become one text with its blocks and pages', needs: [] },
  { id: 'structure', says: 'the text becomes sections, items and sentences', needs: ['read'] },
  { id: 'kinds', says: 'recommendations are kept apart from learning points and findings', needs: ['structure'] },
  { id: 'elements', says: 'who, what, how, when and the measure are looked for', needs: ['kinds'] },
  { id: 'cliches', says: 'worn phrases are looked for', needs: ['structure'] },
  { id: 'levels', says: 'each dimension gets its level', needs: ['elements'] },
  { id: 'repeats', says: 'recommendations that are printed twice are joined', needs: ['kinds'] },
  { id: 'questions', says: 'each low level gets its second question', needs: ['levels'] },
  { id: 'appraisal', says: 'the checklist of the statutory guidance is gone through', needs: ['structure'] },
  { id: 'summary', says: 'counts, and the changes that would help most', needs: ['kinds'] },
];

export interface RubricConfig {
  readonly version: string;
  /** Weight of each dimension in the specificity index; 1 is the default of each. */
  readonly weights: Readonly<Record<Dimension, number>>;
  /** Highest index that an item without an identifiable action can have. */
  readonly cap: number;
}

export interface PipelineConfig {
  readonly name: string;
  /** Kinds of document for which this pipeline is taken where the user names none. */
  readonly kinds: readonly DocumentKind[];
  readonly stages: readonly StageId[];
  /** "cliches", the built-in one, and paths of further lexicon files, seen from the pipeline file. */
  readonly lexicons: readonly string[];
  readonly rubric: RubricConfig;
  /** Below `unsure` a unit's second most likely kind is given too. */
  readonly thresholds: { readonly unsure: number };
  /** Rules and clichés that are switched off, by id. */
  readonly rules: { readonly off: readonly string[] };
  readonly limits: { readonly seconds: number; readonly pages: number };
}

/** One thing that is wrong with a pipeline file: where (a JSON path), what, and what to do. */
export interface ConfigProblem {
  readonly path: string;
  readonly text: string;
}

/** A pipeline file that can't be used. The message names the file, the place in it and the remedy, one problem a line. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(file: string, problems: readonly ConfigProblem[]) {
    super(problems.map((problem) => `${file}${problem.path === '' ? '' : ` at ${problem.path}`}: ${problem.text}`).join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** What the schema can't say: the order of the stages, and names that must exist. Give `null` for names that aren't known. */
export function configProblems(config: PipelineConfig, known: { readonly lexicons: readonly string[] | null; readonly rules: readonly string[] | null }): readonly ConfigProblem[] {
  return [
    ...stageProblems(config.stages),
    ...nameProblems('lexicons', config.lexicons, known.lexicons, 'lexicon'),
    ...nameProblems('rules.off', config.rules.off, known.rules, 'rule'),
    ...weightProblems(config.rubric.weights),
  ];
}

function stageProblems(stages: readonly string[]): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  stages.forEach((id, index) => {
    const path = `stages[${index}]`;
    const stage = STAGES.find((candidate) => candidate.id === id);
    if (!stage) {
      problems.push({ path, text: `unknown stage "${id}". Known stages: ${STAGES.map((known) => known.id).join(', ')}.` });
      return;
    }
    if (stages.indexOf(id) < index) problems.push({ path, text: `"${id}" stands twice. Take one out.` });
    for (const need of stage.needs) {
      const place = stages.indexOf(need);
      if (place === -1) problems.push({ path, text: `"${id}" needs "${need}". Add "${need}" before it, or take "${id}" out.` });
      else if (place > index) problems.push({ path, text: `"${id}" needs "${need}" before it. Move "${need}" up.` });
    }
  });
  return problems;
}

function nameProblems(path: string, names: readonly string[], known: readonly string[] | null, what: string): readonly ConfigProblem[] {
  if (known === null) return [];
  return names.flatMap((name, index) => {
    if (known.includes(name)) return [];
    const near = nearest(name, known);
    const remedy = known.length <= 20 ? `Known: ${known.join(', ')}.` : `Did you mean ${near.map((id) => `"${id}"`).join(' or ')}?`;
    return [{ path: `${path}[${index}]`, text: `unknown ${what} "${name}". ${remedy}` }];
  });
}

function weightProblems(weights: Readonly<Record<Dimension, number>>): readonly ConfigProblem[] {
  const sum = DIMENSIONS.reduce((total, dimension) => total + weights[dimension], 0);
  return sum > 0 ? [] : [{ path: 'rubric.weights', text: 'all weights are 0. Give at least one dimension a weight above 0.' }];
}

/** The (at most three) known names that are most like `name`, best first. */
export function nearest(name: string, known: readonly string[], count = 3): readonly string[] {
  const wanted = name.toLowerCase();
  return known
    .map((id) => ({ id, distance: id.includes(wanted) ? 0 : editDistance(wanted, id.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .slice(0, count)
    .map((entry) => entry.id);
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
