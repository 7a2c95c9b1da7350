/**
 * Evaluates the judge on the corpus and writes models/EVALUATION.md and models/evaluation.json.
 * Usage: npm run evaluate [-- FILE.jsonl…]     files of labels or verdicts that are not part of the package: their figures are written, their words never
 *        npm run evaluate -- --check           only the watched split; exit code 1 where a headline figure falls below the interval on record
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluateInputs } from '../src/cli/evaluate-run.ts';
import { goldInputs } from '../src/cli/gold-files.ts';
import type { GoldInputs } from '../src/cli/gold-files.ts';
import type { ElsewhereTables } from '../src/report/evaluation-markdown.ts';
import { elsewhereTables, evaluationMarkdown } from '../src/report/evaluation-markdown.ts';
import type { EvaluationReport } from '../src/research/evaluation-report.ts';
import type { EvaluationSummary } from '../src/research/evaluation-summary.ts';
import { evaluationSummary, falls, summaryText } from '../src/research/evaluation-summary.ts';

const CORPUS = fileURLToPath(new URL('../samples/corpus', import.meta.url));
const SUMMARY = new URL('../models/evaluation.json', import.meta.url);
const PAGE = new URL('../models/EVALUATION.md', import.meta.url);

const words = process.argv.slice(2);
const known = existsSync(SUMMARY) ? (JSON.parse(readFileSync(SUMMARY, 'utf8')) as EvaluationSummary<ElsewhereTables>) : null;

if (words.includes('--check')) await check();
else await write(words.filter((word) => word.endsWith('.jsonl')));

async function write(files: readonly string[]): Promise<void> {
  const report = await evaluate(goldInputs([CORPUS, ...files]));
  const elsewhere = files.length > 0 ? elsewhereTables(report) : (known?.elsewhere ?? []);
  writeFileSync(SUMMARY, summaryText(evaluationSummary(report, elsewhere)));
  writeFileSync(PAGE, evaluationMarkdown(report, elsewhere));
  process.stdout.write('models/EVALUATION.md and models/evaluation.json are written.\n');
}

async function check(): Promise<void> {
  if (known === null) return fail('models/evaluation.json is missing: run npm run evaluate first.');
  const inputs = goldInputs([CORPUS]);
  const report = await evaluate({ ...inputs, gold: inputs.gold.filter(({ gold }) => gold.split === known.watched) });
  const fallen = falls(report, known);
  for (const { id, value, before, low } of fallen) process.stderr.write(`${id}: ${value ?? 'no value'}, was ${before} (lower end ${low})\n`);
  if (fallen.length > 0) return fail(`${fallen.length} of the headline figures fell below the interval on record (split "${known.watched}"). Mend the judge; or, if the fall is meant, run npm run evaluate and say why in the commit.`);
  process.stdout.write(`No headline figure of the split "${known.watched}" fell below its interval.\n`);
}

async function evaluate(inputs: GoldInputs): Promise<EvaluationReport> {
  const { report, troubles } = await evaluateInputs(inputs, { source: 'both', errors: 0 });
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
  return report;
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
