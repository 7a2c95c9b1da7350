import { sha256Hex } from '../hash.ts';

/** An id of the form that REFI-QDA asks for (RFC 4122, version 8: made from a hash), the same for the same words each time. */
export function guid(...words: readonly string[]): string {
  const hex = sha256Hex(words.join('\u0000'));
  const variant = ((parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
