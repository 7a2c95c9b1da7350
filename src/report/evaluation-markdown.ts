import type { EvaluationReport } from '../research/evaluation-report.ts';
import { challengeTables, labelledTables } from './evaluation-extra-tables.ts';
import type { Table } from './evaluation-tables.ts';
import { evaluationTables } from './evaluation-tables.ts';
import { headWords } from './evaluation-words.ts';

/** Tables of documents that are not part of the package: their figures are kept, their words never. */
export type ElsewhereTables = readonly Table[];

/** Figures on real documents and on items with verdicts, without a word of them. */
export function elsewhereTables({ labelled, challenges }: Pick<EvaluationReport, 'labelled' | 'challenges'>): Table[] {
  return [
    ...labelled.flatMap((one) => labelledTables({ ...one, name: 'Real inspection reports' })),
    ...challenges.flatMap((one) => challengeTables({ ...one, name: 'Challenge set' })),
  ];
}

/** `models/EVALUATION.md`: written by `npm run evaluate`, never by hand. */
export function evaluationMarkdown(report: EvaluationReport, elsewhere: ElsewhereTables): string {
  const parts = [
    '# How well the judge does', INTRODUCTION, headWords(report).join('\n\n'),
    ...evaluationTables(report).map(tableMarkdown),
    '## Elsewhere', ELSEWHERE, ...(elsewhere.length === 0 ? ['Not measured yet.'] : elsewhere.map(tableMarkdown)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const INTRODUCTION = `Written by \`npm run evaluate\`; do not edit. The reviews in \`samples/corpus\` are **fictional**, and their labels were made by **language models that
followed the codebook, not by people**. The figures say how well the judge follows that codebook on writing of that kind. How well it does on real reviews is for researchers to
find out, with reviews that people have coded: \`second-question evaluate FOLDER\`.

- **sealed**: other imagined authors. Their texts and errors are not looked at while the judge is made; only these figures are. The figures to go by.
- **dev**: rules and lists were tuned while reading the errors on these; the weights for kinds that ship are trained on them too.
- **train**: the weights are trained on these, so that their figures show memory and not skill.

\`npm run evaluate -- --check\` measures the sealed reviews anew and fails where a headline figure falls below the interval in \`models/evaluation.json\`.
Errors worth reading, with the judge’s reasons: \`second-question evaluate samples/corpus --split dev\`.`;

const ELSEWHERE = `Documents that are not part of this package. Real inspection reports: sixteen English inspection letters (Ofsted, CQC, HMICFRS, HMI Probation) with units labelled by hand;
they are neighbours of a review, not reviews, and the units were picked for variety. Challenge set: recommendations and learning points that an annual review of reviews quotes or
paraphrases with its authors’ verdict; extracts without their context, from one team. Neither was trained on. They are measured where someone has them: \`npm run evaluate -- FILE.jsonl…\`;
otherwise the last figures are kept.`;

export function tableMarkdown({ title, note, head, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const table = [line(head), `|${head.map((_, index) => (index === 0 ? '---' : '--:')).join('|')}|`, ...rows.map(line)].join('\n');
  return [`### ${title}`, ...(note === '' ? [] : [note]), table].join('\n\n');
}
