import type { Kind, Source, SourceBlock, SourceUnit } from './model.ts';

export interface GoldUnit {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly section: string | null;
  readonly number: string | null;
  readonly item: string | null;
  readonly repeats: string | null;
  readonly levels: { readonly agency: number; readonly action: number; readonly measure: number; readonly deadline: number } | null;
  readonly form: string | null;
  readonly actionType: number | null;
  readonly whyLink: number | null;
  readonly trainingOnly: boolean;
  readonly answers: readonly string[];
}

export interface GoldSpan {
  readonly unit: string;
  readonly element: string;
  readonly start: number;
  readonly end: number;
  readonly from: 'item' | 'context';
}

export interface Gold {
  readonly format: 'second-question-gold/1';
  readonly id: string;
  readonly kind: string;
  readonly method: string;
  readonly author: string;
  readonly layout: string;
  readonly pair: string | null;
  readonly split: string;
  readonly source: readonly string[];
  readonly coders: readonly string[];
  readonly note: string;
  readonly text: string;
  readonly units: readonly GoldUnit[];
  readonly spans: readonly GoldSpan[];
  /** Present only where they were coded: none found is not the same as none looked for. */
  readonly cliches?: readonly { readonly id: string; readonly start: number; readonly end: number; readonly use: 'used' | 'mentioned' }[];
  readonly identifying?: readonly { readonly start: number; readonly end: number }[];
  readonly checklist?: Readonly<Record<string, string>>;
}

interface Placed {
  readonly block: SourceBlock;
  /** Where the block's content begins in the gold text. */
  readonly start: number;
  readonly section: string | null;
  readonly number: string | null;
}

interface Numbered extends SourceUnit {
  readonly name: string;
  readonly placed: Placed;
}

/** Words for F0–F3; F0 and F1 are mis-filed items. */
const FORMS = ['fact', 'learning', 'soft', 'directive'];

export interface Compiled {
  readonly gold: Gold;
  /** Links that lead nowhere. */
  readonly problems: readonly string[];
}

export function compile(source: Source, split: string): Compiled {
  const problems: string[] = [];
  const { text, placed } = lay(source.blocks);
  const units = placed.flatMap((one) => one.block.units.map((unit) => ({ ...unit, placed: one }))).map((unit, index): Numbered => ({ ...unit, name: `u${index + 1}` }));
  const byId = new Map<string, Numbered>();
  for (const unit of units) {
    const { id } = unit.attributes;
    if (id !== null && byId.has(id)) problems.push(`line ${unit.line}: id ${id} is given twice`);
    if (id !== null && !byId.has(id)) byId.set(id, unit);
  }
  const find = (id: string, unit: Numbered): Numbered | null => {
    const found = byId.get(id) ?? null;
    const problem = `line ${unit.line}: ${id} leads nowhere`;
    if (found === null && !problems.includes(problem)) problems.push(problem);
    return found;
  };
  const { head } = source;
  return {
    gold: {
      format: 'second-question-gold/1', ...pick(head), split, source: [`${head.id}.docx`, `${head.id}.pdf`], coders: ['author'],
      note: 'fictional; coded by language models', text, units: units.map((unit) => goldUnit(unit, find)), spans: goldSpans(units, placed),
      ...marksOf(head, placed), ...(head.checklist === null ? {} : { checklist: head.checklist }),
    },
    problems,
  };
}

/** Marks of the whole text, not of a recommendation. */
const MARKS: ReadonlySet<string> = new Set(['cliche-used', 'cliche-mentioned', 'identifying']);

function marksOf({ marks }: Source['head'], placed: readonly Placed[]): Pick<Gold, 'cliches' | 'identifying'> {
  const all = placed.flatMap((place) => place.block.spans.map(({ element, start, end }) => ({ element, start: place.start + start, end: place.start + end })));
  const worn = all.filter(({ element }) => element.startsWith('cliche-')).map(({ element, start, end }) => ({ id: 'any', start, end, use: element === 'cliche-used' ? 'used' as const : 'mentioned' as const }));
  const identifying = all.filter(({ element }) => element === 'identifying').map(({ start, end }) => ({ start, end }));
  return { ...(marks.includes('cliches') ? { cliches: worn } : {}), ...(marks.includes('identifying') ? { identifying } : {}) };
}

function pick(head: Source['head']): Pick<Gold, 'id' | 'kind' | 'method' | 'author' | 'layout' | 'pair'> {
  const { id, kind, method, author, layout, pair } = head;
  return { id, kind, method, author, layout, pair };
}

