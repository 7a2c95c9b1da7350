import { expect, it } from 'vitest';
import { loadBuiltInPipelines } from '../../src/node/pipelines.ts';
import { critique } from '../../src/pipeline.ts';
import { traceSection } from '../../src/report/html-trace.ts';
import { models } from '../support/judging.ts';

const pipeline = loadBuiltInPipelines().find(({ name }) => name === 'lcspr') ?? expect.fail('no pipeline');
const TEXT = `# Review

## Learning points

1. A letter that is read on Thursdays is no alarm.
2. A booking form with one box hides the second adult.

## Recommendations

Recommendation 1: The Trust should replace the booking form by 1 May 2031 (learning point 2).
`;

it('shows what learning leads to, and says kindly what stands alone', async () => {
  const [section] = traceSection(await critique(TEXT, { name: 'a.md', pipeline, models }));
  expect(section?.html).toMatch(/one box hides the second adult\.<\/th><td><a href="#item-r1">R1<\/a>/u);
  expect(section?.html).toContain('1 learning point without a recommendation found for it: that is no fault');
});

it('is left out where there is nothing to trace', async () => {
  expect(traceSection(await critique('# Review\n\nThe Trust should ring.\n', { name: 'a.md', pipeline, models }))).toEqual([]);
});
