import type { Unit } from '../critique.ts';
import type { Document } from '../document.ts';
import type { Models } from '../models.ts';
import type { Passage } from './passage.ts';
import { cellContexts } from '../structure/tables.ts';
import { roleOf } from '../structure/roles.ts';
import { contentWords, similarity } from './similar.ts';

/** A plan that was read beside the review. */
export interface Plan {
  readonly name: string;
  readonly document: Document;
}

/**
 * What a separate action plan gives to a recommendation: owner, date and measure of the row that carries its number or its words.
 * The passages carry the plan's name, since their offsets are its own.
 */
export function planPassages(read: Plan | null, unit: Unit, models: Models): Passage[] {
  if (read === null) return [];
  const plan = read.document;
  const row = matchingRow(plan, unit, models);
  if (row === null) return [];
  return row.flatMap((index): Passage[] => {
    const block = plan.blocks[index];
    const head = row.heads.get(index) ?? null;
    const role = head === null ? null : roleOf(head, models.headings.columns);
    if (block === undefined || (role !== 'owner' && role !== 'deadline' && role !== 'measure')) return [];
    return [{ text: plan.text.slice(block.start, block.end), start: block.start, from: role, source: read.name }];
  });
}

type Row = number[] & { heads: Map<number, string> };

function matchingRow(plan: Document, unit: Unit, models: Models): Row | null {
  const contexts = cellContexts(plan, models.headings);
  const words = new Set(contentWords(unit.text));
  let best: { score: number; row: Row } | null = null;
  for (const [index, context] of contexts) {
    const block = plan.blocks[index];
    if (block === undefined || (context.columnRole !== 'action' && context.columnRole !== null)) continue;
    const { jaccard, containment } = similarity(words, new Set(contentWords(plan.text.slice(block.start, block.end))));
    const numbered = unit.number !== null && context.row.some((other) => numberIn(plan, other) === unit.number);
    const score = Math.max(jaccard / 0.5, words.size >= 4 ? containment / 0.75 : 0, numbered ? 1 : 0);
    if (score < 1 || (best !== null && score <= best.score)) continue;
    const row = Object.assign([...context.row], { heads: new Map(context.row.map((other) => [other, contexts.get(other)?.columnHead ?? ''])) });
    best = { score, row };
  }
  return best?.row ?? null;
}

function numberIn(plan: Document, index: number): string | null {
  const block = plan.blocks[index];
  if (block === undefined || block.cell?.column !== 0) return null;
  const text = `${block.marker?.text ?? ''} ${plan.text.slice(block.start, block.end)}`.trim();
  return /^(?:recommendation|rec|r|action)?\.?\s*(\d{1,3}[a-z]?)\.?$/iu.exec(text)?.[1] ?? null;
}
