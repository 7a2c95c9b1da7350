/**
 * The library for browsers and bundlers: the same stages as in Node, without files. Models come as values: fetch or inline the files of
 * `models/` (their names are MODEL_FILES) and give their texts, with the bytes of `vectors.bin`, to `makeModels`.
 */
export type { PipelineConfig } from './config.ts';
export type * from './critique.ts';
export type { Block, Document, Span } from './document.ts';
export type { Decision } from './judge/decisions.ts';
export type { Memo } from './memo.ts';
export type { ModelFile, Models } from './models.ts';
export type { CritiqueOptions, Judged } from './pipeline.ts';
export type { Reading } from './read/reading.ts';
export type { ReportContext, RuleBook } from './report/rule-book.ts';
export type { Message, Result } from './result.ts';
export type { DraftChange, DraftPair } from './corpus/drafts.ts';
export { compareDrafts } from './corpus/drafts.ts';
export { applyDecisions, decisionFile, parseDecisions } from './judge/decisions.ts';
export { makeMemo } from './memo.ts';
export { MODEL_FILES, makeModels } from './models.ts';
export { critique, critiqueDocument, judge } from './pipeline.ts';
export { read } from './read/read.ts';
export { htmlReport } from './report/html.ts';
export { jsonReport } from './report/json.ts';
export { ruleBook } from './report/rule-book.ts';
export { UnreadableError } from './result.ts';
