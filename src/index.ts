/**
 * Second Question as a library, in Node. In a browser the bundler takes `browser.ts`, where the caller brings the models.
 */
// Read and judge a review.
export { critique, judge, loadRules } from './node/easy.ts';
export type { EasyOptions } from './node/easy.ts';
export { loadModels } from './node/models.ts';
export { loadPipeline, pipelineNames } from './node/pipelines.ts';
export type { LoadedPipeline } from './node/pipelines.ts';
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
export type { Models } from './models.ts';
export type { CritiqueOptions, Judged } from './pipeline.ts';
export type { Reading } from './read/reading.ts';
export { ConfigError } from './config.ts';
export { VERSION } from './version.ts';
