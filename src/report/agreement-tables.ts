import type { Agreement, Disagreement, Pairwise, VariableAgreement } from '../research/agree.ts';
import type { SpanAgreement } from '../research/span-agreement.ts';
import type { Table } from './evaluation-tables.ts';

/** Agreement as tables of words, the same for terminal and page. */
export function agreementTables(result: Agreement): Table[] {
  const { variables, spans = [] } = result;
  const [codes, labels] = [variables.filter(({ label }) => !label), variables.filter(({ label }) => label)];
  return [...(codes.length === 0 && labels.length > 0 ? [] : [headTable(result, codes)]), ...(labels.length === 0 ? [] : [labelTable(result, labels, codes.length === 0)]), ...pairTables(codes), ...(spans.length === 0 ? [] : [spanTable(spans)]), ...codes.flatMap(({ id, pairs, values }) => (pairs.length === 1 ? pairs.map((pair) => confusionTable(id, values, pair)) : []))];
}

/** Codes of which a passage may have several, each yes or no. */
function labelTable(result: Agreement, labels: readonly VariableAgreement[], alone: boolean): Table {
  const { coders } = result;
  const [first] = labels;
  const pairs = first?.pairs ?? [];
  return {
    title: alone ? headTitle(result) : `Codes of which a passage may have several (${first?.n ?? 0} passages)`,
    note: `Alpha with its bootstrap interval over documents; for each two coders how many passages each gave the code, Cohen’s kappa, and agreement on the passages that either gave it (2a / (2a + b + c)), which passages that nobody coded don’t swell.${pairs.length > 1 ? ` Pairs: ${pairs.map(({ coders: two }) => two.join(' and ')).join('; ')}.` : ` ${coders.join(' and ')}.`}`,
    head: ['', 'alpha', 'interval', ...pairs.flatMap(() => ['given', 'kappa', 'agree'])],
    rows: labels.map(({ id, alpha, pairs: own }) => [id, figure(alpha.value), alpha.low === null ? '–' : `${figure(alpha.low)}–${figure(alpha.high)}`, ...own.flatMap(({ confusion: [[, b = 0] = [], [c = 0, a = 0] = []], kappa, positive }) => [`${a + c}, ${a + b}`, figure(kappa), figure(positive)])]),
  };
}

function headTitle({ coders, documents, units, alone }: Agreement): string {
  const lonely = coders.flatMap((coder, index) => ((alone[index] ?? 0) > 0 ? [`${alone[index]} units only ${coder} has`] : []));
  return `Agreement of ${coders.join(', ')}: ${units} units of ${documents} document${documents === 1 ? '' : 's'}${lonely.length > 0 ? ` (${lonely.join(', ')})` : ''}`;
}

function headTable(result: Agreement, variables: readonly VariableAgreement[]): Table {
  return {
    title: headTitle(result),
    note: 'Krippendorff’s alpha with a 95 per cent bootstrap interval over documents ("–" below three documents). Candidates are the units that at least one coder took for more than narrative.',
    head: ['', 'n', 'alpha', 'interval', 'nominal', 'ordinal', 'steps'],
    rows: variables.map(({ id, n, alpha, alphas, order }) => [
      `${id} (${order})`, String(n), figure(alpha.value), alpha.low === null ? '–' : `${figure(alpha.low)}–${figure(alpha.high)}`, figure(alphas.nominal), figure(alphas.ordinal), figure(alphas.interval),
    ]),
  };
}

function pairTables(variables: readonly VariableAgreement[]): Table[] {
  return [...new Set(variables.flatMap(({ pairs }) => pairs.map(({ coders }) => coders.join(' and '))))].map((title) => ({
    title, note: 'Cohen’s kappa, without weights, with linear and with quadratic weights; share of exact agreement and of agreement within one step.',
    head: ['', 'n', 'exact', 'within 1', 'kappa', 'linear', 'quadratic'],
    rows: variables.flatMap(({ id, pairs }) => pairs.filter(({ coders }) => coders.join(' and ') === title)
      .map(({ n, exact, withinOne, kappa, kappaLinear, kappaQuadratic }) => [id, String(n), ...[exact, withinOne, kappa, kappaLinear, kappaQuadratic].map(figure)])),
  }));
}

function spanTable(spans: readonly SpanAgreement[]): Table {
  return {
    title: 'Agreement on places',
    note: 'F1 of spans that share at least half of the characters of both, each paired once; kappa over words. “place”: position alone; “label”: position and label.',
    head: ['', 'documents', 'spans', 'F1 place', 'F1 label', 'words place', 'words label'],
    rows: spans.map(({ coders, documents, spans: [a, b], position, labelled, wordsMarked, wordsLabelled }) => [coders.join(' and '), String(documents), `${a} and ${b}`, ...[position, labelled, wordsMarked, wordsLabelled].map(figure)]),
  };
}

/** Only the values that occur. */
function confusionTable(id: string, values: readonly string[], { coders, confusion }: Pairwise): Table {
  const used = values.map((_, index) => index).filter((index) => confusion.some((row, i) => row.some((count, j) => count > 0 && (i === index || j === index))));
  return {
    title: `${id}: ${coders[0]} (rows) against ${coders[1]} (columns)`, note: '', head: ['', ...used.map((index) => values[index] ?? '')],
    rows: used.map((i) => [values[i] ?? '', ...used.map((j) => String(confusion[i]?.[j] ?? 0))]),
  };
}

/** "u3 of child-k · kind: A finding, B learning-point". */
export function disagreementHead(coders: readonly string[], { document, unit, variable, codes }: Disagreement): string {
  return `${unit}${document === '' ? '' : ` of ${document}`} · ${variable}: ${coders.map((coder, index) => `${coder} ${codes[index] ?? 'not coded'}`).join(', ')}`;
}

export function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(2).replace(/^(-?)0\./, '$1.');
}
