import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Critique } from '../../src/critique.ts';
import { markedHtml } from '../../src/report/html-marks.ts';
import { htmlReport } from '../../src/report/html.ts';
import { exampleCritique, exampleRules, exampleText, withoutRecommendations } from '../support/critique-example.ts';

const CONTEXT = { text: exampleText, rules: exampleRules };
const PAGE = htmlReport(exampleCritique, CONTEXT);

test('the page holds no script and may load nothing', () => {
  expect(PAGE).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none';`);
  expect(PAGE).not.toMatch(/<script|\son\w+=|https?:|url\(|@import|<link|<img/);
});

test('the page is well formed, in English, with landmarks and a skip link', () => {
  const problems: string[] = [];
  parse(PAGE, { onParseError: (problem) => problems.push(problem.code) });
  expect(problems).toEqual([]);
  for (const part of ['<html lang="en-GB">', '<main id="main">', '<header>', '<footer>', '<nav ', 'href="#main"']) expect(PAGE).toContain(part);
});

test('headings go down one step at a time and begin with one h1', () => {
  const levels = [...PAGE.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels[0]).toBe(1);
  levels.slice(1).forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1));
});

test('ids stand once and every link leads somewhere', () => {
  const ids = [...PAGE.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of PAGE.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
});

test('the picture has a title, a description and its numbers in a table', () => {
  expect(PAGE).toMatch(/<svg [^>]*role="img" aria-labelledby="profile-title profile-desc"><title/);
  expect(PAGE).toContain('Who would act: a named body or post 3, a general phrase 2, not found 1.');
  expect(PAGE).toContain('<b>3</b> <span>a named body or post</span>');
});

test('text of the document is escaped everywhere', () => {
  const attack = '"><img src=x onerror=alert(1)>\u0000';
  const text = JSON.stringify(exampleCritique).replaceAll(/Tidewell ICB|child-k\.pdf|Child K|booking form|r1"|u4"/g, (found) => (found.endsWith('"') ? found : JSON.stringify(attack).slice(1, -1)));
  const page = htmlReport(JSON.parse(text) as Critique, { ...CONTEXT, text: '' });
  expect(page).toContain('&lt;img');
  expect(page).not.toContain('<img');
  expect(page).not.toContain('\u0000');
});

test('the frame is unfolded for an aspiration and folded for an item that is clear', () => {
  expect(PAGE.match(/<div class="frame">/g)).toHaveLength(2);
  expect(PAGE.match(/<details class="frame">/g)).toHaveLength(3);
});

test('a review without recommendations has no empty sections', () => {
  const page = htmlReport(withoutRecommendations(), CONTEXT);
  expect(page).toContain('makes no recommendations');
  expect(page).not.toContain('<svg');
  expect(page).not.toContain('Recommendations (0)');
});

describe('marks', () => {
  const mark = (kind: string, start: number, end: number) => ({ kind, label: kind, start, end });
  const bare = (html: string) => html.replace(/<span class="tag[^>]*>[^<]*<\/span>/g, '').replace(/<[^>]+>/g, '');

  test('overlapping marks are cut at their boundaries and no word is lost or doubled', () => {
    const html = markedHtml('abcdefgh', 100, [mark('who', 101, 105), mark('what', 103, 107)]);
    expect(bare(html)).toBe('abcdefgh');
    expect(html).toContain('<span class="m m-who d0"><span class="m m-what d1">de</span></span><span class="m m-what d1">fg</span>h');
    expect(html.match(/class="tag/g)).toHaveLength(2);
  });

  test('marks that reach beyond the text are cut, and those outside it are left out', () => {
    expect(bare(markedHtml('abc', 10, [mark('who', 0, 11), mark('what', 20, 30)]))).toBe('abc');
    expect(markedHtml('abc', 10, [mark('what', 20, 30)])).toBe('abc');
  });

  test('the same place is marked once', () => {
    expect(markedHtml('abc', 0, [mark('who', 0, 1), mark('who', 0, 1)]).match(/class="m /g)).toHaveLength(1);
  });
});

describe('contrast', () => {
  const style = /<style>([\s\S]*)<\/style>/.exec(PAGE)?.[1] ?? '';
  const colours = [...style.matchAll(/\.tag-[^{]*\{color:(#[0-9a-f]{6})/g)].map((match) => match[1] ?? '');

  test.each([...colours, '#505a5f', '#1d5a94'])('%s on white and on the wash is at least 4.5 to 1', (colour) => {
    for (const ground of ['#ffffff', '#f4f6f7']) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
