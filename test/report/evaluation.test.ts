import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { evaluationHtml } from '../../src/report/evaluation-html.ts';
import { evaluationMarkdown } from '../../src/report/evaluation-markdown.ts';
import { plain, shown } from '../../src/report/evaluation-tables.ts';
import { evaluationTerminal } from '../../src/report/evaluation-terminal.ts';
import type { Run } from '../../src/research/evaluation.ts';
import { evaluationReport } from '../../src/research/evaluation-report.ts';
import type { EvaluationReport } from '../../src/research/evaluation-report.ts';
import { evaluationSummary, falls, summaryText } from '../../src/research/evaluation-summary.ts';
import { completeGold } from '../../src/research/gold-reading.ts';

/** Four reviews in two splits, with made-up counts. */
function example(hits = 9): EvaluationReport {
  const runs = ['a', 'b', 'c', 'd'].flatMap((id, index) => (['docx', 'pdf'] as const).map((source): Run => ({
    gold: completeGold({ id, split: index < 3 ? 'sealed' : 'dev', author: `author-${id}`, layout: 'a-layout-with-a-rather-long-name-indeed', note: 'fictional', units: [], spans: [] }),
    source,
    judge: { 'unit/all': 20, 'unit/read': 20, 'kind/recommendation/gold': 10, 'kind/recommendation/system': 11, 'kind/recommendation/hit': hits, 'level/agency/3>3': 5, 'level/agency/3>0': 2, 'level/agency/0>0': 2, 'kind/cell/recommendation>recommendation': hits, 'kind/cell/recommendation>finding': 10 - hits, 'kind/cell/finding>finding': 10 },
    baseline: { 'kind/recommendation/gold': 10, 'kind/recommendation/system': 20, 'kind/recommendation/hit': 6 },
    errors: id === 'd' ? [{ about: 'kind', name: 'kind', section: 'A <b>heading</b>', text: 'The text \u001b[31m of an error <img src=x>.', gold: 'finding', judge: 'recommendation (0.91)', why: ['the word “should”'], weight: 1.91 }] : [],
  })));
  return evaluationReport({ tool: { version: '0', models: {} }, runs, coders: { agency: { value: 0.8, low: 0.7, high: 0.9 } }, labelled: [], challenges: [], errors: 10 });
}

test.each([[0.934, '.93'], [1, '1.00'], [0, '.00'], [-0.071, '−.07'], [-0.001, '.00'], [null, '–']])('%s is shown as %s', (value, text) => {
  expect(plain(value)).toBe(text);
});

test('an interval stands in brackets where there is one', () => {
  expect(shown({ value: 0.5, low: 0.4, high: 0.61 })).toBe('.50 (.40–.61)');
  expect(shown({ value: 0.5, low: null, high: null })).toBe('.50');
});

test('the terminal report fits 80 columns and holds no control characters', () => {
  const text = evaluationTerminal(example());
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(text).not.toContain('\u001b');
  expect(text).toContain('sealed 3 reviews in 6 files · dev 1 review in 2 files');
  expect(text).toMatch(/recommendation F1 {2,}\.86 \(\.86–\.86\)/);
  expect(text).toMatch(/agency .* \.80 \(\.70–\.90\)/);
});

test('one error of both files is listed once; those of sealed reviews never are', () => {
  const text = evaluationTerminal(example());
  expect(text.match(/The text/g)).toHaveLength(1);
  expect(text).toContain('d (dev; docx, pdf)');
  expect(text.replace(/\s+/g, ' ')).toContain('Errors of sealed reviews are counted and never listed');
});

test('the page is well formed, loads nothing, and escapes what it quotes', () => {
  const page = evaluationHtml(example());
  const problems: string[] = [];
  parse(page, { onParseError: (problem) => problems.push(problem.code) });
  expect(problems).toEqual([]);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<script|<img|https?:/);
  expect(page).toContain('&lt;b&gt;heading&lt;/b&gt;');
});

test('the Markdown says that reviews are fictional and labels not by people, and holds no text of an error', () => {
  const page = evaluationMarkdown(example(), [{ title: 'Elsewhere table', note: '', head: ['', 'a|b'], rows: [['x', '1']] }]);
  expect(page).toContain('**fictional**');
  expect(page).toContain('not by people');
  expect(page).not.toContain('The text');
  expect(page).toContain('|  | a\\|b |');
});

test('the same runs give the same bytes', () => {
  expect(JSON.stringify(example())).toBe(JSON.stringify(example()));
});

test('a fall below the interval on record is found, one within it is not', () => {
  const kept = evaluationSummary(example(), []);
  expect(JSON.parse(summaryText(kept))).toEqual(kept);
  expect(falls(example(), kept)).toEqual([]);
  expect(falls(example(7), kept).map(({ id }) => id)).toContain('kind/recommendation/f1');
});
