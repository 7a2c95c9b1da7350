import type { BodyGroup, Gazetteer } from '../language/bodies.ts';
import { findBodies, groupBodies } from '../language/bodies.ts';
import type { Clause, ClauseReader } from '../language/clause.ts';
import { clauseReader } from '../language/clause.ts';
import { ownOwner } from './agency.ts';
import { headingOwner } from './heading-owner.ts';
import type { Owner } from './owner.ts';
import { NOBODY, owner, spanAll } from './owner.ts';
import type { Passage } from './passage.ts';

/** Who works for a body whose list it is: "Staff should …" under "Holmere Hospital" (codebook 1, 12.8); "professionals" and "partners" work for many. */
const STAFF = /\b(?:staff|officers?|workers?|clinicians|nurses|midwives|visitors|sergeants|inspectors|managers|supervisors|practitioners|doctors|consultants|teachers|receptionists|handlers|leads|teams?)\b/iu;

/** The owner that a recommendation's surroundings give it. A heading speaks where the words name nobody, or only the staff of whoever it names. */
export function givenOwner(text: string, clause: Clause, own: Owner, context: readonly Passage[], models: { readonly bodies: Gazetteer; readonly verbs: { readonly all: ReadonlySet<string> } }, read: ClauseReader = clauseReader(models.verbs.all)): Owner {
  // A statement of fact that is filed among recommendations asks nobody.
  if (clause.asks.length === 0 && clause.mood === 'statement' && clause.past) return NOBODY;
  const staff = own.level < 3 && own.spans.length > 0 && own.spans.every((span) => STAFF.test(span.text) && !/\b(?:all|agencies|partners|professionals|services)\b/iu.test(span.text));
  const speaks = ({ from }: Passage): boolean => {
    if (from === 'deadline' || from === 'measure' || from === 'outcome' || from === 'following') return false;
    return from === 'heading' ? own.level === 0 || staff : from !== 'item' || goesOn(text, clause, own);
  };
  return contextOwner(context.filter(speaks), read, models.bodies);
}

/**
 * Whether a sentence takes its owner from the ask before it: "It should also …", "Report the number." Not where it names its own, or asks in the passive
 * of nobody ("Consideration might be given to transport").
 */
function goesOn(text: string, { mood, asks }: Clause, owner: Owner): boolean {
  if (owner.rule === 'agency/pronoun') return true;
  if (owner.level > 0) return false;
  return mood === 'imperative' || mood === 'gerund' || mood === 'phrase' || asks[0]?.subject === null || /^(?:this|these|both|each|the (?:same|former|latter)|in addition|additionally|also|further)\b|\balso\s+(?:should|must|shall|will)|\b(?:should|must|shall|will)\s+also\b/iu.test(text);
}

/** The owner that the context gives: the row's owner cell, the stem, a heading that names a body, the item's earlier words. */
export function contextOwner(context: readonly Passage[], clauseOf: (text: string) => Clause, entries: Gazetteer): Owner {
  let best: Owner = NOBODY;
  for (const passage of context) {
    const found = inContext(passage, clauseOf, entries);
    if (found.level > best.level) best = found;
    // A row's owner cell and a stem speak for the item; a heading only where they are silent.
    if (best.level >= 2) break;
  }
  return best;
}

function inContext(passage: Passage, clauseOf: (text: string) => Clause, entries: Gazetteer): Owner {
  const groups = groupBodies(passage.text, findBodies(passage.text, entries));
  if (groups.length === 0 && passage.from !== 'heading' && passage.from !== 'owner') return NOBODY;
  if (passage.from === 'owner') return ownerCell(passage, groups);
  if (passage.from === 'heading') return headingOwner(passage, groups, entries);
  if (passage.from === 'stem' || passage.from === 'item' || passage.from === 'repeat' || passage.from === 'plan') {
    const own = ownOwner(passage, clauseOf(passage.text), entries);
    if (own.spans.length > 0) return { ...own, spans: own.spans.map((span) => ({ ...span, from: 'context' as const })), targets: [] };
    const only = groups[0];
    // "For the Police:" and "The Partnership:" lead in without a verb.
    if (passage.from !== 'stem' || only === undefined) return NOBODY;
    if (groups.length === 1 && /^(?:(?:recommendations?\s+)?(?:for|to)\s+)?(?:the\s+)?$/iu.test(passage.text.slice(0, only.start))) return owner(passage, [only], [], 'context');
    // "We recommend that the Partnership" leads in what it is to do.
    const last = groups.at(-1) ?? only;
    return /\b(?:recommend(?:s|ed)?|ask(?:s|ed)?|propose[sd]?|urge[sd]?)\b.{0,20}?(?:that|of|to)?\s+(?:the\s+)?$/iu.test(passage.text.slice(0, last.start)) && /^(?:to|should|must|will)?[\s:,–—-]*$/iu.test(passage.text.slice(last.end).trim()) ? owner(passage, [last], [], 'context') : NOBODY;
  }
  return NOBODY;
}

/** Posts that can be written to, also in the plural: "Business Managers of both boards". */
const POST = /\b(?:managers?|directors?|heads? of|chief|superintendent|inspector|commissioner|chair|clerk|scrutineer)\b/iu;

/** What stands in a column of owners is an owner, known or not; "To be agreed" and the like are none. */
function ownerCell(passage: Passage, groups: readonly BodyGroup[]): Owner {
  const known = groups.length === 0 ? null : owner(passage, [spanAll(groups)], [], 'context');
  if (known !== null && (known.level === 3 || !POST.test(passage.text))) return known;
  const text = passage.text.trim();
  if (!/\p{L}{2}/u.test(text) || text.length > 80 || /^(?:tb[ac]|to be (?:agreed|confirmed|decided|allocated|identified)|not (?:yet )?(?:known|agreed|allocated)|none|n\/?a|unallocated|various|as above|lead|owner|who)\b/iu.test(text)) return NOBODY;
  const start = passage.text.indexOf(text);
  return owner(passage, [{ start, end: start + text.length, listed: false, bodies: [{ start, end: start + text.length, id: 'owner-cell', body: /^(?:all|everyone|everybody)\b/iu.test(text) ? 'generic' : POST.test(text) ? 'post' : /[^s’']s$/u.test(text) ? 'sector' : 'named', scope: 'local' }] }], [], 'context');
}
