import type { PipelineConfig } from '../config.ts';
import type { DocumentKind, Kind } from '../critique.ts';
import type { Document } from '../document.ts';
import type { Message } from '../result.ts';
import type { Rubric } from './rubric.ts';
import { info, warning } from '../result.ts';

const COMMON = new Set('the of and to a in that was for is with on as be by it not or are this were had have which from at they an has'.split(' '));

/** What the reader of the result should know about the document as a whole. */
export function documentMessages(document: Document, kind: DocumentKind, counts: Readonly<Record<Kind, number>>, items: number, pipeline: PipelineConfig, rubric: Rubric): Message[] {
  const words = document.text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  const messages: Message[] = [];
  if (words.length >= 40 && words.filter((word) => COMMON.has(word)).length / words.length < 0.12) {
    messages.push(warning('read/language', 'The text does not look like English. It was read, but the words that this tool looks for are English ones: take what follows with care.'));
  }
  if (document.pageCount !== null && document.pageCount > pipeline.limits.pages) {
    messages.push(warning('read/too-many-pages', `The document has ${document.pageCount} pages, more than the ${pipeline.limits.pages} that the pipeline "${pipeline.name}" is meant for. All of it was read.`));
  }
  if (items === 0 && words.length > 0) {
    messages.push(info('kind/no-recommendations', kind === 'rapid-review' ? 'No recommendations were found. That is usual for a rapid review.' : `No recommendations were found in the text. What it offers: ${counts['learning-point']} learning points, ${counts.question} questions, ${counts.finding} findings.`));
  }
  if (items > rubric.thresholds.manyRecommendations && kind !== 'list' && kind !== 'action-plan') {
    messages.push(info('flag/recommendation-count', `The text makes ${items} recommendations. Many recommendations can crowd out the ones that matter most.`));
  }
  return messages;
}
