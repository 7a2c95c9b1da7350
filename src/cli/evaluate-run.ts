/**
 * Judges every file that an evaluation needs, and hands the critiques to the figures. Used by `evaluate` and by `npm run evaluate`.
 */
import { dirname, join } from 'node:path';
import type { Critique } from '../critique.ts';
import { loadModels } from '../node/models.ts';
import { answerOf } from '../research/answer.ts';
import { baselineAnswer } from '../research/baseline.ts';
import type { ChallengeReport } from '../research/challenge.ts';
import { challengeDocument, challengeItem, challengeReport, isRanked, scoreChallenge } from '../research/challenge.ts';
import type { Run } from '../research/evaluation.ts';
import { runOn } from '../research/evaluation.ts';
import type { EvaluationReport } from '../research/evaluation-report.ts';
import { BOOTSTRAP, evaluationReport } from '../research/evaluation-report.ts';
import type { LabelledReport } from '../research/labelled.ts';
import { labelledReport, labelledUnit, scoreLabelled } from '../research/labelled.ts';
import { VERSION } from '../version.ts';
import type { Engine } from './engine.ts';
import { startEngine } from './engine.ts';
import type { GoldFile, GoldInputs, LinesFile } from './gold-files.ts';
import { coderAgreement, documentBeside, sourceOf } from './gold-files.ts';
import { readInput } from './input.ts';

export interface EvaluateOptions {
  readonly source: 'docx' | 'pdf' | 'both';
  /** Errors to list. */
  readonly errors: number;
  readonly pipeline?: string;
  /** Told of each file that is done. */
  readonly progress?: (done: number, of: number) => void;
}

export interface Evaluated {
  readonly report: EvaluationReport;
  /** Files that could not be read at all, with the reason; their units count as wrong. */
  readonly troubles: readonly string[];
}

interface Work {
  readonly engine: Engine;
  readonly troubles: string[];
}

export async function evaluateInputs({ gold, lines }: GoldInputs, options: EvaluateOptions): Promise<Evaluated> {
  const work: Work = { engine: await startEngine(options.pipeline === undefined ? {} : { pipeline: options.pipeline }), troubles: [] };
  const runs = await goldRuns(gold, options, work);
  const labelled: LabelledReport[] = [];
  const challenges: ChallengeReport[] = [];
  for (const file of lines) {
    if (file.shape === 'labelled') labelled.push(await labelledRun(file, work));
    else challenges.push(await challengeRun(file));
  }
  const tool = { version: VERSION, models: loadModels().hashes };
  return { report: evaluationReport({ tool, runs, coders: coderAgreement(gold), labelled, challenges, errors: options.errors }), troubles: work.troubles };
}

async function goldRuns(files: readonly GoldFile[], { source: wanted, progress }: EvaluateOptions, work: Work): Promise<Run[]> {
  const { rubric } = loadModels();
  const jobs = files.flatMap((file) => file.gold.source.map((name) => ({ ...file, name, source: sourceOf(name) }))).filter(({ source }) => wanted === 'both' || source === wanted);
  const runs: Run[] = [];
  for (const { path, gold, name, source } of jobs) {
    const critique = await judged(join(dirname(path), name), work);
    runs.push(runOn(gold, source, { judge: answerOf(critique), baseline: baselineAnswer(critique) }, rubric));
    progress?.(runs.length, jobs.length);
  }
  return runs;
}

async function judged(path: string, { engine, troubles }: Work): Promise<Critique> {
  const critique = await engine.critique(await readInput(path));
  const errors = critique.messages.filter(({ level }) => level === 'error');
  if (critique.document.textSha256 === null) troubles.push(`${critique.document.source}: ${errors.map(({ text }) => text).join(' ')}`);
  return critique;
}

async function labelledRun({ path, name, records }: LinesFile, work: Work): Promise<LabelledReport> {
  const units = records.map(labelledUnit);
  const scored = [];
  for (const file of [...new Set(units.map((unit) => unit.file))].sort()) {
    scored.push(scoreLabelled(units.filter((unit) => unit.file === file), await judged(documentBeside(path, file), work)));
  }
  return labelledReport(name, scored, BOOTSTRAP);
}

/** Items are judged as a list of recommendations, one at a time. */
async function challengeRun({ name, records }: LinesFile): Promise<ChallengeReport> {
  const engine = await startEngine({ pipeline: 'list' });
  const scores = [];
  for (const item of records.map(challengeItem).filter(isRanked)) {
    const bytes = new TextEncoder().encode(challengeDocument(item));
    scores.push(scoreChallenge(item, await engine.critique({ name: item.id, bytes })));
  }
  return challengeReport(name, scores, BOOTSTRAP);
}
