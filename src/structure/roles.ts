import { anyCase } from '../any-case.ts';

/** What a section, stem, column or row label says about what stands under it. The words are in `models/headings.json`. */
export type Role =
  | 'recommendations' | 'improvement' | 'learning' | 'findings' | 'good-practice' | 'questions' | 'lines-of-enquiry' | 'actions-taken'
  | 'previous' | 'rejected' | 'references' | 'terms-of-reference' | 'next-steps' | 'chronology' | 'family' | 'method' | 'statutory'
  | 'background' | 'summary' | 'appendix'
  /** Names whom it speaks to ("For the Council") and not what: below a chapter with a role of its own it says no more than that. */
  | 'addressee';

export type ColumnRole = 'owner' | 'deadline' | 'measure' | 'outcome' | 'progress' | 'number' | 'action' | 'learning' | 'finding' | 'question';

export interface RolePattern<R extends string> {
  readonly role: R;
  readonly pattern: RegExp;
}

export interface HeadingModel {
  readonly roles: readonly RolePattern<Role>[];
  readonly columns: readonly RolePattern<ColumnRole>[];
  readonly stems: readonly RolePattern<Role>[];
  readonly markers: readonly RolePattern<Role>[];
}

interface RawPattern {
  readonly role: string;
  readonly pattern: string;
}

export interface RawHeadings {
  readonly roles: readonly RawPattern[];
  readonly columns: readonly RawPattern[];
  readonly stems: readonly RawPattern[];
  readonly markers: readonly RawPattern[];
}

export function headingModel(raw: RawHeadings): HeadingModel {
  return { roles: compile(raw.roles), columns: compile(raw.columns), stems: compile(raw.stems), markers: compile(raw.markers) };
}

function compile<R extends string>(patterns: readonly RawPattern[]): RolePattern<R>[] {
  return patterns.map(({ role, pattern }) => ({ role: role as R, pattern: anyCase(pattern) }));
}

/** Role of a heading-like text, or null. Texts of over 160 characters are no headings. */
export function roleOf<R extends string>(text: string, patterns: readonly RolePattern<R>[]): R | null {
  if (text.length > 160) return null;
  return patterns.find(({ pattern }) => pattern.test(text))?.role ?? null;
}
