import type { Block, Document, Span } from '../document.ts';
import type { Memo } from '../memo.ts';
import { recall } from '../memo.ts';
import type { CellContext } from './tables.ts';
import type { HeadingModel, Role } from './roles.ts';
import type { Section } from './sections.ts';
import { linkLists, leadsIn, markerClass } from './lists.ts';
import { cellContexts } from './tables.ts';
import { roleOf } from './roles.ts';
import { sectionsOf } from './sections.ts';
import { splitSentences } from './sentences.ts';

/** Under what a sentence is filed, and by what: the nearest thing that says so wins. */
export interface Filing {
  readonly role: Role | null;
  readonly by: 'marker' | 'stem' | 'column' | 'row' | 'heading' | 'above' | 'none';
  readonly mixed: boolean;
}

/** A sentence in its place: what the judges look at. Sentences of one item that are of one kind are joined into a unit later. */
export interface Candidate extends Span {
  readonly text: string;
  readonly block: number;
  /** Which sentence of its block, from 0, and of how many. */
  readonly sentence: number;
  readonly sentences: number;
  readonly section: Section;
  readonly filing: Filing;
  readonly cell: CellContext | null;
  /** Block whose words lead it in, and the numbered block that it belongs to. */
  readonly stem: number | null;
  readonly parent: number | null;
  /** Printed number, with its parent's: "3", "3(a)", "4.2". */
  readonly number: string | null;
  /** Whether it leads in the items that follow ("The Partnership should:"). */
  readonly leadsIn: boolean;
}

export interface Structure {
  readonly document: Document;
  readonly sections: readonly Section[];
  readonly candidates: readonly Candidate[];
}

/** Types of block that are not running text. */
const SILENT: ReadonlySet<Block['type']> = new Set<Block['type']>(['heading', 'contents', 'reference', 'caption']);

/** Document → sentences in their places. Pure; the cost is linear in the text. */
export function findCandidates(document: Document, model: HeadingModel, memo?: Memo): Structure {
  const sections = sectionsOf(document, model, memo);
  const links = linkLists(document);
  const cells = cellContexts(document, model);
  const stems = new Set(links.stem.values());
  const candidates: Candidate[] = [];
  document.blocks.forEach((block, index) => {
    if (SILENT.has(block.type) || block.cell?.header === true) return;
    const section = sections[index];
    if (section === undefined || section.role === 'references') return;
    const text = document.text.slice(block.start, block.end);
    const spans = recall(memo, 'sentences', () => text, () => splitSentences(text));
    const stem = links.stem.get(index) ?? null;
    const filing = filingOf(document, block, section, stem, cells.get(index) ?? null, model, candidates);
    const number = numberOf(document, block, section, links.parent.get(index) ?? null, links.parent);
    spans.forEach((span, sentence) => {
      candidates.push({
        start: block.start + span.start, end: block.start + span.end, text: text.slice(span.start, span.end),
        block: index, sentence, sentences: spans.length, section, filing, cell: cells.get(index) ?? null,
        stem, parent: links.parent.get(index) ?? null, number,
        leadsIn: sentence === spans.length - 1 && (stems.has(index) || leadsIn(document, block)),
      });
    });
  });
  return { document, sections, candidates };
}

const COLUMN_ROLES: Readonly<Record<string, Role>> = {
  action: 'recommendations', learning: 'learning', finding: 'findings', question: 'questions', progress: 'actions-taken',
};

function filingOf(document: Document, block: Block, section: Section, stem: number | null, cell: CellContext | null, model: HeadingModel, before: readonly Candidate[]): Filing {
  const marker = block.marker === null ? null : roleOf(block.marker.text, model.markers);
  if (marker !== null) return { role: marker, by: 'marker', mixed: false };
  if (cell !== null) {
    const filed = cellFiling(cell, section);
    if (filed !== null) return filed;
  }
  if (stem !== null) {
    const filed = stemFiling(document, stem, model, before);
    if (filed !== null) return filed;
  }
  if (section.ownRole !== null) return { role: section.ownRole, by: 'heading', mixed: section.mixed };
  if (section.role !== null) return { role: section.role, by: 'above', mixed: section.mixed };
  return { role: null, by: 'none', mixed: false };
}

function cellFiling(cell: CellContext, section: Section): Filing | null {
  if (cell.columnRole !== null) {
    const role = COLUMN_ROLES[cell.columnRole];
    // "Action" in a table of earlier reviews recites; under "Progress" it reports.
    if (role === 'recommendations' && section.role === 'previous') return { role: 'previous', by: 'heading', mixed: false };
    if (role !== undefined) return { role, by: 'column', mixed: false };
    return { role: null, by: 'column', mixed: false };
  }
  if (cell.rowRole !== null) return { role: cell.rowRole, by: 'row', mixed: false };
  if (cell.bandRole !== null) return { role: cell.bandRole, by: 'row', mixed: false };
  // A column whose head says nothing known ("Theme") isn't filed by the chapter's heading.
  return cell.columnHead === null ? null : { role: null, by: 'column', mixed: false };
}

/** A stem's own words decide ("should:"); a stem that says nothing hands on what it is filed under itself. */
function stemFiling(document: Document, stem: number, model: HeadingModel, before: readonly Candidate[]): Filing | null {
  const block = document.blocks[stem];
  if (block === undefined) return null;
  const text = document.text.slice(block.start, block.end);
  const last = splitSentences(text).at(-1);
  const role = roleOf(last === undefined ? text : text.slice(last.start, last.end).slice(-160), model.stems);
  const inherited = before.find((candidate) => candidate.block === stem)?.filing ?? null;
  if (role === null) return inherited;
  if (inherited !== null && inherited.role === 'previous') return inherited;
  // Under "Learning" a stem with "should:" leads in learning points that are worded as advice.
  if (role === 'recommendations' && inherited !== null && (inherited.role === 'learning' || inherited.role === 'questions' || inherited.role === 'statutory')) return inherited;
  return { role, by: 'stem', mixed: false };
}

/** "Recommendation 3:" → "3"; "(a)" below it → "3(a)"; a paragraph under the heading "Recommendation 3" → "3". */
function numberOf(document: Document, block: Block, section: Section, parent: number | null, parents: ReadonlyMap<number, number>): string | null {
  const own = printedNumber(block);
  const above = parent === null ? null : document.blocks[parent];
  if (above !== null && above !== undefined && parent !== null) {
    const base = numberOf(document, above, section, parents.get(parent) ?? null, parents);
    if (own === null) return base;
    const kind = markerClass(block);
    return kind === 'letter' || kind === 'roman' ? `${base ?? ''}(${own})` : own;
  }
  const labelled = LABELLED.exec(`${section.number ?? ''} ${section.title}`);
  if (labelled !== null && own === null) return labelled[1] ?? null;
  return own;
}

const LABELLED = /^\s?(?:recommendation|rec|action|priority action|proposal)s?\s*(?:no\.?\s*)?(\d{1,3}[a-z]?(?:\.\d{1,2})?)\b/i;

function printedNumber(block: Block): string | null {
  const text = block.marker?.text ?? '';
  const digits = /\d+(?:\.\d+)*[a-z]?(?:\([a-z]\))?/i.exec(text);
  if (digits !== null) return digits[0];
  return /^\(?([a-z]{1,4})[).]/i.exec(text)?.[1] ?? null;
}
