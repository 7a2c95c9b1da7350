/**
 * A zip file written again with some of its entries changed, added or left out. All others keep their bytes, their times and their order;
 * what is new bears the earliest time that a zip can hold, so that the same content gives the same bytes.
 */
import { deflateSync, strToU8 } from 'fflate';
import { directory, endRecord, openPackage } from '../read/ooxml-zip.ts';
import type { Entry } from '../read/ooxml-zip.ts';

interface Written {
  readonly local: Uint8Array;
  readonly record: Uint8Array;
}

/** Changes by name: bytes for a new or changed entry, null for one to leave out. Names are matched without regard to case. */
export type Changes = ReadonlyMap<string, Uint8Array | null>;

export function rewriteZip(bytes: Uint8Array, changes: Changes): Uint8Array {
  const byName = new Map([...changes].map(([name, content]) => [name.toLowerCase(), content]));
  const original = openPackage(bytes);
  const entries = directory(bytes);
  const known = new Set(entries.map(({ name }) => name.toLowerCase()));
  const written = entries.flatMap((entry): readonly Written[] => {
    const content = byName.get(entry.name.toLowerCase());
    if (content === null) return [];
    if (content === undefined || same(content, original.part(entry.name))) return [kept(bytes, entry)];
    return [changed(bytes, entry, content)];
  });
  const added = [...changes].flatMap(([name, content]) => (content === null || known.has(name.toLowerCase()) ? [] : [fresh(name, content)]));
  return joined([...written, ...added], bytes.subarray(endRecord(viewOf(bytes))));
}

function same(a: Uint8Array, b: Uint8Array | null): boolean {
  return b !== null && a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function kept(bytes: Uint8Array, entry: Entry): Written {
  const view = viewOf(bytes);
  const dataStart = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const end = dataStart + entry.packed;
  // Sizes that were not known in time follow the data (APPNOTE 4.3.9), with or without a mark before them.
  const described = (view.getUint16(entry.offset + 6, true) & 8) !== 0;
  const marked = described && end + 4 <= bytes.length && view.getUint32(end, true) === 0x08074b50;
  const tail = described ? (marked ? 16 : 12) : 0;
  return { local: bytes.slice(entry.offset, end + tail), record: bytes.slice(entry.record, entry.record + entry.recordLength) };
}

/** Keeps name, time and attributes of the old entry. */
function changed(bytes: Uint8Array, entry: Entry, content: Uint8Array): Written {
  const old = bytes.slice(entry.record, entry.record + entry.recordLength);
  const view = viewOf(old);
  const nameEnd = 46 + view.getUint16(28, true);
  const extraEnd = nameEnd + view.getUint16(30, true);
  const record = concat([old.subarray(0, nameEnd), old.subarray(extraEnd)]);
  viewOf(record).setUint16(30, 0, true);
  viewOf(record).setUint16(8, view.getUint16(8, true) & 0x0800, true);
  return pack(record, content);
}

function fresh(name: string, content: Uint8Array): Written {
  const encoded = strToU8(name);
  const record = new Uint8Array(46 + encoded.length);
  const view = viewOf(record);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, 20, true);
  // 1 January 1980
  view.setUint16(14, 0x21, true);
  view.setUint16(28, encoded.length, true);
  record.set(encoded, 46);
  return pack(record, content);
}

/** Packs the content, notes sizes and check sum in the record and writes the local header from it. */
function pack(record: Uint8Array, content: Uint8Array): Written {
  const packed = deflateSync(content, { level: 6 });
  const view = viewOf(record);
  view.setUint16(10, 8, true);
  view.setUint32(16, crc32(content), true);
  view.setUint32(20, packed.length, true);
  view.setUint32(24, content.length, true);
  const header = new Uint8Array(30);
  viewOf(header).setUint32(0, 0x04034b50, true);
  // version needed … length of the name stand in the same order in both
  header.set(record.subarray(6, 30), 4);
  return { local: concat([header, record.subarray(46, 46 + view.getUint16(28, true)), packed]), record };
}

function joined(entries: readonly Written[], end: Uint8Array): Uint8Array {
  let offset = 0;
  for (const { local, record } of entries) {
    viewOf(record).setUint32(42, offset, true);
    offset += local.length;
  }
  const size = entries.reduce((sum, { record }) => sum + record.length, 0);
  const tail = end.slice();
  viewOf(tail).setUint16(8, entries.length, true);
  viewOf(tail).setUint16(10, entries.length, true);
  viewOf(tail).setUint32(12, size, true);
  viewOf(tail).setUint32(16, offset, true);
  return concat([...entries.map(({ local }) => local), ...entries.map(({ record }) => record), tail]);
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : 0xedb88320 ^ (value >>> 1);
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
