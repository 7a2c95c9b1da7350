import type { Candidate } from '../structure/candidates.ts';
import type { Clause } from '../language/clause.ts';

/**
 * Whether a sentence could be a recommendation at all: a plain statement only where recommendations are listed (codebook 12.11: misfiled),
 * "X to do Y", an instruction or a noun phrase only in a list or where asks are filed. "Staff work with families to devise plans" is none.
 */
export function couldAsk(candidate: Candidate | undefined, clause: Clause | undefined, inList: boolean): boolean {
  if (candidate === undefined || clause === undefined) return true;
  const { role, by } = candidate.filing;
  const listed = inList || candidate.cell !== null || candidate.stem !== null || candidate.number !== null || by === 'marker';
  if (NONE_HERE.test(candidate.text)) return false;
  if (clause.mood === 'statement' || clause.mood === 'counterfactual') return role === 'recommendations' && (listed || by === 'heading');
  const asking = role === 'recommendations' || candidate.section.heading < 0;
  // Letters set narrative as bullets: without a heading, stem or column that asks, a noun phrase in a list asks nothing.
  if (clause.mood === 'phrase') return asking || candidate.stem !== null || candidate.cell !== null || (listed && (role === 'improvement' || role === 'next-steps' || role === 'summary'));
  if (clause.mood === 'infinitive' || clause.mood === 'imperative' || clause.mood === 'gerund') return listed || asking;
  return true;
}

/** "There are no areas for priority action." */
const NONE_HERE = /^\W*(?:there (?:are|is|were|was) no\b|no (?:\w+ ){0,3}(?:recommendations?|areas|actions?) (?:is|are|was|were)\b|none\b|nil\b)/iu;
