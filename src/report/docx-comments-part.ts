/**
 * The part of a Word file that holds the words of its comments.
 */
import { addPart, appended, wordNamespace, wordPrefix } from './docx-package.ts';
import type { DocxDraft } from './docx-package.ts';
import { escapeXml, scanXml } from './xml-scan.ts';

export interface NewComment {
  readonly id: number;
  readonly author: string;
  readonly initials: string;
  readonly lines: readonly string[];
}

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** Adds comments, and the part for them where the file has none. No dates: the same review gives the same bytes. */
export function addComments(draft: DocxDraft, comments: readonly NewComment[]): void {
  if (comments.length === 0) return;
  const part = draft.relatedPart('comments');
  const source = part === null ? null : draft.text(part);
  if (part !== null && source !== null) {
    draft.set(part, withComments(source, comments));
    return;
  }
  const name = freeName(draft);
  addPart(draft, name, 'comments', CONTENT_TYPE, withComments(emptyComments(wordNamespace(draft.text(draft.main) ?? '')), comments));
}

function freeName(draft: DocxDraft): string {
  const folder = draft.main.slice(0, draft.main.lastIndexOf('/') + 1);
  for (let number = 1; ; number++) {
    const name = `${folder}comments${number === 1 ? '' : number}.xml`;
    if (draft.text(name) === null) return name;
  }
}

function emptyComments(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"></w:comments>`;
}

/** Whether a part holds nothing but what it was made with. */
export function isEmptyComments(source: string): boolean {
  return /^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>\n<w:comments xmlns:w="[^"]*"><\/w:comments>$/.test(source);
}

function withComments(source: string, comments: readonly NewComment[]): string {
  const root = scanXml(source);
  const prefix = wordPrefix(source, root) ?? 'w';
  const xml = comments.map((comment) => commentXml(comment, prefix)).join('');
  if (root.prefix === prefix) return appended(source, xml.slice(`<${prefix}:`.length));
  return source.slice(0, root.closeStart) + xml + source.slice(root.closeStart);
}

function commentXml({ id, author, initials, lines }: NewComment, w: string): string {
  const paragraphs = lines.map((line) => `<${w}:p><${w}:r><${w}:t xml:space="preserve">${escapeXml(line)}</${w}:t></${w}:r></${w}:p>`);
  return `<${w}:comment ${w}:id="${id}" ${w}:author="${escapeXml(author)}" ${w}:initials="${escapeXml(initials)}">${paragraphs.join('')}</${w}:comment>`;
}
