import type { Candidate } from '../structure/candidates.ts';
import type { Cue } from './kind-features.ts';

/** The largest contributions to a judgement in words that a reviewer understands, at most three, none twice. */
export function reasonWords(contributions: readonly { readonly name: string }[], candidate: Candidate | undefined, cues: readonly Cue[]): string[] {
  const words: string[] = [];
  for (const { name } of contributions) {
    const said = wordsFor(name, candidate, cues);
    if (said !== null && !words.includes(said)) words.push(said);
    if (words.length === 3) break;
  }
  return words;
}

const MOODS: Readonly<Record<string, string>> = {
  modal: 'it says what someone should do', soft: 'it asks softly', recommend: 'it says “recommend” or “ask”', imperative: 'it is put as an instruction',
  infinitive: 'it is put as “X to do Y”', gerund: 'it is put as “doing Y”', counterfactual: 'it says what should have happened', question: 'it is put as a question',
  statement: 'it states something', phrase: 'it is a heading-like phrase without a verb',
};

const PLACES: Readonly<Record<string, string>> = {
  marker: 'its own label', stem: 'the words that lead it in', column: 'its column', row: 'its row', heading: 'the heading above it', above: 'the chapter that it stands in', none: 'its place',
};

function wordsFor(name: string, candidate: Candidate | undefined, cues: readonly Cue[]): string | null {
  const [first, second] = name.split('&');
  const [key, value] = [first?.slice(0, first.indexOf('=')) ?? '', first?.slice(first.indexOf('=') + 1) ?? ''];
  if (key === 'cue') return cues.find((cue) => cue.id === value)?.says ?? null;
  if (key === 'mood') return MOODS[value] ?? null;
  if (key === 'role' || key === 'section' || key === 'column' || key === 'rowrole' || second?.startsWith('role=') === true) return placeWords(candidate);
  if (key === 'modal' && value !== 'none') return `it says “${value}”`;
  if (key === 'subject' && value !== 'none' && value !== 'thing') return 'it names who should act';
  if (key === 'past' && value === 'yes') return 'it tells of the past';
  if (key === 'w') return /[#@]/u.test(value) ? null : `the word “${value}”`;
  if (key === 'b' || key === 'first2') return /[#@]/u.test(value) ? null : `the words “${value.replace('_', ' ')}”`;
  if (key === 'list') return 'the rest of its list is of this kind';
  if (key === 'before' || key === 'after' || key === 'block') return 'its neighbours are of this kind';
  return null;
}

function placeWords(candidate: Candidate | undefined): string | null {
  if (candidate === undefined || candidate.filing.role === null) return null;
  const title = candidate.section.title;
  const where = PLACES[candidate.filing.by] ?? 'its place';
  return title === '' || candidate.filing.by === 'marker' ? where : `${where} (“${title.length > 60 ? `${title.slice(0, 57)}…` : title}”)`;
}
