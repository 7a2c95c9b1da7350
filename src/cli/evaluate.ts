import { Option } from 'commander';
import type { Command } from 'commander';
import type { EvaluationReport } from '../research/evaluation-report.ts';
import { checkOut, inFolder, print, writeTo } from './output.ts';
import { UsageError } from './usage-error.ts';

interface Options {
  readonly format: string;
  readonly split: string;
  readonly source: 'docx' | 'pdf' | 'both';
  readonly errors: string;
  readonly pipeline?: string;
  readonly out?: string;
}

const FORMATS: Readonly<Record<string, { readonly extension: string; readonly render: (report: EvaluationReport) => Promise<string> }>> = {
  terminal: { extension: 'txt', render: async (report) => (await import('../report/evaluation-terminal.ts')).evaluationTerminal(report) },
  json: { extension: 'json', render: async (report) => (await import('../report/evaluation-json.ts')).evaluationJson(report) },
  html: { extension: 'html', render: async (report) => (await import('../report/evaluation-html.ts')).evaluationHtml(report) },
};

export function register(command: Command): void {
  command
    .argument('<gold...>', 'gold files, folders of them (*.gold.json), or files of labels or verdicts (*.jsonl)')
    .addOption(new Option('--format <name>', 'how the result is written').choices(Object.keys(FORMATS)).default('terminal'))
    .addOption(new Option('--split <name>', 'only the reviews of this split').choices(['train', 'dev', 'sealed', 'all']).default('all'))
    .addOption(new Option('--source <name>', 'only the Word or the PDF file of each review').choices(['docx', 'pdf', 'both']).default('both'))
    .option('--errors <number>', 'how many errors to list', '24')
    .option('--pipeline <name|file>', 'stages and weights to use (default: by the kind of document)')
    .option('--out <path>', 'write to this file')
    .addHelpText('after', '\nThe format of gold files: samples/corpus/README.md. Exit codes: 0 done; 2 wrong use; 3 some file could not be read (its units count as wrong).')
    .action(run);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const errors = Number(options.errors);
  if (!Number.isInteger(errors) || errors < 0) throw new UsageError(`--errors must be a whole number from 0, but is "${options.errors}".`);
  const format = FORMATS[options.format];
  if (format === undefined) throw new UsageError(`there is no format "${options.format}".`);
  const target = options.out === undefined ? null : checkOut(options.out, false, paths);
  const { goldInputs } = await import('./gold-files.ts');
  const { evaluateInputs } = await import('./evaluate-run.ts');
  const inputs = goldInputs(paths);
  const gold = inputs.gold.filter((file) => options.split === 'all' || file.gold.split === options.split);
  if (gold.length === 0 && inputs.lines.length === 0) throw new UsageError(`there is no review of the split "${options.split}". Leave --split out to see all.`);
  const { report, troubles } = await evaluateInputs({ ...inputs, gold }, {
    source: options.source, errors, ...(options.pipeline === undefined ? {} : { pipeline: options.pipeline }), ...(process.stderr.isTTY ? { progress } : {}),
  });
  const text = await format.render(report);
  if (target === null) await print(text);
  else writeTo(inFolder(target, `evaluation.${format.extension}`), text);
  for (const trouble of troubles) process.stderr.write(`second-question: ${trouble}\n`);
  if (troubles.length > 0) process.exitCode = 3;
}

function progress(done: number, of: number): void {
  process.stderr.write(done === of ? '\r\u001b[K' : `\rfile ${done} of ${of} judged`);
}
