import type { Action } from './action.ts';
import type { Clause } from '../language/clause.ts';
import type { Features } from '../language/linear.ts';
import type { Vectors } from '../language/vectors.ts';
import { meanVector, weighted } from '../language/vectors.ts';

const SIGNS: Readonly<Record<string, RegExp>> = {
  number: /\d/u, money: /£|\bfund|\bbudget/i, brackets: /\([^()]{12,200}\)/u, because: /\b(?:because|since|as|given)\b/i, ensure: /\bensur/i, training: /\btrain|\bbriefing|\bworkshop/i,
  audit: /\baudit|\bdip[- ]sampl/i, form: /\b(?:form|template|checklist|field|question|prompt)s?\b/i, system: /\b(?:system|alert|flag|marker|software|electronic)\b/i, contract: /\b(?:contract|commission|specification|mandate)/i,
  people: /\b(?:post|posts|nurse|worker|officer|clinic|hours)\b/i, law: /\b(?:legislat|statut|regulation|act)\b/i, every: /\b(?:every|each|any|no)\b/i, with: /\bwith (?:a|an|the|two|three|four)\b/i,
  review: /\breview/i, policy: /\b(?:polic|protocol|procedure|guidance|pathway)/i, consider: /\bconsider|\bexplor/i, remind: /\bremind|\baware|\bcirculat|\bshare the learning|\bpromot|\bencourag/i, wait: /\buntil|\bunless|\bcannot|\bonly when/i,
};

/** What the models of levels look at: what the rules said, how the ask is put, and its words. */
export function levelFeatures(text: string, clause: Clause, action: Action, typeLevel: number, vectors: Vectors): Features {
  const names = new Set<string>(['bias', `rule=${action.level}`, `id=${action.rule}`, `type=${typeLevel}`, `mood=${clause.mood}`, `asks=${Math.min(3, action.parts.length)}`, `size=${Math.min(6, Math.floor(text.length / 60))}`, `rule=${action.level}&size=${Math.min(6, Math.floor(text.length / 60))}`]);
  for (const { lemma } of action.parts) names.add(`lemma=${lemma}`);
  for (const [sign, pattern] of Object.entries(SIGNS)) {
    if (!pattern.test(text)) continue;
    names.add(`sign=${sign}`);
    names.add(`sign=${sign}&rule=${action.level}`);
    names.add(`sign=${sign}&type=${typeLevel}`);
  }
  for (const { text: word, lower } of clause.tokens) if (/^\p{Ll}{4,}$/u.test(word)) names.add(`w=${lower}`);
  const mean = meanVector(clause.tokens.map(({ lower }) => lower), vectors);
  return { names: [...names], vector: weighted(mean, 3), valued: [] };
}
