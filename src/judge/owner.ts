import type { AgencySpan, Body, Level, Scope } from '../critique.ts';
import type { Span } from '../document.ts';
import type { BodyGroup } from '../language/bodies.ts';
import type { Passage } from './passage.ts';
import { place } from './passage.ts';

/** Who must act, by the codebook's section A. `rule` is the id of the rule that gave the level. */
export interface Owner {
  readonly spans: readonly AgencySpan[];
  readonly targets: readonly (Span & { readonly text: string })[];
  readonly level: Level;
  readonly rule: string;
  readonly scope: Scope | null;
}

const LEVEL: Readonly<Record<Body, Level>> = { named: 3, post: 3, partnership: 3, sector: 2, generic: 1 };

export const NOBODY: Owner = { spans: [], targets: [], level: 0, rule: 'agency/none', scope: null };

/** An owner from the phrases that name it. */
export function owner(passage: Passage, groups: readonly BodyGroup[], targets: readonly BodyGroup[], from: 'item' | 'context'): Owner {
  const spans = groups.map((group) => agencySpan(passage, group, from));
  const best = groups.map((group) => levelOf(passage.text, group)).sort((a, b) => b.level - a.level)[0] ?? { level: 0 as Level, rule: 'agency/none' };
  const scopes = groups.flatMap((group) => group.bodies.map((body) => body.scope));
  const scope: Scope = scopes.includes('national') ? 'national' : scopes.includes('regional') ? 'regional' : 'local';
  return { spans, targets: targets.filter((t) => !groups.includes(t)).map((group) => place(passage, group)), ...best, scope };
}

function agencySpan(passage: Passage, group: BodyGroup, from: 'item' | 'context'): AgencySpan {
  const bodies = group.bodies.map((match) => ({ ...place(passage, match), body: match.body }));
  return { ...place(passage, group), page: null, from, body: precise(bodies.map(({ body }) => body)), bodies };
}

const PRECISION: readonly Body[] = ['post', 'named', 'partnership', 'sector', 'generic'];

function precise(bodies: readonly Body[]): Body {
  return PRECISION.find((body) => bodies.includes(body)) ?? 'generic';
}

/** Several bodies are as precise as the least precise of them, unless named ones are listed behind a generic owner (codebook 7.3). */
function levelOf(text: string, group: BodyGroup): { level: Level; rule: string } {
  const kinds = group.bodies.map(({ body }) => body);
  const words = text.slice(group.start, group.end);
  if (group.bodies.some(({ id }) => id === 'safeguarding-partners') && !kinds.some((kind) => LEVEL[kind] === 3)) return { level: 2, rule: 'agency/safeguarding-partners' };
  const specific = kinds.filter((kind) => kind !== 'generic');
  if (specific.length > 0 && specific.length < kinds.length && (group.listed || /\b(?:at|of|from|in|including|namely|such as)\b|[:(]/iu.test(words))) {
    const level = Math.max(...specific.map((kind) => LEVEL[kind])) as Level;
    return { level, rule: level === 3 ? 'agency/listed-under-all' : 'agency/sector' };
  }
  if (/\bpartners$|\bpartner agencies$/iu.test(words) && specific.length > 0) return byBody(precise(specific), group);
  const level = Math.min(...kinds.map((kind) => LEVEL[kind])) as Level;
  const weakest = kinds.find((kind) => LEVEL[kind] === level) ?? 'generic';
  if (weakest === 'generic' && group.bodies.every(({ id }) => id === 'pronoun' || id === 'forum-pronoun')) return { level, rule: 'agency/pronoun' };
  return byBody(weakest, group);
}

function byBody(body: Body, group: BodyGroup): { level: Level; rule: string } {
  if (LEVEL[body] === 3 && group.bodies.some(({ scope }) => scope === 'national')) return { level: 3, rule: 'agency/national' };
  return { level: LEVEL[body], rule: `agency/${body}` };
}

/** One phrase from the first of several to the last. */
export function spanAll(groups: readonly BodyGroup[]): BodyGroup {
  const [first, last] = [groups[0], groups.at(-1)];
  return { start: first?.start ?? 0, end: last?.end ?? 0, bodies: groups.flatMap(({ bodies }) => bodies), listed: groups.some(({ listed }) => listed) };
}
