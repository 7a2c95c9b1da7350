/**
 * Codes of which a passage may have several: a column "codes" ("T1.4 T9"), or columns "code 1", "code 2" … Each code of two coders or more becomes a
 * variable of its own, yes or no. A row is coded where it stands in the table: without a code it says "none of them".
 */
import type { Codebook } from '../judge/themes.ts';
import { lineage } from '../judge/themes.ts';
import type { CodedUnit, Coder } from './coders.ts';
import type { Variable } from './variables.ts';

/** What `labelsIn` needs of a codebook. */
export type LabelBook = Pick<Codebook, 'name' | 'version' | 'codes'>;

export function isLabelColumn(heading: string): boolean {
  return /^(?:codes|themes|(?:code|theme)[ _]?\d{1,2})$/iu.test(heading.trim());
}

/**
 * Ids or names, separated by semicolons, commas, lines or blanks; with every code above them. Throws an `Error` that names what is no code of the book.
 */
export function labelsIn(written: string, heading: string, book: LabelBook): ReadonlySet<string> {
  // A name may hold the marks that part names: "Assessment in time; trauma; going missing".
  const one = codeNamed(written.trim(), book);
  const found = one !== undefined ? [[written, one] as const] : written.split(/[;,\n]/u).map((part) => part.trim()).filter((part) => part !== '').flatMap((part) => {
    const whole = codeNamed(part, book);
    return whole === undefined ? part.split(/\s+/u).map((word) => [word, codeNamed(word, book)] as const) : [[part, whole] as const];
  });
  const unknown = found.find(([, id]) => id === undefined)?.[0];
  if (unknown !== undefined) throw new Error(`"${unknown}" in the column "${heading}" is no code of ${book.name} ${book.version}. It has ${shown(book)}. For codes of your own name their codebook with --codebook.`);
  return new Set(found.flatMap(([, id]) => (id === undefined ? [] : lineage(id, book.codes))));
}

/** By id, by name, or as a project has it: "T1.4 Quality of referrals". */
export function codeNamed(written: string, { codes }: LabelBook): string | undefined {
  const plain = written.toLowerCase();
  return codes.find(({ id, name }) => [id, name, `${id} ${name}`].some((own) => own.toLowerCase() === plain))?.id;
}

function shown({ codes }: LabelBook): string {
  const ids = codes.map(({ id }) => id);
  return ids.length <= 12 ? ids.join(', ') : `${ids.slice(0, 10).join(', ')} … ${ids.at(-1) ?? ''}`;
}

/** Codes as variables, where two coders or more gave any; else the coders as they are. */
export function withLabels(coders: readonly Coder[]): readonly Coder[] {
  if (coders.filter(({ units }) => units.some(({ labels }) => labels !== undefined)).length < 2) return coders;
  const all = [...new Set(coders.flatMap(({ units }) => units.flatMap(({ labels }) => [...(labels ?? [])])))].sort(byNumber);
  const variables = all.map(yesNo);
  return coders.map((coder) => (coder.units.some(({ labels }) => labels !== undefined) ? { ...coder, variables: [...coder.variables, ...variables], units: coder.units.map((unit) => labelled(unit, all)) } : coder));
}

function labelled(unit: CodedUnit, all: readonly string[]): CodedUnit {
  const { labels } = unit;
  return labels === undefined ? unit : { ...unit, codes: new Map([...unit.codes, ...all.map((label) => [label, labels.has(label) ? 'yes' : 'no'] as const)]) };
}

function yesNo(id: string): Variable {
  return { id, order: 'nominal', values: ['no', 'yes'], normal: (written) => (written === 'yes' || written === 'no' ? written : null), label: true };
}

/** T2 before T10, T1 before T1.1. */
function byNumber(a: string, b: string): number {
  const [x, y] = [a, b].map((id) => id.split(/(\d+)/u));
  for (let at = 0; at < Math.max(x?.length ?? 0, y?.length ?? 0); at += 1) {
    const [own, other] = [x?.[at] ?? '', y?.[at] ?? ''];
    if (own === other) continue;
    return /^\d+$/u.test(own) && /^\d+$/u.test(other) ? Number(own) - Number(other) : own < other ? -1 : 1;
  }
  return 0;
}
