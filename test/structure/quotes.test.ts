import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../src/structure/quotes.ts';
import { marked } from '../support/marked.ts';

/** Each sentence marks what should be found. */
const SENTENCES: readonly string[] = [
  'The record said {q:“she is doing well”} in May.',
  'The record said {q:"she is doing well"} in May.',
  'They were called {q:‘hard to reach’} by two services.',
  "They were called {q:'hard to reach'} by two services.",
  'The parents’ views and the children’s views were not sought.',
  "The parents' views and the children's views were not sought.",
  'In the ’90s and the ‘80s the clinic closed at three.',
  'He said {q:‘the parents’ views were not sought’} and left.',
  'The teams’ notes say {q:‘not seen’}; the boys’ notes say {q:‘seen’}.',
  'She told us: {q:“I was cold. Nobody asked. It’s still cold.”} We asked why.',
  'Nested {q:“he said ‘go away’ to me”} once.',
  'Two {q:“short”} ones {q:“here”}.',
  'A phrase ({q:“in brackets”}) counts.',
  'It doesn’t, it isn’t, it won’t.',
  "It doesn't, it isn't, it won't.",
  'Lost mark: {q:“she is well.} The next sentence is ours.',
  'A straight " by itself opens nothing.',
  'The {q:‘was not brought’} policy.',
  '{q:‘First’ }'.replace(' }', '}'),
  'Mixed marks {q:“as some print them"} end.',
];

describe('findQuotations', () => {
  it.each(SENTENCES)('%s', (sentence) => {
    const { text, spans } = marked(sentence);
    expect(findQuotations(text).map((span) => text.slice(span.start, span.end))).toEqual(spans.map((span) => span.text));
  });

  it('joins the paragraphs of a long quotation and stops at its end', () => {
    const { text, spans } = marked('{q:“We asked twice.}\n{q:“Nobody came.”}\nThe panel agreed.');
    expect(findQuotations(text)).toEqual(spans.map(({ start, end }) => ({ start, end })));
  });

  it('takes no longer on a page of lost marks', () => {
    const text = '“a ‘b "c \'d '.repeat(5000);
    const before = performance.now();
    findQuotations(text);
    expect(performance.now() - before).toBeLessThan(1500);
  });
});
