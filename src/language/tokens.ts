import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

/** One token; offsets are relative to the text that was tagged. `pos` is a Universal Dependencies tag ("NOUN", "AUX", …). */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly pos: string;
  readonly lemma: string;
  readonly start: number;
  readonly end: number;
}

let engine: ReturnType<typeof winkNLP> | null = null;

function nlp(): ReturnType<typeof winkNLP> {
  engine ??= winkNLP(model, ['sbd', 'pos']);
  return engine;
}

/**
 * Tokens of a text with their tags. wink-nlp has no character offsets, so a running sum of values and blanks gives them;
 * it round-trips exactly. Give it one sentence or item at a time: its own sentence splitting is never used.
 */
export function tag(text: string): Token[] {
  const { its } = nlp();
  const tokens = nlp().readDoc(text).tokens();
  const values: string[] = tokens.out();
  const tags = tokens.out(its.pos) as string[];
  const lemmas = tokens.out(its.lemma as Parameters<typeof tokens.out>[0]).map(String);
  const blanks: string[] = tokens.out(its.precedingSpaces);
  const result: Token[] = [];
  let at = 0;
  values.forEach((value, index) => {
    // The library drops a few characters (U+FEFF) without a word: each value is looked for from where the last one ended.
    const found = text.indexOf(value, at + (blanks[index] ?? '').length);
    at = found === -1 ? at + (blanks[index] ?? '').length : found;
    const end = at + value.length;
    if (tags[index] !== 'SPACE') {
      result.push({ text: value, lower: value.toLowerCase(), pos: tags[index] ?? 'X', lemma: lemmas[index] ?? value.toLowerCase(), start: at, end });
    }
    at = end;
  });
  return result;
}
