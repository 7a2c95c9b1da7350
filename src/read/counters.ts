/** Numbers as Word prints them (ECMA-376 17.18.59): 4 → "d", "IV", "Fourth". */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'decimalZero': return value < 10 ? `0${value}` : String(value);
    case 'lowerLetter': return letters(value);
    case 'upperLetter': return letters(value).toUpperCase();
    case 'lowerRoman': return roman(value);
    case 'upperRoman': return roman(value).toUpperCase();
    case 'ordinal': return `${value}${suffix(value)}`;
    case 'cardinalText': return word(CARDINALS, value);
    case 'ordinalText': return word(ORDINALS, value);
    case 'none': return '';
    default: return String(value);
  }
}

const CARDINALS = 'One,Two,Three,Four,Five,Six,Seven,Eight,Nine,Ten,Eleven,Twelve'.split(',');
const ORDINALS = 'First,Second,Third,Fourth,Fifth,Sixth,Seventh,Eighth,Ninth,Tenth,Eleventh,Twelfth'.split(',');

function word(words: readonly string[], value: number): string {
  return words[value - 1] ?? String(value);
}

/** 1 → a, 26 → z, 27 → aa, 28 → bb: Word repeats the letter. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 20) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
];

function roman(value: number): string {
  if (value < 1 || value > 4000) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

function suffix(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
