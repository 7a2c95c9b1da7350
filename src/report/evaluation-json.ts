import type { EvaluationReport } from '../research/evaluation-report.ts';

/** The whole evaluation as text: two spaces, one newline at the end. */
export function evaluationJson(report: EvaluationReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
