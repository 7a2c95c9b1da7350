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
  engine ??= winkNLP(model, ['pos']);
  return engine;
}

/**
 * Tokens of a text with their tags. wink-nlp has no character offsets, so each value is looked for from where the last one ended. Give it one sentence or item at a time: its own sentence splitting is never used.
 */
export function tag(text: string): Token[] {
  const { its } = nlp();
  const tokens = nlp().readDoc(text.includes('’') || text.includes("'") ? text.replace(POSSESSIVE, ' ') : text).tokens();
  const values: string[] = tokens.out();
  const tags = tokens.out(its.pos) as string[];
  const lemmas = tokens.out(its.lemma as Parameters<typeof tokens.out>[0]) as unknown as string[];
  const result: Token[] = [];
  let at = 0;
  values.forEach((value, index) => {
    const start = text.indexOf(value, at);
    if (start === -1 || tags[index] === 'SPACE') return;
    at = start + value.length;
    result.push({ text: value, lower: value.toLowerCase(), pos: tags[index] ?? 'X', lemma: lemmas[index] ?? value.toLowerCase(), start, end: at });
  });
  return result;
}

/**
 * Between a word and its "’s". The library learns whole words as it reads ("another’s." once, and then never splits it again), so that
 * its tokens would depend on what was read before; with a blank there they don't.
 */
const POSSESSIVE = /(?<=[\p{L}\p{N}])(?=[’']s(?![\p{L}\p{N}]))/giu;
