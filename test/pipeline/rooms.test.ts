import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')).map((file) => file.replaceAll('\\', '/')).sort();

function importsOf(file: string): string[] {
  const source = readFileSync(join(SRC, file), 'utf8');
  return [...source.matchAll(/(?:\bfrom|\bimport\(|^import)\s*['"]([^'"]+)['"]/gmu)].map((match) => match[1] ?? '');
}

/** Rooms that run unchanged in Node and in a browser. */
const PURE = FILES.filter((file) => /^(?:read|structure|language|judge|report|corpus)\//u.test(file) || /^(?:document|critique|result|pipeline|models|config|hash|version|browser)\.ts$/u.test(file));

/** Which rooms each may take from; files beside them (document, critique …) are free to all. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  read: ['read'], language: ['language'], structure: ['structure', 'read'],
  judge: ['judge', 'structure', 'language', 'read'],
  report: ['report', 'judge', 'structure', 'language', 'read', 'corpus', 'research'],
};

describe('rooms', () => {
  it('that run in a browser take nothing from Node', () => {
    expect(PURE.flatMap((file) => importsOf(file).filter((path) => path.startsWith('node:')).map((path) => `${file}: ${path}`))).toEqual([]);
  });

  it('take only from the rooms below them', () => {
    const wrong = FILES.flatMap((file) => {
      const allowed = BELOW[file.split('/')[0] ?? ''];
      if (allowed === undefined || !file.includes('/')) return [];
      return importsOf(file).filter((path) => path.startsWith('.')).map((path) => relative(SRC, resolve(SRC, dirname(file), path)).replaceAll('\\', '/')).filter((path) => path.includes('/') && !allowed.includes(path.split('/')[0] ?? '')).map((path) => `${file}: ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it('have no network code', () => {
    const network = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/|$)/u;
    expect(FILES.flatMap((file) => importsOf(file).filter((path) => network.test(path)).map((path) => `${file}: ${path}`))).toEqual([]);
  });

  it('that know wink-nlp and compromise are in language', () => {
    expect(FILES.filter((file) => importsOf(file).some((path) => /^(?:wink-|compromise)/u.test(path)) && !file.startsWith('language/'))).toEqual([]);
  });
});
