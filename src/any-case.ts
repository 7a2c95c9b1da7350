/** A letter, digit or underscore, in any language that is written in Latin letters. For a class: `[${WORD}]`. */
const WORD = '\\wÀ-ÖØ-öø-ɏ';

/** No word goes on before, or behind, this place. Unlike `\b` they know "é" for a letter; unlike `\p{L}` they need no flag `u`, and a tenth of its time. */
export const NO_WORD_BEFORE = `(?<![${WORD}])`;
export const NO_WORD_AFTER = `(?![${WORD}])`;

/**
 * A pattern that ignores case. With the flag `u` beside it, `\b` and `\w` also know the long s and the Kelvin sign, and every word boundary
 * becomes two looks around: a pattern of words then takes eight times as long. So `u` is given only where the pattern speaks of kinds of characters (`\p{L}`).
 */
export function anyCase(source: string, flags = ''): RegExp {
  return new RegExp(source, /\\[pPu]/u.test(source) ? `${flags}iu` : `${flags}i`);
}
