import type { Candidate } from '../structure/candidates.ts';
import type { Clause } from '../language/clause.ts';
import type { Tense } from '../language/profile.ts';

/**
 * Whether a sentence is put and placed as an ask could be: a plain statement only where recommendations are listed (codebook 12.11: misfiled),
 * an instruction or a noun phrase only in a list or where asks are filed. "Staff work with families to devise plans" is none.
 * `accountable`: the subject of what is asked is a body or post that one could write to.
 */
export function couldAsk(candidate: Candidate, clause: Clause, { inList, accountable, tense }: { readonly inList: boolean; readonly accountable: boolean; readonly tense: Tense }): boolean {
  const { role, by } = candidate.filing;
  const listed = inList || candidate.cell !== null || candidate.stem !== null || candidate.number !== null || by === 'marker';
  if (asksNothing(candidate.text)) return false;
  if (clause.mood === 'statement' || clause.mood === 'counterfactual') return (role === 'recommendations' && (listed || by === 'heading')) || (clause.mood === 'statement' && suggests(candidate.text));
  const asking = role === 'recommendations' || candidate.section.heading < 0;
  // Letters set narrative as bullets: without a heading, stem or column that asks, a noun phrase in a list asks nothing.
  if (clause.mood === 'phrase') return asking || candidate.stem !== null || candidate.cell !== null || (listed && (role === 'improvement' || role === 'next-steps' || role === 'summary' || role === 'addressee')) || suggests(candidate.text);
  // "Briefings to staff have improved": the verb comes late.
  if (clause.mood === 'infinitive' && tense === 'perfect') return false;
  if (clause.mood === 'infinitive') return listed || asking || accountable;
  if (clause.mood === 'imperative' || clause.mood === 'gerund') return listed || asking;
  return true;
}

/**
 * A suggestion in the form of a statement: "The forum could look at …", "It would be helpful if …", "We'd ask the clinic to …".
 * "This could be avoided", "GPs accept that they could do more" and "could have asked" suggest nothing.
 */
const SUGGESTS = /^(?!(?:this|that|these|those|it|they|there|he|she|we|you|which|what|who|if|when|as|in|for)\b)(?:[^\s,;:.]+ ){1,12}(?:could|might)(?! (?:not |also |then |well )?(?:have|lead|mean|result|indicate|suggest|explain|account|be (?:a|an|the|seen as|due|because))\b) \w+|\b(?:would|'d|’d) (?:be (?:helpful|useful|good|value|valuable|sensible|wise|worth|of benefit) (?:if|in|for|to|were|that)|(?:like to )?(?:ask|urge|invite)|like to see)\b|\b(?:is|are) (?:desirable|advisable) that\b|\bwould you please\b/iu;
const THAT = /\b(?:that|who|which)\b/iu;

function suggests(text: string): boolean {
  const found = SUGGESTS.exec(text);
  return found !== null && (found.index > 0 || !THAT.test(found[0].replace(/\bdesirable that|advisable that|(?:helpful|useful|good|value|valuable|sensible|wise|worth|of benefit) that\b/iu, '')));
}

/** "There are no areas for priority action." asks nothing, wherever it stands. */
function asksNothing(text: string): boolean {
  return NONE_HERE.test(text);
}

const NONE_HERE = /^\W*(?:there (?:are|is|were|was) no\b|no (?:\w+ ){0,3}(?:recommendations?|areas|actions?) (?:is|are|was|were)\b|none\b|nil\b)/iu;
