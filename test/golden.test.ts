import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Critique } from '../src/critique.ts';
import { critique } from '../src/index.ts';

/**
 * Golden pairs: every file in samples/ is read and held against the annotation beside it. A new case is a new sample; nothing is changed here.
 */
const FOLDER = fileURLToPath(new URL('../samples/', import.meta.url));

interface Gold {
  readonly source: readonly string[];
  readonly kind: string;
  readonly text: string;
  readonly units: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
  readonly exceptions?: readonly { readonly opens: string; readonly why: string }[];
}

const GOLDS = readdirSync(FOLDER).filter((file) => file.endsWith('.gold.json')).sort().map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Gold);
const FILES = GOLDS.flatMap((gold) => gold.source.map((file) => ({ file, gold })));
const TWINS = GOLDS.filter(({ source }) => source.length > 1);

function critiqueOf(file: string): Promise<Critique> {
  return critique(readFileSync(join(FOLDER, file)), { name: file });
}

/** Words only: hyphens at the ends of lines and the look of quotation marks are another test's concern. */
function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Words of recommendations, without those that the gold excepts. */
function kept(texts: readonly string[], { exceptions = [] }: Gold): string[] {
  return texts.filter((one) => !exceptions.some(({ opens }) => one.startsWith(opens))).map(plain);
}

function expected(gold: Gold): string[] {
  return kept(gold.units.filter(({ kind }) => kind === 'recommendation').map(({ start, end }) => gold.text.slice(start, end)), gold);
}

function recommendations(result: Critique, gold: Gold): string[] {
  return kept(result.units.filter(({ kind }) => kind === 'recommendation').map(({ text }) => text), gold);
}

describe('samples', () => {
  it.each(FILES)('$file: every recommendation is found, and nothing else', async ({ file, gold }) => {
    expect(recommendations(await critiqueOf(file), gold)).toEqual(expected(gold));
  });

  it.each(FILES)('$file: the kind of the document is known', async ({ file, gold }) => {
    expect((await critiqueOf(file)).document.kind).toBe(gold.kind);
  });

  it.each(TWINS)('$source: twins give the same findings', async ({ source }) => {
    const found = await Promise.all(source.map(critiqueOf));
    const findings = found.map(({ units, items, recommendations: judged, cliches }) => ({
      units: units.map(({ kind, text, number }) => [kind, plain(text), number]),
      items: items.map(({ number, levels, tier }) => [number, levels, tier]),
      judged: judged.map(({ form, levels, tier, actionType, flags }) => [form, levels, tier, actionType, flags]),
      cliches: cliches.map(({ id, use }) => [id, use]),
    }));
    for (const other of findings.slice(1)) expect(other).toEqual(findings[0]);
  });

  it('names a page that is only an image', async () => {
    const { messages } = await critiqueOf('skerry-scan.pdf');
    expect(messages.filter(({ rule }) => rule === 'read/scanned-pages').map(({ page }) => page)).toEqual([2]);
  });

  it('gives every exception a reason', () => {
    expect(GOLDS.flatMap(({ exceptions = [] }) => exceptions).filter(({ why }) => why.length < 10)).toEqual([]);
  });
});
