/**
 * Coders that are no table: the tool itself, and a REFI-QDA project that people coded.
 */
import type { Critique } from '../critique.ts';
import type { CodedUnit, Coder } from './coders.ts';
import type { ReadProject } from './qdpx-read.ts';
import { VARIABLES, ownVariable } from './variables.ts';

const FORMS = ['fact', 'learning', 'soft', 'directive'];

/** The tool's own judgements, unit by unit, under the names that critiques and code sheets share. */
export function coderFromCritiques(name: string, critiques: readonly Critique[]): Coder {
  const units = critiques.flatMap(({ document, units: own, recommendations }) => {
    const judged = new Map(recommendations.map((one) => [one.unit, one]));
    return own.map((unit): CodedUnit => {
      const one = judged.get(unit.id);
      const codes: readonly (readonly [string, string | number | null])[] = one === undefined ? [] : [
        ['form', FORMS.indexOf(one.form)], ...Object.entries(one.levels), ['actionType', one.actionType], ['whyLink', one.whyLink], ['clicheBurden', one.clicheBurden], ['trainingOnly', one.trainingOnly ? 'yes' : 'no'],
      ];
      return { document: document.source, unit: unit.id, text: unit.text, codes: new Map([['kind', unit.kind], ...codes.filter(([, value]) => value !== null).map(([id, value]) => [id, String(value)] as const)]) };
    });
  });
  return { name, units, variables: VARIABLES };
}

/**
 * Codings of a project: each coded stretch of text is a unit, named by its place; the outermost code is the variable, the innermost its value.
 * Two projects agree on a unit where both coded the very same words; how near they come elsewhere is what the agreement of spans says.
 */
export function coderFromProject(name: string, { codings }: ReadProject): Coder {
  const units = new Map<string, { document: string; unit: string; text: string; codes: Map<string, string> }>();
  for (const { source, path, start, end, text } of codings) {
    const key = JSON.stringify([source, start, end]);
    const unit = units.get(key) ?? { document: source, unit: `${start}-${end}`, text, codes: new Map<string, string>() };
    units.set(key, unit);
    const [id, value] = [variableOf(path[0] ?? ''), path.at(-1) ?? ''];
    unit.codes.set(id, path.length === 1 ? 'yes' : value);
  }
  const ids = [...new Set([...units.values()].flatMap(({ codes }) => [...codes.keys()]))];
  const variables = ids.map((id) => VARIABLES.find((variable) => variable.id === id) ?? ownVariable(id, [...units.values()].flatMap(({ codes }) => codes.get(id) ?? [])));
  return { name, units: [...units.values()], variables };
}

function variableOf(group: string): string {
  return VARIABLES.find(({ id }) => id.toLowerCase() === group.toLowerCase())?.id ?? group;
}
