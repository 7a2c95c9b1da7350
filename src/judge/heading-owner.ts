import type { Body } from '../critique.ts';
import type { BodyGroup, Gazetteer } from '../language/bodies.ts';
import type { Owner } from './owner.ts';
import { NOBODY, owner, spanAll } from './owner.ts';
import type { Passage } from './passage.ts';

/** A heading that gives its body a list of asks: "Recommendations for …", "Single agency recommendations: …". */
const GIVES_LIST = /^(?:[A-Z\d.]{1,8}[.)]?\s)?(?:(?:single|individual|other|further|additional|local|specific)[\s-]+(?:agency\s+)?(?:\(\w+\)\s+)?)?(?:recommendations?|actions?|asks?)(?:\s\d{1,2}(?:\s?(?:to|and|–|-)\s?\d{1,2})?)?\s*(?:(?:for|to|of)\s+|[:–—-]\s*(?:(?:for|to)\s+)?)(?:the\s)?|^from\s+(?:the\s)?/iu;

/** "Police", "7.2 For the ICB", "Recommendations for health bodies", "Single agency recommendations: Turnstone Recovery", "What must the hospitals do?". */
export function headingOwner(passage: Passage, groups: readonly BodyGroup[], entries: Gazetteer): Owner {
  const found = asked(passage, groups, entries) ?? listed(passage, groups) ?? bare(passage, groups);
  // "Actions for agencies" names nobody.
  if (found !== null) return found.level >= 2 ? found : NOBODY;
  return addressed(passage) ?? unknownName(passage, entries) ?? NOBODY;
}

/** "What must the hospitals do now?", "16. What will the ICB and Partnership change?" */
const WHAT = /^(?:\d{1,3}[.)]?\s+)?what (?:must|should|will|can|could|would|do|does|is|are) (.{2,70}?) (?:do|change|offer|stop|start|be doing|going to do|to do)\b/iu;

function asked(passage: Passage, groups: readonly BodyGroup[], entries: Gazetteer): Owner | null {
  const found = WHAT.exec(passage.text);
  const name = found?.[1];
  if (found === null || name === undefined) return null;
  const start = passage.text.indexOf(name, found.index + 4);
  const inside = groups.filter((group) => group.start >= start && group.end <= start + name.length);
  return inside.length > 0 ? owner(passage, [spanAll(inside)], [], 'context') : nameless(passage, start, start + name.length, entries);
}

function listed(passage: Passage, groups: readonly BodyGroup[]): Owner | null {
  const { text } = passage;
  const from = GIVES_LIST.exec(text)?.[0].length ?? 0;
  if (from === 0) return null;
  const behind = groups.filter(({ end }) => end > from + 1);
  const first = behind[0];
  if (first !== undefined && /^\s*$/u.test(text.slice(from, Math.max(from, first.start)))) return owner(passage, [spanAll(behind)], [], 'context');
  // A name that no entry knows: whoever gets a list of their own can be written to.
  const name = /^(?:the\s+)?\p{Lu}[\p{L}’'&-]*(?:\s+(?:and|of|for|\p{Lu}[\p{L}’'&-]*))*\s*$/u.exec(text.slice(from))?.[0].trimEnd();
  return name === undefined || /agency\b/iu.test(name) ? NOBODY : made(passage, from, from + name.length, 'named');
}

function bare(passage: Passage, groups: readonly BodyGroup[]): Owner | null {
  const { text } = passage;
  const first = groups[0];
  if (first === undefined) return null;
  const before = text.slice(0, first.start);
  if (!/^(?:[A-Z\d.]{1,8}\s)?(?:the\s)?$/iu.test(before) && !/^(?:[A-Z\d.]{1,8}[.)]?\s)?(?:(?:[\w-]+\s){0,3}(?:recommendations?|actions?|asks?|improvements?|tasks?)\s?(?:for|to|of|from|:|\(|–|-)?|for|to|actions? required (?:of|from|by)|what)\s?[:(–-]?\s?(?:the\s)?$/iu.test(before)) return null;
  // "Holmere Council: Education and Attendance", "Holmere ICB (on behalf of surgeries)": the body before the mark.
  if (/^\s*(?:[:(–—]|-\s)/u.test(text.slice(first.end))) return owner(passage, [first], [], 'context');
  const rest = text.slice(groups.at(-1)?.end ?? first.end).trim();
  return rest === '' || /^(?:[:.)(–-]|recommendations?|actions?|single|to do\b|(?:should|must|will|can|needs? to) do\b)/iu.test(rest) ? owner(passage, [spanAll(groups)], [], 'context') : null;
}

/** "For anyone who goes into homes" and "For every service" are everyone; "For health" and "If you work in a school" are a sector. */
function addressed(passage: Passage): Owner | null {
  const everyone = /^(?:\d[\d.]{0,4}\s)?(?:for|to)\s+(?:all|any|anyone|everyone|everybody|every|each)\b/iu.exec(passage.text);
  if (everyone !== null) return made(passage, 0, passage.text.trimEnd().length, 'generic');
  const sector = /^(?:(?:\d[\d.]{0,4}\s)?(?:for|to)\s+(?:health|education|social care|housing|schools?|police|primary care)\s*$|(?:health|education|housing)\s*$|if you (?:are|work)\b)/iu.exec(passage.text);
  return sector === null ? null : made(passage, 0, passage.text.trimEnd().length, 'sector');
}

/** "Ambulance service", "Holmere Community Health", "Landlord Services": a heading that is nothing but a name or a service. */
function unknownName(passage: Passage, entries: Gazetteer): Owner | null {
  const number = /^(?:\d[\d.]{0,5}\s+)?/u.exec(passage.text)?.[0].length ?? 0;
  return nameless(passage, number, passage.text.trimEnd().length, entries);
}

const HEALTH = /^(?:health|healthcare|housing|homes|recovery|landlord|ambulance|probation)$/u;

/** A phrase of a few words that ends in a noun which can act; no entry of the gazetteer need know it. */
function nameless(passage: Passage, start: number, end: number, { actors }: Gazetteer): Owner | null {
  const words = passage.text.slice(start, end).replace(/[?:.]$/u, '').split(/\s+/u);
  const last = words.at(-1)?.toLowerCase().replace(/[’']s?$/u, '') ?? '';
  if (words.length === 0 || words.length > 6 || words.some((word) => /^(?:of|in|on|to|for|from|with|about|by|is|are|was|were|how|what|why|role|working|between|who|which|no|not|when|as|our|this|your|their)$/iu.test(word))) return null;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (actors.has(last) && words.length > 1) return made(passage, start, end, 'named');
  if (HEALTH.test(last) && words.length > 1 && capitals === words.length) return made(passage, start, end, 'named');
  const single = last.replace(/ies$/u, 'y').replace(/s$/u, '');
  // "Landlord Services" is a name, "Landlord services" a class.
  return last.endsWith('s') && actors.has(single) ? made(passage, start, end, capitals === words.length && words.length > 1 ? 'named' : 'sector') : null;
}

function made(passage: Passage, start: number, end: number, body: Body): Owner {
  return owner(passage, [{ start, end, listed: false, bodies: [{ start, end, id: 'heading', body, scope: 'local' }] }], [], 'context');
}
