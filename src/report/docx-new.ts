/**
 * A new Word file from the elements of its body: the same bytes every time.
 */
import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** `body` and `styles` are elements with the prefix `w`; without `styles` each paragraph must bring its own look. */
export function newDocx(body: string, styles: string | null = null): Uint8Array {
  const styled = styles === null ? '' : `<Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>${styled}</Types>`,
    '_rels/.rels': relations('officeDocument', 'word/document.xml'),
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ...(styles === null ? {} : { 'word/_rels/document.xml.rels': relations('styles', 'styles.xml'), 'word/styles.xml': `<w:styles xmlns:w="${W}">${styles}</w:styles>` }),
  };
  // Zip entries carry local times; the fields of one fixed local time are the same in every time zone.
  const mtime = new Date(1980, 0, 1, 12, 0, 0);
  const files: Zippable = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [strToU8(`${XML}${text}`), { mtime }]]));
  return zipSync(files);
}

function relations(type: string, target: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
}