function lay(blocks: readonly SourceBlock[]): { readonly text: string; readonly placed: readonly Placed[] } {
  const placed: Placed[] = [];
  let text = '';
  let section: string | null = null;
  let label: string | null = null;
  for (const block of blocks) {
    if (block.type === 'contents' || block.type === 'page' || block.text === '') continue;
    if (block.marker !== '') text += `${block.marker} `;
    if (block.type === 'heading') {
      section = block.text;
      // under the heading "Recommendation 3: Escalation" the text below is number 3
      label = /^(?:recommendation|learning point|finding|action|question)s? (\d+[a-z]?)\b/i.exec(block.text)?.[1] ?? null;
    }
    placed.push({ block, start: text.length, section, number: numberOf(block, blocks) ?? label });
    text += `${block.text}\n`;
  }
  return { text, placed };
}

/** "Recommendation 3:" → "3", "4.2" → "4.2", "(a)" → "(a)"; in a table the number that stands in a cell of the row. */
function numberOf(block: SourceBlock, blocks: readonly SourceBlock[]): string | null {
  const { cell } = block;
  if (cell === null || block.type === 'footnote') return bare(block.marker);
  const inRow = blocks.filter((one) => one.cell?.table === cell.table && one.cell.row === cell.row && one.cell.column < Math.max(cell.column, 1));
  const number = inRow.map((one) => /^(?:[A-Za-z ]{0,16}?)(\d{1,2}(?:\.\d{1,2})?[a-z]?)\.?$/.exec(one.text)?.[1]).find((one) => one !== undefined);
  return number ?? null;
}

function bare(marker: string): string | null {
  if (/^\([a-z]{1,4}\)$/.test(marker)) return marker;
  return /\d{1,3}(?:\.\d{1,2})*[A-Za-z]?/.exec(marker)?.[0] ?? (/^[a-z]\)$/.exec(marker) ? marker : null);
}

function goldUnit(unit: Numbered, find: (id: string, unit: Numbered) => Numbered | null): GoldUnit {
  const { placed, kind, name, attributes } = unit;
  const asks = kind === 'recommendation';
  const parent = attributes.of === null ? null : find(attributes.of, unit);
  const repeated = attributes.rep === null ? null : find(attributes.rep, unit);
  const own = placed.number;
  // "(a)" below item 3 is 3(a); a further paragraph has its parent's number
  const number = parent === null ? own : own?.startsWith('(') === true ? `${parent.placed.number ?? ''}${own}` : (parent.placed.number ?? own);
  const { A, B, M, D, F, S, W } = attributes.levels;
  return {
    id: name, start: placed.start + unit.start, end: placed.start + unit.end, kind, section: placed.section, number,
    item: asks ? itemOf(unit, find) : null,
    repeats: repeated?.name ?? null,
    levels: asks ? { agency: A ?? 0, action: B ?? 0, measure: M ?? 0, deadline: D ?? 0 } : null,
    form: asks ? (FORMS[F ?? 3] ?? null) : null,
    actionType: S ?? null, whyLink: W ?? null, trainingOnly: attributes.training,
    answers: attributes.ans.flatMap((id) => find(id, unit)?.name ?? []),
  };
}

/** A sub-item belongs to its parent's item, and a repeat to the item that it repeats. */
function itemOf(unit: Numbered, find: (id: string, unit: Numbered) => Numbered | null): string | null {
  const { id, of, rep } = unit.attributes;
  const next = of ?? rep;
  if (next === null || next === id) return id;
  const target = find(next, unit);
  return target === null || target === unit || target.attributes.of === id ? next : itemOf(target, find);
}

/** A span belongs to the recommendation that it stands in; in another cell of an action's row, to the row's first recommendation. */
function goldSpans(units: readonly Numbered[], placed: readonly Placed[]): GoldSpan[] {
  return placed.flatMap((place) => place.block.spans.flatMap((span): GoldSpan[] => {
    if (MARKS.has(span.element)) return [];
    const own = units.find((unit) => unit.placed === place && unit.kind === 'recommendation' && unit.start <= span.start && span.end <= unit.end);
    const { cell } = place.block;
    const row = cell === null ? undefined : units.find((unit) => unit.kind === 'recommendation' && unit.placed.block.cell?.table === cell.table && unit.placed.block.cell.row === cell.row);
    const unit = own ?? row;
    if (unit === undefined) return [];
    return [{ unit: unit.name, element: span.element, start: place.start + span.start, end: place.start + span.end, from: own === undefined ? 'context' : 'item' }];
  }));
}
