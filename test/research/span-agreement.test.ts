import { describe, expect, it } from 'vitest';
import type { LabelledSpan, MarkedText } from '../../src/research/span-agreement.ts';
import { spanAgreement } from '../../src/research/span-agreement.ts';

/** "{who:The ICB} should {do:audit}": a text with its labelled spans. */
function marked(written: string, document = 'k'): MarkedText {
  const spans: LabelledSpan[] = [];
  let text = '';
  for (const piece of written.split(/(\{[^}]+\})/u)) {
    const found = /^\{([^:]+):([^}]+)\}$/u.exec(piece);
    if (found !== null) spans.push({ label: found[1] ?? '', start: text.length, end: text.length + (found[2] ?? '').length });
    text += found === null ? piece : (found[2] ?? '');
  }
  return { document, text, spans };
}

const agreed = (a: string, b: string): ReturnType<typeof spanAgreement> => spanAgreement(['A', 'B'], [marked(a)], [marked(b)]);

describe('spanAgreement', () => {
  it('is 1 where both marked the same', () => {
    expect(agreed('{who:The ICB} should {do:audit files}.', '{who:The ICB} should {do:audit files}.')).toMatchObject({ documents: 1, spans: [2, 2], position: 1, labelled: 1, wordsMarked: 1, wordsLabelled: 1 });
  });

  it('tells place from label', () => {
    const { position, labelled, wordsMarked, wordsLabelled } = agreed('{who:The ICB} should audit files.', '{do:The ICB} should audit files.');
    expect([position, labelled, wordsMarked]).toEqual([1, 0, 1]);
    expect(wordsLabelled).toBeLessThan(0.5);
  });

  it('takes half of the characters of both for the same place, and no less', () => {
    expect(agreed('{do:audit forty files} now', 'audit {do:forty files} now').position).toBe(1);
    expect(agreed('{do:audit forty files} now', 'audit forty {do:files} now').position).toBe(0);
  });

  // Two words of four are marked by each, one by both: observed 2/4, expected by chance 1/2, so kappa is 0 (Cohen 1960).
  it('gives the kappa of words that the formula gives', () => {
    expect(agreed('{x:one two} three four', 'one {x:two three} four').wordsMarked).toBe(0);
  });

  it('has no figure without spans, and looks only at documents that both have', () => {
    expect(agreed('nothing here', 'nothing here')).toMatchObject({ position: null, labelled: null });
    expect(spanAgreement(['A', 'B'], [marked('{x:a} b', 'one')], [marked('{x:a} b', 'two')]).documents).toBe(0);
  });

  it('refuses texts that differ, and names the document', () => {
    expect(() => agreed('{x:a} b', '{x:a} c')).toThrow('k: A and B marked different texts');
  });
});
