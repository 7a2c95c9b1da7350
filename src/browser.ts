/**
 * Second Question as a library for bundlers of browser code: nothing here touches files. The caller gives models and pipeline:
 * `makeModels` compiles the texts of `models/*.json` and the bytes of `models/vectors.bin`.
 */
// Read and judge a review.
export { critique, judge } from './pipeline.ts';
export { MODEL_FILES, makeModels } from './models.ts';
export { ruleBook } from './report/rule-book.ts';
// Turn a critique into something to read or keep.
export { htmlReport } from './report/html.ts';
export { jsonReport } from './report/json.ts';
export { terminalReport } from './report/terminal.ts';
export type { ReportContext, RuleBook } from './report/rule-book.ts';
// What comes out.
export type * from './critique.ts';
export type { Document, Block, Span } from './document.ts';
export type { Message, MessageLevel } from './result.ts';
export type { PipelineConfig } from './config.ts';
export type { ModelFile, Models } from './models.ts';
export type { CritiqueOptions, Judged } from './pipeline.ts';
export type { Reading } from './read/reading.ts';
export { ConfigError } from './config.ts';
export { VERSION } from './version.ts';
