import type { Critique } from '../critique.ts';
import type { Codebook } from '../judge/themes.ts';
import { themeCoder } from '../judge/themes.ts';
import type { CodedUnit, Coder } from './coders.ts';
import { VARIABLES } from './variables.ts';

const FORMS = ['fact', 'learning', 'soft', 'directive'];

/** The tool's own judgements, unit by unit, under the names that critiques and code sheets share; with its themes, which count where people gave some too. */
export function coderFromCritiques(name: string, critiques: readonly Critique[], book: Codebook): Coder {
  const coder = themeCoder(book);
  const units = critiques.flatMap(({ document, units: own, recommendations }) => {
    const judged = new Map(recommendations.map((one) => [one.unit, one]));
    return own.map((unit): CodedUnit => {
      const one = judged.get(unit.id);
      const codes: readonly (readonly [string, string | number | null])[] = one === undefined ? [] : [
        ['form', FORMS.indexOf(one.form)], ...Object.entries(one.levels), ['actionType', one.actionType], ['whyLink', one.whyLink], ['clicheBurden', one.clicheBurden], ['trainingOnly', one.trainingOnly ? 'yes' : 'no'],
      ];
      return { document: document.source, unit: unit.id, text: unit.text, codes: new Map([['kind', unit.kind], ...codes.filter(([, value]) => value !== null).map(([id, value]) => [id, String(value)] as const)]), labels: new Set(coder(unit).map(({ code }) => code)) };
    });
  });
  return { name, units, variables: VARIABLES };
}
