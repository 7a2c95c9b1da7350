import { expect, test } from 'vitest';
import type { Critique } from '../../src/critique.ts';
import { terminalReport } from '../../src/report/terminal.ts';
import { error } from '../../src/result.ts';
import { exampleCritique, exampleRules, exampleText, withoutRecommendations } from '../support/critique-example.ts';

const CONTEXT = { text: exampleText, rules: exampleRules };

test.each([60, 80, 100])('no line is longer than %i columns', (width) => {
  const lines = terminalReport(exampleCritique, { ...CONTEXT, width }).split('\n');
  expect(lines.filter((line) => line.length > width)).toEqual([]);
});

test('the example reads as it should', () => {
  const text = terminalReport(exampleCritique, CONTEXT);
  expect(text).toMatch(/R3 {2}p\. 19 {2}Owner and action +who ███ what ██· know ··· when ···\n/);
  expect(text).toContain('    know      not found in the text\n');
  expect(text).toContain('“robust” decorates: without it the task still stands');
  expect(text.indexOf('What would help this draft most')).toBeLessThan(text.indexOf('R1  p. 19'));
  // An item's units stand together, its parts with their letters.
  expect(text).toMatch(/R5 .*\n.*Eastcombe Police will[^R]*\(a\) put the direct number[^R]*\(b\) compare referrals/);
  expect(text).toContain('Owner, date and measure may stand in a plan not seen here.');
  expect(text).toContain('Why the events happened is judged only with the whole review at hand.');
  expect(text).toMatch(/Not for deciding payment, appointment, performance, inspection or ranking of\s+anyone\.\n$/);
});

test('neither index nor plus-signs nor ids of tiers are shown', () => {
  const text = terminalReport(exampleCritique, CONTEXT);
  expect(text).not.toMatch(/specificity|\b83\b|\d\+|not-a-recommendation|worn-phrase/);
});

test('language that can place blame is never called a cliché', () => {
  const blaming: Critique = { ...exampleCritique, cliches: exampleCritique.cliches.filter((one) => one.group === 'blame').map((one) => ({ ...one, unit: 'u11' })) };
  const text = terminalReport(blaming, CONTEXT);
  expect(text).toContain('can place blame');
  expect(text).not.toContain('cliché');
});

test('the frame is shown for an aspiration and for an action without an owner, and not for others', () => {
  const frames = terminalReport(exampleCritique, CONTEXT).split('\n').filter((line) => line.startsWith('    frame'));
  expect(frames).toHaveLength(2);
});

test('with a plan, the plan is not said to be unseen', () => {
  expect(terminalReport(exampleCritique, { ...CONTEXT, plan: true })).not.toContain('plan not seen');
});

test('a review without recommendations opens with what it offers', () => {
  const text = terminalReport(withoutRecommendations(), CONTEXT);
  expect(text).toMatch(/^.*\n3 learning points/);
  expect(text).not.toContain('0 recommendations');
  expect(text.indexOf('What it')).toBeLessThan(text.indexOf('Questions to the board (1)'));
});

test('a file that could not be read says so and nothing else', () => {
  const unread: Critique = { ...withoutRecommendations(), units: [], messages: [error('read/encrypted', 'The file is locked with a password. Save a copy without it.')] };
  expect(terminalReport(unread, CONTEXT)).toBe('child-k.pdf could not be read\n    The file is locked with a password. Save a copy without it.\n');
});

test('colour comes only where asked, and control characters of the document never reach the terminal', () => {
  const escape = '\u001b';
  const hostile: Critique = { ...exampleCritique, document: { ...exampleCritique.document, source: `a${escape}[2Jb\u202e.pdf` } };
  expect(terminalReport(hostile, CONTEXT)).not.toContain(escape);
  expect(terminalReport(hostile, CONTEXT)).not.toContain('\u202e');
  expect(terminalReport(exampleCritique, { ...CONTEXT, colour: true })).toContain(`${escape}[1m`);
});

test('without the text, the words come from the units', () => {
  expect(terminalReport(exampleCritique, { ...CONTEXT, text: '' })).toBe(terminalReport(exampleCritique, CONTEXT));
});
