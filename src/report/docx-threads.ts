/**
 * The comments that a Word file holds: which are ours, and which of ours somebody answered or resolved.
 */
import type { DocxDraft } from './docx-package.ts';
import { attributeOf, scanXml, unescapeXml, walkXml } from './xml-scan.ts';
import type { XmlNode } from './xml-scan.ts';

export const AUTHOR = 'Second Question';

export interface FoundComment {
  readonly id: string;
  readonly ours: boolean;
  readonly node: XmlNode;
  /** Id of its last paragraph, by which answers refer to it. */
  readonly paragraph: string | null;
  readonly firstLine: string;
  readonly answered: boolean;
  readonly resolved: boolean;
}

export interface Thread {
  readonly paragraph: string;
  readonly parent: string | null;
  readonly done: boolean;
  readonly node: XmlNode;
}

export function foundComments(draft: DocxDraft): readonly FoundComment[] {
  const part = draft.relatedPart('comments');
  const source = part === null ? null : draft.text(part);
  if (source === null) return [];
  const threads = threadsOf(draft);
  return scanXml(source).children.filter((node) => node.name === 'comment').map((node) => {
    const paragraphs = [...walkXml(node)].filter((one) => one.name === 'p');
    const last = paragraphs.at(-1);
    const paragraph = last === undefined ? null : attributeOf(source, last, 'paraId');
    return {
      id: attributeOf(source, node, 'id') ?? '', ours: attributeOf(source, node, 'author') === AUTHOR, node, paragraph,
      firstLine: paragraphs[0] === undefined ? '' : textOf(source, paragraphs[0]),
      answered: paragraph !== null && threads.some((one) => one.parent === paragraph),
      resolved: paragraph !== null && threads.some((one) => one.paragraph === paragraph && one.done),
    };
  });
}

export function threadsOf(draft: DocxDraft): readonly Thread[] {
  const part = draft.relatedPart('commentsExtended');
  const source = part === null ? null : draft.text(part);
  if (source === null) return [];
  return scanXml(source).children.filter((node) => node.name === 'commentEx').map((node) => ({
    paragraph: attributeOf(source, node, 'paraId') ?? '', parent: attributeOf(source, node, 'paraIdParent'), node,
    done: ['1', 'true', 'on'].includes(attributeOf(source, node, 'done') ?? ''),
  }));
}

function textOf(source: string, paragraph: XmlNode): string {
  return [...walkXml(paragraph)].filter((node) => node.name === 't').map((node) => unescapeXml(source.slice(node.openEnd, node.closeStart))).join('');
}
