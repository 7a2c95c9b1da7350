/**
 * Dates in a spreadsheet are numbers that a style shows as dates.
 */
import { attribute, child, children, type Element } from './ooxml.ts';

/** Styles whose numbers are shown as dates (ECMA-376, 18.8.30: built-in formats 14 to 22 and 45 to 47, and those with signs for days, months or years). */
export function dateStyles(styles: Element | null): ReadonlySet<number> {
  const custom = new Map((styles === null ? [] : listed(styles, 'numFmts')).map((one) => [attribute(one, 'numFmtId') ?? '', attribute(one, 'formatCode') ?? '']));
  const found = new Set<number>();
  (styles === null ? [] : listed(styles, 'cellXfs')).forEach((one, index) => {
    const id = attribute(one, 'numFmtId') ?? '0';
    const code = custom.get(id);
    const number = Number.parseInt(id, 10);
    const dated = code === undefined ? (number >= 14 && number <= 22) || (number >= 45 && number <= 47) : /[dmyhs]/i.test(code.replaceAll(/"[^"]*"|\[[^[\]]*\]|\\./g, ''));
    if (dated) found.add(index);
  });
  return found;
}

function listed(styles: Element, name: string): Element[] {
  const list = child(styles, name);
  return list === null ? [] : children(list);
}

const DAY = 86_400_000;

/** 48029 → "2031-06-30"; with the time of day where there is one. Excel counts from 1900, and takes that for a leap year. */
export function dateText(number: number, since1904: boolean): string {
  const first = since1904 ? Date.UTC(1904, 0, 1) : number < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const date = new Date(first + Math.round(number * 86_400) * 1000);
  if (Number.isNaN(date.getTime())) return String(number);
  const text = date.toISOString();
  const day = text.slice(0, 10);
  const time = (date.getTime() % DAY + DAY) % DAY === 0 ? '' : text.slice(11, 16);
  if (number < 1 && number >= 0) return text.slice(11, 16);
  return time === '' ? day : `${day} ${time}`;
}
