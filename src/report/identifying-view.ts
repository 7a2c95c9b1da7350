/**
 * Details that could identify a child, as every report for people shows them: by kind, each with its places.
 */
import type { Critique, IdentifyingDetail } from '../critique.ts';
import { count } from './words.ts';

export interface DetailGroup {
  readonly name: string;
  readonly question: string;
  readonly details: readonly IdentifyingDetail[];
}

export interface IdentifyingView {
  readonly title: string;
  readonly says: string;
  readonly groups: readonly DetailGroup[];
  /** Looked at, and with a reason to stay. */
  readonly aside: readonly IdentifyingDetail[];
}

/** Null where the document tells of no child, or the result is older than this list. */
export function identifyingView({ identifying }: Critique): IdentifyingView | null {
  if (identifying === undefined || identifying === null) return null;
  const open = identifying.details.filter(({ decision }) => decision === undefined);
  const names = [...new Set(open.map(({ name }) => name))];
  return {
    title: identifying.use === 'publication' ? 'Fit to publish?' : 'Details that could identify the child or the family',
    says: `${open.length === 0 ? 'No such detail was found.' : `${count(open.length, 'detail')} found.`} ${identifying.says}`,
    groups: names.map((name) => { const details = open.filter((one) => one.name === name); return { name, question: details[0]?.question ?? '', details }; }),
    aside: identifying.details.filter(({ decision }) => decision !== undefined),
  };
}

/** "pp. 3, 7" or "4 places". */
export function detailPlaces({ places }: IdentifyingDetail): string {
  const pages = [...new Set(places.flatMap(({ page }) => page ?? []))];
  if (pages.length === 0) return places.length === 1 ? '' : count(places.length, 'place');
  return `${pages.length === 1 ? 'p.' : 'pp.'} ${pages.join(', ')}`;
}

/** What to say before a file is written that would carry such details of a rapid review; null where there is nothing to say. */
export function exportWarning({ document, identifying }: Critique): string | null {
  const open = (identifying?.details ?? []).filter(({ decision }) => decision === undefined).length;
  if (identifying?.use !== 'confidential' || open === 0 || document.reduced !== undefined) return null;
  return `${document.source} is a rapid review and holds ${count(open, 'detail')} that could identify the child or the family. What is written here carries them: keep it as the review is kept, or cover them with --redact.`;
}
