/**
 * What other studies found, set under the figures that it is nearest to.
 */
import type { Finding } from '../corpus/literature.ts';
import { FINDINGS } from '../corpus/literature.ts';
import { escapeHtml } from './escape.ts';

const TITLES: Readonly<Record<Finding['beside'], string>> = {
  'training-only': 'Training', 'action-type': 'Type of action', 'recommendations-each': 'Recommendations a review', 'learning-each': 'Learning points a review',
  'measure-of-effect': 'Measure of effect', 'named-agency': 'Named agency',
};

export const STUDIES_NOTE = 'Each study counted something else, by other hands and other rules, so that no figure here can be taken from one there.';

export function studyList(findings: readonly Finding[]): string {
  const entries = findings.map(({ beside, found, counted, source, address }) => `<dt>${TITLES[beside]}: ${escapeHtml(found)}</dt><dd>${escapeHtml(counted)}. <span class="quiet">${escapeHtml(source)}, ${escapeHtml(address)}</span></dd>`);
  return `<dl class="studies">${entries.join('')}</dl>`;
}

/** Folded, under one figure of one kind of document. */
export function beside(...measures: readonly Finding['beside'][]): string {
  const findings = FINDINGS.filter((one) => measures.includes(one.beside));
  return findings.length === 0 ? '' : `<details><summary>Beside other studies</summary><p>${STUDIES_NOTE}</p>${studyList(findings)}</details>`;
}
