import { Inflate, strFromU8 } from 'fflate';
import { UnreadableError } from '../result.ts';

/** A zip file whose parts are inflated one by one, each within a limit: a zip bomb is refused before it fills the memory. */
export interface Package {
  readonly names: readonly string[];
  /** The bytes of a part, or null where there is none. Part names are matched without regard to case, as the standard says. */
  part(name: string): Uint8Array | null;
}

export interface Entry {
  readonly name: string;
  /** Where its record in the central directory begins, and how long that is. */
  readonly record: number;
  readonly recordLength: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const MAX_ENTRIES = 5_000;
const MAX_PART = 128 * 1024 * 1024;
const MAX_TOTAL = 256 * 1024 * 1024;
const CHUNK = 16 * 1024;

export function openPackage(bytes: Uint8Array): Package {
  const entries = new Map(directory(bytes).map((entry) => [entry.name.toLowerCase(), entry]));
  const inflated = { total: 0 };
  return {
    names: [...entries.values()].map((entry) => entry.name),
    part(name) {
      const entry = entries.get(name.replace(/^\//, '').toLowerCase());
      if (entry === undefined) return null;
      const part = inflate(bytes, entry);
      inflated.total += part.length;
      if (inflated.total > MAX_TOTAL) throw bomb();
      return part;
    },
  };
}

function bomb(): UnreadableError {
  return new UnreadableError('read/too-large-inside', 'The file unpacks to far more than a review could hold.', 'Open it in Word and save it again as .docx, without embedded objects.');
}

function damaged(what: string): UnreadableError {
  return new UnreadableError('read/damaged', `The file is damaged: ${what}.`, 'Open it in Word, let Word repair it, and save it as .docx.');
}

/** The central directory (APPNOTE 4.3.12), found from the end record. */
export function directory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw bomb();
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged('its list of parts breaks off');
    const nameLength = view.getUint16(at + 28, true);
    const recordLength = 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      record: at, recordLength,
      name: strFromU8(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += recordLength;
  }
  return entries;
}

/** Where the end record begins (APPNOTE 4.3.16). */
export function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged('its end is missing, so it was probably not copied or downloaded whole');
}

function inflate(bytes: Uint8Array, entry: Entry): Uint8Array {
  // Some writers leave the sizes open; what counts in the end is the size met while inflating.
  if (entry.size > MAX_PART) throw bomb();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw damaged(`its part ${entry.name} is missing`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged(`its part ${entry.name} is packed in an unknown way`);
  return inflateStream(packed, entry.name);
}

function inflateStream(packed: Uint8Array, name: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size > MAX_PART) throw bomb();
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK) stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  } catch (cause) {
    if (cause instanceof UnreadableError) throw cause;
    throw damaged(`its part ${name} can't be unpacked`);
  }
  return join(chunks, size);
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
