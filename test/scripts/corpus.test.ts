import { describe, expect, it } from 'vitest';
import { makeDocx } from '../../scripts/corpus/docx.ts';
import { framesOf } from '../../scripts/corpus/frames.ts';
import { compile } from '../../scripts/corpus/gold.ts';
import { parse } from '../../scripts/corpus/parse.ts';
import { settle } from '../../scripts/corpus/settle.ts';
import { read } from '../../src/read/read.ts';

const SOURCE = `---
id: anyshire
kind: lcspr
method: recommendations
author: A1
layout: auto-numbered
title: Review
---

# Review

[f id=f1] Nobody asked.[^1] [l id=l1] Ask.

[^1]: [o] A note.

## Recommendations

Recommendation 1: [r id=r1 A3 B2 M1 D3 F3 S1 W2 ans=l1,f1] {who:The ICB} should {do:audit {see:40 files}} {by:by June}.

(a) [r of=r1 A3 B1 M0 D0 F3 S1 W0 T] {do:Train staff}.

| No. | Action | Owner |
|---|---|---|
| [o] 7 | [r id=r2 A3 B2 M0 D0 F3 S1 W0] {do:Review it} <br> [o] Soon. | [o] {who:Council} |

oops } here
`;

it('parses a review and compiles its gold', () => {
  const source = parse(SOURCE);
  expect(source.slips.map((slip) => [slip.line, slip.level])).toEqual([[26, 'error'], [26, 'note']]);
  const { gold, problems } = compile(source, 'train');
  expect(problems).toEqual([]);
  const texts = gold.units.map((unit) => [gold.text.slice(unit.start, unit.end), unit.kind, unit.number, unit.item]);
  expect(texts).toEqual([
    ['Nobody asked.', 'finding', null, null], ['Ask.', 'learning-point', null, null], ['A note.', 'other', '1', null],
    ['The ICB should audit 40 files by June.', 'recommendation', '1', 'r1'], ['Train staff.', 'recommendation', '1(a)', 'r1'],
    ['7', 'other', '7', null], ['Review it', 'recommendation', '7', 'r2'], ['Soon.', 'other', '7', null], ['Council', 'other', '7', null],
  ]);
  expect(gold.spans.map((span) => [span.unit, span.element, gold.text.slice(span.start, span.end), span.from])).toEqual([
    ['u4', 'agency', 'The ICB', 'item'], ['u4', 'action', 'audit 40 files', 'item'], ['u4', 'measure', '40 files', 'item'], ['u4', 'deadline', 'by June', 'item'],
    ['u5', 'action', 'Train staff', 'item'], ['u7', 'action', 'Review it', 'item'], ['u7', 'agency', 'Council', 'context'],
  ]);
  expect(gold.units[3]?.answers).toEqual(['u2', 'u1']);
});

it('makes the same Word file each time, which reads as the source says', async () => {
  const source = parse(SOURCE);
  const bytes = await makeDocx(source);
  expect(await makeDocx(source)).toEqual(bytes);
  const { document } = (await read(bytes, { name: 'a.docx' })).value;
  expect(document.text).toContain('Recommendation 1: The ICB should audit 40 files by June.\n(a) Train staff.\n');
});

it('masks names and numbers in frames', () => {
  expect(framesOf('The Tidewell Safeguarding Board should within 6 weeks write to all of its partners')[0]).toBe('the @ should within # weeks write to');
});

describe('settling three codings', () => {
  const { gold } = compile(parse(SOURCE), 'train');
  const coder = (name: string, rows: Readonly<Record<string, Readonly<Record<string, string>>>>): Parameters<typeof settle>[1][number] => ({
    coder: name, units: new Map([['anyshire', new Map(gold.units.map((unit) => [unit.id, { text: gold.text.slice(unit.start, unit.start + 30), kind: unit.kind, ...rows[unit.id] }]))]]),
  });
  const levels = { agency: '3', action: '2', measure: '2', deadline: '3', form: '3', actionType: '1', whyLink: '2' };

  it('takes what two of three say, and the author’s where all differ', () => {
    const { gold: settled, settled: table } = settle(gold, [coder('a', { u1: { kind: 'other' }, u4: { ...levels, action: '3' } }), coder('b', { u1: { kind: 'other' }, u4: { ...levels, action: '1' } })]);
    expect(settled.units.find(({ id }) => id === 'u1')?.kind).toBe('other');
    expect(settled.units.find(({ id }) => id === 'u4')?.levels).toEqual({ agency: 3, action: 2, measure: 2, deadline: 3 });
    expect(table).toContainEqual({ document: 'anyshire', unit: 'u4', variable: 'action', codings: ['2', '3', '1'], settled: '2' });
    expect(settled.coders).toEqual(['author', 'a', 'b']);
  });

  it('drops the levels and spans of what two say is no recommendation', () => {
    const { gold: settled } = settle(gold, [coder('a', { u5: { kind: 'learning-point' } }), coder('b', { u5: { kind: 'learning-point' } })]);
    expect(settled.units.find(({ id }) => id === 'u5')).toMatchObject({ kind: 'learning-point', levels: null, item: null });
    expect(settled.spans.some(({ unit }) => unit === 'u5')).toBe(false);
  });

  it('says where a unit is no longer what was coded', () => {
    const moved = coder('a', { u1: { text: 'Quite another sentence.' } });
    expect(settle(gold, [moved, coder('b', {})]).problems).toEqual(['u1 “Nobody asked. …” is not what the coders coded under that id; their labels are left out']);
  });

  it('leaves what fewer than two have coded', () => {
    expect(settle(gold, [coder('a', {})]).gold).toBe(gold);
  });
});
