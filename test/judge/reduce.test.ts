import { describe, expect, it } from 'vitest';
import { ELEMENT_NAMES } from '../../src/critique.ts';
import { applyDecisions } from '../../src/judge/decisions.ts';
import { COVER, reduceCritique } from '../../src/judge/reduce.ts';
import { loadBuiltInPipelines } from '../../src/node/pipelines.ts';
import { critique } from '../../src/pipeline.ts';
import { jsonReport } from '../../src/report/json.ts';
import { wireProblems } from '../support/schema.ts';
import { models } from '../support/judging.ts';

const TEXT = `# Local Child Safeguarding Practice Review: Fern

Fern, born 3 June 2018, died on 14 March 2030. Fern was at Elmgate Academy. Her sister Shannon told Elmgate that Fern was tired. Fern had a cat.

## Recommendations

1. Elmgate Academy should ring Shannon's aunt by 1 May 2031 because nobody told Elmgate Academy of it.
`;

const pipeline = loadBuiltInPipelines().find(({ name }) => name === 'lcspr') ?? expect.fail('no pipeline');
const judged = await critique(TEXT, { name: 'fern.md', pipeline, models, text: true });
const reduced = reduceCritique(judged);

describe('a reduced critique', () => {
  it('holds none of the details that were found, in any field', () => {
    const written = jsonReport([reduced]);
    expect(judged.identifying?.details.map(({ text }) => text)).toEqual(expect.arrayContaining(['born 3 June 2018', '14 March 2030', 'Elmgate Academy', 'Shannon']));
    for (const words of ['3 June 2018', '14 March 2030', 'Elmgate', 'Shannon']) expect(written).not.toContain(words);
    expect(written).toContain(COVER);
  });

  it('keeps its form: every offset still leads to its words', () => {
    const text = reduced.document.text ?? '';
    expect(text).toHaveLength((judged.document.text ?? '').length);
    for (const unit of reduced.units) expect(text.slice(unit.start, unit.end)).toBe(unit.text);
    for (const { elements } of reduced.recommendations) for (const name of ELEMENT_NAMES) for (const span of elements[name]) expect(text.slice(span.start, span.end)).toBe(span.text);
    expect(wireProblems(reduced)).toEqual([]);
  });

  it('leaves levels, kinds and dates of what is to be done', () => {
    expect(reduced.items).toEqual(judged.items);
    expect(reduced.units.map(({ kind }) => kind)).toEqual(judged.units.map(({ kind }) => kind));
    expect(reduced.recommendations[0]?.elements.deadline[0]?.text).toContain('1 May 2031');
  });

  it('is called reduced, never anonymous', () => {
    expect(reduced.document.reduced).toBe(judged.identifying?.details.length);
    expect(reduced.messages.at(-1)?.text).toContain('reduced; it is not anonymous');
  });

  it('tells nothing by its keys and hashes', () => {
    const hidden = judged.units.filter((unit, index) => unit.text !== reduced.units[index]?.text).map(({ key }) => key);
    expect(hidden.length).toBeGreaterThan(2);
    for (const key of hidden) expect(JSON.stringify(reduced)).not.toContain(key);
    expect(reduced.document.textSha256).not.toBe(judged.document.textSha256);
  });

  it('leaves what somebody looked at and kept', () => {
    const kept = applyDecisions(judged, [{ rule: 'identifying/setting', words: 'elmgate academy', reason: 'The school is closed.' }]);
    expect(kept.identifying?.details.find(({ kind }) => kind === 'setting')?.decision?.reason).toBe('The school is closed.');
    const text = reduceCritique(kept).document.text ?? '';
    expect([text.includes('Elmgate Academy'), text.includes('Shannon')]).toEqual([true, false]);
  });

  it('is the same where there is nothing to cover, but says so', async () => {
    const plain = await critique('# Review\n\nThe Trust should ring.\n', { name: 'a.md', pipeline, models, text: true });
    expect(reduceCritique(plain)).toEqual({ ...plain, document: { ...plain.document, reduced: 0 }, messages: [...plain.messages, expect.objectContaining({ rule: 'reduce/reduced' })] });
  });
});
