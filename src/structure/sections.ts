import type { Block, Document } from '../document.ts';
import type { Memo } from '../memo.ts';
import { recall } from '../memo.ts';
import type { HeadingModel, Role } from './roles.ts';
import { roleOf } from './roles.ts';

/** A heading and all that stands under it until the next heading of the same or a higher level. */
export interface Section {
  /** Index of the heading block; -1 for what comes before the first heading. */
  readonly heading: number;
  readonly title: string;
  readonly number: string | null;
  readonly level: number;
  /** Its own role, from its words; null where they say nothing. */
  readonly ownRole: Role | null;
  /** Its own role or the nearest role above it. */
  readonly role: Role | null;
  /** Whether its words name more than one thing ("Learning and recommendations"), so that the role is less sure. */
  readonly mixed: boolean;
  readonly parent: Section | null;
}

export const ROOT: Section = { heading: -1, title: '', number: null, level: 0, ownRole: null, role: null, mixed: false, parent: null };

/**
 * The section of every block, in the order of `document.blocks`. Headings belong to the section that they open.
 * Levels come from the reader; where it knows none, from numbering ("4.2" is below "4"), then from type size.
 */
export function sectionsOf(document: Document, model: HeadingModel, memo?: Memo): Section[] {
  const levels = headingLevels(document.blocks);
  const sections: Section[] = [];
  let current: Section = ROOT;
  document.blocks.forEach((block, index) => {
    if (block.type === 'heading') current = open(document, block, index, levels.get(index) ?? 1, current, model, memo);
    sections.push(current);
  });
  return sections;
}

function open(document: Document, block: Block, index: number, level: number, before: Section, model: HeadingModel, memo: Memo | undefined): Section {
  let parent: Section = before;
  while (parent.parent !== null && parent.level >= level) parent = parent.parent;
  const title = document.text.slice(block.start, block.end);
  const marker = block.marker?.text ?? null;
  const words = `${marker ?? ''} ${title}`.trim();
  const { ownRole, several } = recall(memo, 'role', () => words, () => ({ ownRole: roleOf(words, model.roles), several: namesSeveral(words, model) }));
  const mixed = ownRole === null ? parent.mixed : several;
  return { heading: index, title, number: marker, level, ownRole, role: ownRole ?? parent.role, mixed, parent };
}

const CONTENT_ROLES: ReadonlySet<Role> = new Set<Role>(['recommendations', 'learning', 'findings', 'good-practice', 'questions', 'improvement']);

/** "Conclusions and recommendations" holds findings too; "Recommendations" does not. */
function namesSeveral(words: string, model: HeadingModel): boolean {
  return new Set(model.roles.filter(({ role, pattern }) => CONTENT_ROLES.has(role) && pattern.test(words)).map(({ role }) => role)).size > 1;
}

function headingLevels(blocks: readonly Block[]): Map<number, number> {
  const levels = new Map<number, number>();
  const sizes = [...new Set(blocks.filter((b) => b.type === 'heading' && b.size !== null).map((b) => b.size ?? 1))].sort((a, b) => b - a);
  blocks.forEach((block, index) => {
    if (block.type === 'heading') levels.set(index, headingLevel(block, sizes));
  });
  return levels;
}

function headingLevel(block: Block, sizes: readonly number[]): number {
  if (block.level > 0) return block.level;
  const dotted = /^(\d+(?:\.\d+)*)\.?$/.exec(block.marker?.text ?? '');
  if (dotted?.[1] !== undefined) return dotted[1].split('.').length + 1;
  if (block.size !== null) return Math.min(6, sizes.indexOf(block.size) + 1);
  return 2;
}
