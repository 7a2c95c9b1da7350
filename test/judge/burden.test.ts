import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/critique.ts';
import { clicheBurden, withoutSpans } from '../../src/judge/burden.ts';
import { marked, named } from '../support/marked.ts';

/** A stand-in for the judge of actions: a verb of doing with a thing after it is a task. */
function action(text: string): Level {
  return /\b(?:publish|add|audit|review) (?!and\b)(?:[\w-]+ ){0,4}(?:map|form|files|questions?)\b/i.test(text) ? 2 : /\w/.test(text) ? 1 : 0;
}

const TABLE: readonly (readonly [string, Level])[] = [
  ['Add two questions to the form.', 0],
  ['Publish a {worn-phrase/2:robust} one-page map.', 1],
  ['{vague-verb/1:Ensure} that they review the form.', 1],
  ['Audit files {support:for {worn-phrase/3:professional curiosity}}.', 2],
  ['Audit files {support:for a {worn-phrase/2:robust} second signature}.', 1],
  ['The Trust should {vague-verb/2:promote} advocacy.', 2],
  ['Audit files for {worn-phrase/3:professional curiosity} within a year.', 2],
  ['Review the form so that it is {jargon/1:child-focused} and {worn-phrase/2:robust}.', 2],
  ['Review the form so that it is {jargon/1:child-focused} and under two pages.', 1],
  ['Seek that {vague-verb/3:practitioners are aware} of it.', 2],
  ['{vague-verb/2:Embed} {worn-phrase/3:professional curiosity}.', 3],
  ['{training-reflex/3:More training} is needed.', 3],
  ['Audit files about the {blame/3:lifestyle choice} of the child.', 3],
  ['Audit files about {blame/2:risky behaviour}.', 2],
];

describe('clicheBurden', () => {
  it.each(TABLE)('%s → %i', (source, level) => {
    const m = marked(source);
    const live = m.spans.flatMap((span) => {
      const [group, severity] = span.name.split('/');
      return group === undefined || severity === undefined ? [] : [{ start: span.start + 50, end: span.end + 50, group, severity: Number(severity) as 1 | 2 | 3 }];
    });
    const supports = named(m, 'support').map(({ start, end }) => ({ start: start + 50, end: end + 50 }));
    expect(clicheBurden(m.text, live, action, { start: 50, supports })).toBe(level);
  });

  it('takes overlapping spans out once', () => {
    expect(withoutSpans('one two three, four', [{ start: 4, end: 13 }, { start: 4, end: 7 }])).toBe('one, four');
  });
});
