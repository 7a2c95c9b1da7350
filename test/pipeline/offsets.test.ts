import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Critique } from '../../src/critique.ts';
import { ELEMENT_NAMES } from '../../src/critique.ts';
import { critique } from '../../src/index.ts';
import { wireProblems } from '../support/schema.ts';

const FOLDER = fileURLToPath(new URL('../../samples/', import.meta.url));
const FILES = readdirSync(FOLDER).filter((file) => /\.(?:docx|pdf|txt)$/.test(file)).sort();

/** Every place in a critique whose words are not those of the text. */
function misplaced(result: Critique): string[] {
  const text = result.document.text ?? '';
  const spans = [
    ...result.units, ...result.cliches,
    ...result.recommendations.flatMap(({ elements, parts }) => [...parts, ...ELEMENT_NAMES.flatMap((name) => elements[name]), ...elements.agency.flatMap(({ bodies }) => bodies)]),
  ].filter((span) => !('source' in span));
  return spans.filter((span) => text.slice(span.start, span.end) !== span.text).map((span) => span.text);
}

function misplacedEvidence(result: Critique): string[] {
  const units = new Map(result.units.map((unit) => [unit.id, unit]));
  return result.recommendations.flatMap(({ unit, rules }) => rules.flatMap(({ id, evidence }) => evidence.filter(({ start, end }) => start < 0 || end <= start || end > (result.document.text ?? '').length).map(() => `${units.get(unit)?.id ?? ''} ${id}`)));
}

describe('offsets', () => {
  it.each(FILES)('of %s lead back to the words', async (file) => {
    const result = await critique(readFileSync(join(FOLDER, file)), { name: file, text: true });
    expect(misplaced(result)).toEqual([]);
  });

  it.each(FILES)('of evidence in %s stay within the text', async (file) => {
    const result = await critique(readFileSync(join(FOLDER, file)), { name: file, text: true });
    expect(misplacedEvidence(result)).toEqual([]);
  });

  const WORDS = ['The ICB ', 'Schools ', 'All agencies ', 'should ', 'must ', 'audit 40 files ', 'by June 2033 ', 'so that ', 'because ', '“hard to reach” ', 'review ', 'ensure that ', 'and ', '(a) ', '1. ', '- ', '\n', '\n\n', '# Recommendations\n', '| Action | Lead |\n|---|---|\n| ask | ICB |\n', '. ', ': ', '😀 ', 'é', '\u00AD', '\u00A0', '’s '];
  const texts = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 6 })), { minLength: 1, maxLength: 50 }).map((pieces) => pieces.join(''));

  it('lead back to the words of any text', async () => {
    await fc.assert(fc.asyncProperty(texts, async (text) => {
      expect(misplaced(await critique(text, { text: true }))).toEqual([]);
    }), { numRuns: 60 });
  });

  it('and the rest of the result follow the wire format for any text', async () => {
    await fc.assert(fc.asyncProperty(texts, async (text) => {
      expect(wireProblems(await critique(text))).toEqual([]);
    }), { numRuns: 25 });
  });
});
