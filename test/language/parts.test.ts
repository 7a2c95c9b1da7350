import { describe, expect, it } from 'vitest';
import { withParts } from '../../src/language/parts.ts';

describe('withParts', () => {
  it('puts a part in its place', () => {
    expect(withParts('by\\s+«month»', { month: '(?:may|june)' })).toBe('by\\s+(?:may|june)');
  });

  it('lets a part name another', () => {
    expect(withParts('«date»', { date: '\\d+\\s+«month»', month: 'june' })).toBe('\\d+\\s+june');
  });

  it('leaves a pattern without parts alone', () => {
    expect(withParts('\\d{1,2}(?<=x)\\p{Lu}', {})).toBe('\\d{1,2}(?<=x)\\p{Lu}');
  });

  it('names the part that is missing', () => {
    expect(() => withParts('«season»', {})).toThrow('«season»');
  });

  it('never ends in a circle', () => {
    expect(() => withParts('«a»', { a: '«b»', b: '«a»' })).toThrow(RangeError);
  });
});
