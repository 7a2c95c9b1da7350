import type { Result } from '../result.ts';
import type { Reading } from './reading.ts';
import { readText } from './text.ts';

export function readMarkdown(text: string): Result<Reading> {
  return readText(text);
}
