import type { Candidate } from '../structure/candidates.ts';
import type { Feature } from '../language/linear.ts';

/**
 * What the first judgement thinks of the sentence itself, the one before, the one after, the rest of its block and the rest of its list.
 * Values are probabilities.
 */
export function neighbourFeatures(candidates: readonly Candidate[], alone: readonly (readonly number[])[], classes: readonly string[]): Feature[][] {
  const groups = new Map<string, number[]>();
  const keys = candidates.map((candidate) => `${candidate.section.heading}/${candidate.stem ?? 'none'}/${candidate.cell?.columnHead ?? ''}`);
  keys.forEach((key, index) => groups.set(key, [...(groups.get(key) ?? []), index]));
  return candidates.map((candidate, index) => {
    const features: Feature[] = [];
    const before = candidates[index - 1]?.section === candidate.section ? alone[index - 1] : undefined;
    const after = candidates[index + 1]?.section === candidate.section ? alone[index + 1] : undefined;
    const sameBlock = candidates[index - 1]?.block === candidate.block;
    const list = (groups.get(keys[index] ?? '') ?? []).filter((other) => other !== index);
    classes.forEach((name, at) => {
      features.push([`self=${name}`, round(alone[index]?.[at] ?? 0)]);
      if (before !== undefined) features.push([`${sameBlock ? 'block' : 'before'}=${name}`, round(before[at] ?? 0)]);
      if (after !== undefined) features.push([`after=${name}`, round(after[at] ?? 0)]);
      if (list.length > 0) features.push([`list=${name}`, round(list.reduce((sum, other) => sum + (alone[other]?.[at] ?? 0), 0) / list.length)]);
    });
    return features;
  });
}

/** Rounded so that the last bits of a floating-point sum can't turn a judgement on another machine. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
