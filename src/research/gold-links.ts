import type { Gold } from './gold.ts';

export interface GoldLink {
  /** First unit of the recommendation as its author filed it. */
  readonly head: string;
  readonly answers: string;
}

/** What each recommendation answers, its sub-items and further paragraphs taken together; repeats left out. */
export function goldLinks({ units }: Pick<Gold, 'units'>): readonly GoldLink[] {
  const heads = new Map<string, string>();
  const links = new Map<string, GoldLink>();
  for (const { id, kind, item, repeats, answers } of units) {
    if (kind !== 'recommendation' || repeats !== null) continue;
    const head = heads.get(item ?? id) ?? id;
    heads.set(item ?? id, head);
    for (const answered of answers) links.set(`${head} ${answered}`, { head, answers: answered });
  }
  return [...links.values()];
}
