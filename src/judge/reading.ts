import type { Ask, Clause, ClauseReader } from '../language/clause.ts';
import { asksOf } from '../language/asks.ts';
import { clauseReader } from '../language/clause.ts';
import { softHeads } from '../language/soft-asks.ts';
import type { Span } from '../document.ts';
import { splitSentences } from '../structure/sentences.ts';

/**
 * How a recommendation is put, and all that it asks: its sentences one by one, so that no ask runs on into the next
 * ("… within six months. Count again in June."), and within a sentence what is asked behind a semicolon ("…; 30 records to be sampled").
 * Offsets are relative to the text.
 */
export function readUnit(text: string, verbs: ReadonlySet<string>, read: ClauseReader = clauseReader(verbs)): Clause {
  const pieces = splitSentences(text).flatMap((sentence) => piecesOf(text, sentence, read));
  const [first] = pieces;
  const whole = first === undefined || (pieces.length === 1 && first.at === 0) ? (first?.clause ?? read(text)) : joined(pieces);
  return whole.asks.length > 0 || whole.mood === 'question' ? whole : softly(text, whole, verbs);
}

/** A text that is known to ask, and asks nothing outright, may ask softly. */
function softly(text: string, clause: Clause, verbs: ReadonlySet<string>): Clause {
  const asks = asksOf(text, clause.tokens, softHeads(text, clause.tokens, verbs), verbs);
  return asks.length === 0 ? clause : { ...clause, asks, mood: clause.mood === 'phrase' || clause.mood === 'statement' || clause.mood === 'counterfactual' ? 'soft' : clause.mood };
}

interface Piece {
  readonly at: number;
  readonly clause: Clause;
}

/** A part behind a semicolon stands alone where it asks; otherwise it goes on from the part before ("… of three headings: history; worry; next contact"). */
function piecesOf(text: string, sentence: Span, read: ClauseReader): Piece[] {
  const pieces: Piece[] = [];
  let from = sentence.start;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(/;\s+(?:and\s+|or\s+)?/gu)) {
    const start = sentence.start + match.index + match[0].length;
    if (start >= sentence.end || read(partOf(text, start, sentence.end)).asks.length === 0) continue;
    pieces.push({ at: from, clause: read(text.slice(from, sentence.start + match.index)) });
    from = start;
  }
  return [...pieces, { at: from, clause: read(text.slice(from, sentence.end)) }];
}

function partOf(text: string, start: number, end: number): string {
  const stop = text.indexOf(';', start);
  return text.slice(start, stop === -1 || stop > end ? end : stop);
}

/** The mood is that of the first piece that asks: a finding may come before it. */
function joined(pieces: readonly Piece[]): Clause {
  const main = pieces.find(({ clause }) => clause.asks.length > 0) ?? pieces[0];
  return {
    mood: main?.clause.mood ?? 'phrase',
    past: pieces.some(({ clause }) => clause.past),
    asks: pieces.flatMap(({ at, clause }) => clause.asks.map((ask) => movedAsk(ask, at))),
    tokens: pieces.flatMap(({ at, clause }) => clause.tokens.map((token) => ({ ...token, start: token.start + at, end: token.end + at }))),
  };
}

function movedAsk(ask: Ask, by: number): Ask {
  const moved = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
  return { ...ask, subject: ask.subject === null ? null : moved(ask.subject), verb: moved(ask.verb), end: ask.end + by };
}
