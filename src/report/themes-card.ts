import type { Codebook } from '../judge/themes.ts';
import type { Agreement } from '../research/agree.ts';
import type { Estimate } from '../research/figures.ts';
import type { CodeFigures, ThemeEvaluation } from '../research/theme-evaluation.ts';

export interface ThemesCard {
  readonly book: Codebook;
  readonly coders: Agreement;
  readonly settled: number;
  readonly splits: readonly { readonly name: string; readonly evaluation: ThemeEvaluation }[];
}

/** Codes given to fewer passages than this have figures that one passage can turn. */
const FEW = 5;

/** The card of the codes of themes: how they were made, and how they agree with two blind coders. */
export function themesCard({ book, coders, settled, splits }: ThemesCard): string {
  const name = new Map(book.codes.map(({ id, name: own }) => [id, own]));
  const main = book.codes.filter(({ parent }) => parent === null).flatMap(({ id }) => coders.variables.filter((variable) => variable.id === id));
  return `# Card: codes of themes (\`models/themes.json\` ${book.version})

Written by \`npm run themes\`; do not edit.

**What.** ${book.codes.length} codes of ${book.name}, given to a passage by its words: lists of words and patterns, two of them near each other, and what only looks like them. No learned weights.
**For.** Tables over many documents. Not for saying what one review is about, and not for saying that a theme is absent.

## Made from
- The definitions are this project's, after chapters 2 and 3 of ${book.source}.
- 360 passages of 55 fictional reviews (\`samples/corpus/themes\`), coded by two language models that saw the definitions and neither the patterns nor each other. They differed on ${settled}
  passages, which were settled by the definitions; both originals are kept. The coders are models of one family and agree more than people would: that bounds what the figures mean.
- The patterns were written from the definitions and while reading the ${splits[0]?.evaluation.passages ?? 0} passages of the split "train" and other passages of those documents. The ${splits[1]?.evaluation.passages ?? 0} of "dev" were not read for
  it; the differences between the coders were settled on all of them before, by the same hand.

## The coders against each other
${coders.units} passages, ${coders.documents} documents. Alpha with a 95 per cent bootstrap interval over documents; "agree" is 2a / (2a + b + c).

| | given | alpha | agree |
|---|--:|--:|--:|
${main.map(({ id, alpha, pairs: [pair] }) => { const [[, b = 0] = [], [c = 0, a = 0] = []] = pair?.confusion ?? []; return `| ${id} ${name.get(id) ?? ''} | ${a + c}, ${a + b} | ${interval(alpha)} | ${figure(pair?.positive ?? null)} |`; }).join('\n')}

${splits.map(({ name: split, evaluation }) => splitTable(split, evaluation, name)).join('\n\n')}

## What this says
- On passages that were not read for it, the tool finds ${percent(splits[1]?.evaluation.main.recall)} of the main codes that the coders gave, and ${percent(splits[1]?.evaluation.main.precision)} of those that it gives are theirs. Shares of passages and recommendations are therefore **too low**, by about
  half for this kind of writing; shares of *documents* suffer less, since one passage is enough. Compare groups and years with each other, not with a reader's count.
- The corpus is written to vary its words, more than inspectors and reviewers do; on inspection reports, which use the standard terms, fewer are missed and more are found that a reader would pass over.
- Codes with few passages (below ${FEW} in "dev") have no figure worth the name. Codes that no passage has are untested: ${untested(book, splits)}.
- Most misses are passages that speak of a theme without any of its words ("Advice is cumulative for families and singular for those who give it" is about what passes between agencies).

## Tried and left out
Word vectors. A ridge regression on the mean vectors of passages (\`models/vectors.bin\`), leaving each train document out in turn, ordered passages of a main code before others with an area
under the curve of .43 to .83 (.5 is chance), and wherever it added a code to the lexicon's more were wrong than right. 190 coded passages are too few for it, and a mean of words says too little about what a passage is *about*.
`;
}

function splitTable(split: string, { passages, documents, codes, main, all }: ThemeEvaluation, name: ReadonlyMap<string, string>): string {
  const rows = [...codes.filter(({ gold, found }) => gold >= FEW || found >= FEW), { ...main, code: 'all main codes' }, { ...all, code: 'all codes' }];
  return `## The tool against the settled codes: ${split}
${passages} passages, ${documents} documents${split === 'train' ? '; the patterns were fitted to these, so that the figures show the fit and not the skill' : '; the figures to go by'}. Codes that either gave to ${FEW} passages or more.

| | coders | tool | precision | recall | F1 | alpha |
|---|--:|--:|--:|--:|--:|--:|
${rows.map((row) => `| ${row.code}${name.has(row.code) ? ` ${name.get(row.code) ?? ''}` : ''} | ${row.gold} | ${row.found} | ${cells(row)} |`).join('\n')}`;
}

function cells({ precision, recall, f1, alpha }: CodeFigures): string {
  return [figure(precision), figure(recall), interval(f1), interval(alpha)].join(' | ');
}

function untested({ codes }: Codebook, splits: ThemesCard['splits']): string {
  const seen = new Set(splits.flatMap(({ evaluation }) => evaluation.codes.filter(({ gold }) => gold > 0).map(({ code }) => code)));
  return codes.filter(({ id }) => !seen.has(id)).map(({ id }) => id).join(', ');
}

function interval({ value, low, high }: Estimate): string {
  return `${figure(value)}${low === null || high === null ? '' : ` (${figure(low)}–${figure(high)})`}`;
}

function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(2).replace(/^(-?)0\./, '$1.').replace('-', '−');
}

function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : `${Math.round(value * 100)} per cent`;
}
