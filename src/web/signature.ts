/** All that a card shows, in one string: a card whose string is the same needn't be drawn again, wherever its words stand by now. */
import type { Critique } from '../critique.ts';
import type { Decision } from '../judge/decisions.ts';
import type { ItemView } from '../report/view.ts';

/** One for each view. Places and ids are left out: they change with every word before the item. */
export function signatures(views: readonly ItemView[], critique: Critique, decisions: readonly Decision[]): readonly string[] {
  const judged = new Map(critique.recommendations.map((one) => [one.unit, one]));
  return views.map((view) => JSON.stringify([
    view.id, view.label, view.tier, view.page, view.units.map(({ id, kind, text, decision }) => [kind, text, decision, judged.get(id)?.rules.map((rule) => [rule.id, rule.level, rule.says, rule.decision])]),
    view.rows.map(({ words, ...row }) => [row, words.map(({ text, context }) => [text, context])]),
    view.cliches.map(({ effect, hits }) => [effect, hits.map(({ id, text }) => [id, text])]), view.blame.map(({ id, text, why }) => [id, text, why]),
    view.remarks, view.aside, view.answers.map(({ words }) => words), view.questions, view.frames, decisions,
  ]));
}
