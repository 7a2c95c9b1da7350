import type { Result } from '../result.ts';
import type { Reading } from './reading.ts';
import { readText } from './text.ts';

export function readHtml(html: string): Result<Reading> {
  return readText(html);
}
