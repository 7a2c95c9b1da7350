/**
 * From learning to recommendations: what each learning point leads to, what stands alone, and how far each way goes (learning, recommendation, measure, aim).
 */
import type { Critique, Unit } from '../critique.ts';
import { escapeHtml } from './escape.ts';
import type { Section } from './html-lists.ts';
import { unitsOf } from './view.ts';
import { count, itemLabel, NOT_FOUND } from './words.ts';
import { shortened } from './wrap.ts';

/** Nothing where a review has no learning points or no recommendations to lead to. */
export function traceSection(critique: Critique): readonly Section[] {
  const learning = unitsOf(critique, 'learning-point');
  if (learning.length === 0 || critique.items.length === 0) return [];
  const judged = new Map(critique.recommendations.map((one) => [one.unit, one]));
  const items = critique.items.map((item) => ({ item, own: item.units.flatMap((id) => judged.get(id) ?? []) }));
  const answering = (unit: Unit): typeof items => items.filter(({ own }) => own.some(({ answers }) => answers.includes(unit.id)));
  const rows = learning.flatMap((unit) => {
    const found = answering(unit);
    if (found.length === 0) return [];
    const stated = found.some(({ own }) => own.some(({ links }) => (links ?? []).some((link) => link.unit === unit.id && link.by === 'stated')));
    const links = found.map(({ item }) => `<a href="#item-${escapeHtml(item.id)}">${escapeHtml(itemLabel(item))}</a>`).join(', ');
    const yes = (holds: boolean): string => (holds ? 'yes' : `<span class="absent">${NOT_FOUND}</span>`);
    return [`<tr><th scope="row">${escapeHtml(shortened(unit.text, 140))}</th><td>${stated ? '' : 'perhaps '}${links}</td><td>${yes(found.some(({ item }) => (item.levels.measure ?? 0) >= 2))}</td><td>${yes(found.some(({ own }) => own.some(({ elements }) => elements.outcome.length > 0)))}</td></tr>`];
  });
  const alone = items.filter(({ own }) => own.every(({ answers }) => answers.length === 0)).map(({ item }) => itemLabel(item));
  const left = learning.length - rows.length;
  const words = [
    ...(left === 0 ? [] : [`${count(left, 'learning point')} without a recommendation found for ${left === 1 ? 'it' : 'them'}: that is no fault, since not all learning asks for one.`]),
    ...(alone.length === 0 ? [] : [`For ${alone.join(', ')} no learning was found that ${alone.length === 1 ? 'it answers' : 'they answer'}. Which was it?`]),
    'What is marked “perhaps” was inferred from words and place: a place to look.',
  ];
  const table = rows.length === 0 ? '' : `<table class="check"><thead><tr><th scope="col">Learning</th><th scope="col">Recommendation</th><th scope="col">How one would see it</th><th scope="col">Aim for children</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return [{ id: 'trace', title: 'From learning to recommendations', html: `<p>${words.map(escapeHtml).join(' ')}</p>${table}` }];
}
