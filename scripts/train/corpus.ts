/** Reviews of the corpus as sentences with their gold kinds, for training and for figures by authors left out. */
import { readFileSync, readdirSync } from 'node:fs';
import type { DocumentKind, Kind } from '../../src/critique.ts';
import { documentKind } from '../../src/judge/document-kind.ts';
import type { Document } from '../../src/document.ts';
import type { Clause } from '../../src/language/clause.ts';
import { readClause } from '../../src/language/clause.ts';
import type { Models } from '../../src/models.ts';
import { read } from '../../src/read/read.ts';
import { align } from '../../src/research/align.ts';
import type { Gold } from '../../src/research/gold.ts';
import type { Candidate } from '../../src/structure/candidates.ts';
import { findCandidates } from '../../src/structure/candidates.ts';

const CORPUS = new URL('../../samples/corpus/', import.meta.url);

/** One file of a review, read and cut into sentences. */
export interface Source {
  readonly id: string;
  readonly file: string;
  readonly author: string;
  readonly split: Gold['split'];
  readonly document: Document;
  readonly kind: DocumentKind;
  readonly candidates: readonly Candidate[];
  readonly clauses: readonly Clause[];
  /** Gold kinds of the sentences; null where the gold file has none. */
  readonly labels: readonly (Kind | null)[];
}

/** The gold files of some splits, in the order of their names. The sealed split is read by `evaluate` only. */
export function goldFiles(splits: readonly Gold['split'][]): Gold[] {
  return readdirSync(CORPUS).filter((name) => name.endsWith('.gold.json')).sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, CORPUS), 'utf8')) as Gold)
    .filter(({ split }) => splits.includes(split));
}

export async function loadSources(splits: readonly Gold['split'][], models: Models): Promise<Source[]> {
  const sources: Source[] = [];
  for (const gold of goldFiles(splits)) for (const file of gold.source) sources.push(await loadSource(gold, file, models));
  return sources;
}

async function loadSource(gold: Gold, file: string, models: Models): Promise<Source> {
  const { document } = (await read(new Uint8Array(readFileSync(new URL(file, CORPUS))), { name: file })).value;
  return sourceOf(gold, file, document, models);
}

/** A document of a gold file as sentences with their kinds. */
export function sourceOf(gold: Gold, file: string, document: Document, models: Models): Source {
  const { candidates } = findCandidates(document, models.headings);
  const clauses = candidates.map(({ text }) => readClause(text, models.verbs.all));
  return { id: gold.id, file, author: gold.author, split: gold.split, document, kind: documentKind(document, models.documentKinds), candidates, clauses, labels: labelsOf(gold, document.text, candidates) };
}

/** The gold kind of each sentence: that of the gold unit with which it shares most characters. */
function labelsOf(gold: Gold, text: string, candidates: readonly Candidate[]): (Kind | null)[] {
  const { locate } = align(gold.text, text);
  const placed = gold.units.flatMap((unit) => {
    const span = locate(unit);
    return span === null ? [] : [{ ...span, kind: unit.kind }];
  });
  return candidates.map((candidate) => {
    const shared = placed.map((unit) => ({ kind: unit.kind, share: Math.min(unit.end, candidate.end) - Math.max(unit.start, candidate.start) })).filter(({ share }) => share > 0).sort((a, b) => b.share - a.share)[0];
    return shared === undefined || shared.share * 2 < candidate.end - candidate.start ? null : shared.kind;
  });
}
