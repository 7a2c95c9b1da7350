import { expect, test } from 'vitest';
import { agree } from '../../src/research/agree.ts';
import { coderFromProject, projectUsers } from '../../src/research/coder-project.ts';
import type { LabelBook } from '../../src/research/labels.ts';
import type { ReadCoding, ReadProject } from '../../src/research/qdpx-read.ts';
import { crowded, spanAgreement } from '../../src/research/span-agreement.ts';

const BOOK: LabelBook = { name: 'Own', version: '1', codes: [{ id: 'T1', name: 'Referral', parent: null, definition: '', source: '', seed: null, patterns: [], example: '' }] };
const TEXT = 'The letter was late. The ICB should send it by May. Snow fell.';
const at = (coder: string, words: string, ...path: readonly string[]): ReadCoding => ({ source: 'k', coder, path, start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length, text: words });
const [LATE, ASK, SNOW] = ['The letter was late.', 'The ICB should send it by May.', 'Snow fell.'] as const;

const PROJECT: ReadProject = {
  sources: [{ name: 'k', text: TEXT }],
  codings: [
    at('second-question', LATE, 'Kind', 'finding'), at('second-question', ASK, 'Kind', 'recommendation'), at('second-question', SNOW, 'Kind', 'other'),
    at('second-question', ASK, 'Level', 'agency', 'agency 3'), at('second-question', LATE, 'Theme', 'T1 Referral'),
    // A person selects a little less, or two passages at once.
    at('Ann', 'letter was late', 'Kind', 'learning-point'), at('Ann', 'The ICB should send it', 'Kind', 'recommendation'), at('Ann', 'The ICB should send it', 'Level', 'agency', 'agency 3'),
    at('Ann', `${LATE} ${ASK}`, 'Theme', 'T1 Referral'), at('Ann', SNOW, 'weather'),
  ],
};

test('each user of a project is a coder; what a person selects belongs to the passages that it covers by half', () => {
  expect(projectUsers(PROJECT)).toEqual(['Ann', 'second-question']);
  const [ann, tool] = projectUsers(PROJECT).map((user) => coderFromProject(user, PROJECT, user, BOOK));
  const seen = new Map((ann?.units ?? []).map(({ text, codes, labels }) => [text, [codes.get('kind'), codes.get('agency'), [...(labels ?? [])].join('+')]] as const));
  expect([...seen]).toEqual([[LATE, ['learning-point', undefined, 'T1']], [ASK, ['recommendation', '3', 'T1']], [SNOW, [undefined, undefined, 'weather']]]);
  const { variables } = agree([ann, tool].filter((one) => one !== undefined));
  expect(variables.map(({ id, n, pairs: [pair] }) => [id, n, pair?.exact])).toEqual([['kind', 2, 0.5], ['kind (candidates)', 2, 0.5], ['agency', 1, 1], ['T1', 3, 0.6667], ['weather', 3, 0.6667]]);
});

test('without the tool’s passages each coded stretch is a unit; several codes of a stretch are kept', () => {
  const own: ReadProject = { ...PROJECT, codings: [at('Ann', LATE, 'cause', 'workload'), at('Ann', LATE, 'feeling'), at('Ben', SNOW, 'feeling')] };
  expect(coderFromProject('Ann', own, 'Ann', BOOK).units.map(({ unit, labels }) => [unit, [...(labels ?? [])]])).toEqual([['0-20', ['cause', 'cause / workload', 'feeling']]]);
  expect(coderFromProject('all', own, null, BOOK).units).toHaveLength(2);
});

test('passages of the tool’s results serve where they are given', () => {
  const frame = new Map([['k', [{ unit: 'u1', start: 0, end: 20, text: LATE }, { unit: 'u2', start: 21, end: 51, text: ASK }]]]);
  expect(coderFromProject('Ann', PROJECT, 'Ann', BOOK, frame).units.map(({ unit, codes }) => [unit, codes.get('kind')])).toEqual([['u1', 'learning-point'], ['u2', 'recommendation']]);
});

test('places of one code that overlap, and places outside the text, are said with their document', () => {
  const marked = { document: 'k', text: TEXT, spans: [{ start: 0, end: 10, label: 'a' }, { start: 5, end: 12, label: 'a' }, { start: 5, end: 12, label: 'b' }, { start: 60, end: 900, label: 'b' }] };
  expect(crowded([marked])).toHaveLength(2);
  expect(crowded([marked]).join(' ')).toMatch(/k: 1 places lie outside the text.*k: 1 places overlap another with the same code \(first: a at 5\)/u);
  expect(spanAgreement(['x', 'y'], [marked], [marked])).toMatchObject({ position: 1, labelled: 1 });
});
