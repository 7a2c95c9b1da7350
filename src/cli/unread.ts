import { KINDS, TIERS } from '../critique.ts';
import type { Critique } from '../critique.ts';
import { error } from '../result.ts';

/** The place of a file that could not even be opened: no units, and an error message. */
export function unread(name: string, text: string, tool: Critique['tool']): Critique {
  return {
    version: '1',
    tool,
    document: { source: name, sha256: '', textSha256: null, kind: 'other', method: 'recommendations', title: null, pages: null, words: 0, fidelity: null },
    units: [],
    items: [],
    recommendations: [],
    cliches: [],
    appraisal: { checklist: 'none', items: [] },
    summary: {
      recommendations: 0, repeats: 0, kinds: zeros(KINDS), tiers: zeros(TIERS), namedAgency: 0, measureOfEffect: 0, boundedDeadline: 0,
      trainingOnly: 0, misfiled: 0, cliches: {}, changes: [],
    },
    messages: [error('read/not-opened', text)],
  };
}

function zeros<K extends string>(names: readonly K[]): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
}
