import {
  BorderStyle, Document, Footer, FootnoteReferenceRun, Header, HeadingLevel, Packer, PageBreak, PageNumber, Paragraph, ShadingType, SectionType, Table, TableCell, TableRow,
  TabStopType, TextRun, WidthType, type IParagraphOptions, type IStylesOptions, type ParagraphChild,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Lists } from './lists.ts';
import { lookOf, type Look } from './looks.ts';
import { contentsOf } from './contents.ts';
import type { Source, SourceBlock } from './model.ts';

interface Making {
  readonly look: Look;
  readonly lists: Lists;
  /** Footnote numbers by the names that the source gives them. */
  readonly notes: ReadonlyMap<string, number>;
  readonly contents: readonly { readonly text: string; readonly level: number; readonly page: number }[];
}

/** The review as a Word file. The same source gives the same bytes. */
export async function makeDocx(source: Source): Promise<Uint8Array> {
  const look = lookOf(source.head);
  const footnotes = source.blocks.filter((block) => block.type === 'footnote');
  const making: Making = { look, lists: new Lists(), notes: new Map(footnotes.map((block, index) => [block.marker, index + 1])), contents: contentsOf(source) };
  const children = bodyOf(source.blocks, making);
  const file = new Document({
    title: source.head.title, creator: source.head.author, lastModifiedBy: source.head.author,
    styles: stylesOf(look),
    numbering: { config: making.lists.config },
    footnotes: Object.fromEntries(footnotes.map((block, index) => [index + 1, { children: [new Paragraph({ children: [new TextRun(block.text)] })] }])),
    sections: [{
      properties: look.columns === 2 ? { type: SectionType.CONTINUOUS, column: { count: 2, space: 500 } } : {},
      ...(look.head === null ? {} : { headers: { default: new Header({ children: [new Paragraph({ children: [new TextRun({ text: look.head, size: 16, color: '666666' })] })] }) } }),
      ...footer(look),
      children,
    }],
  });
  return settle(await Packer.toBuffer(file));
}

function stylesOf(look: Look): IStylesOptions {
  const heading = (size: number, before: number): object => ({ run: { font: look.font, size, bold: true, color: '1F3864' }, paragraph: { spacing: { before, after: 100 }, keepNext: true } });
  return {
    default: {
      document: { run: { font: look.font, size: look.size }, paragraph: { spacing: { after: look.spacing, line: 264 } } },
      title: heading(look.size + 16, 0), heading1: heading(look.size + 10, 280), heading2: heading(look.size + 6, 240), heading3: heading(look.size + 3, 200), heading4: heading(look.size + 1, 160),
    },
    paragraphStyles: [{ id: 'TOC1', name: 'toc 1', basedOn: 'Normal' }, { id: 'TOC2', name: 'toc 2', basedOn: 'Normal', paragraph: { indent: { left: 240 } } }, { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { italics: true }, paragraph: { indent: { left: 500, right: 500 } } }],
  };
}

function footer(look: Look): object {
  if (look.foot === 'none') return {};
  const of = look.foot === 'page-of' ? [' of ', PageNumber.TOTAL_PAGES] : [];
  return { footers: { default: new Footer({ children: [new Paragraph({ alignment: 'center', children: [new TextRun({ children: [look.foot === 'page-of' ? 'Page ' : '', PageNumber.CURRENT, ...of], size: 16 })] })] }) } };
}

function bodyOf(blocks: readonly SourceBlock[], making: Making): (Paragraph | Table)[] {
  const body: (Paragraph | Table)[] = [];
  for (let index = 0; index < blocks.length;) {
    const block = blocks[index] as SourceBlock;
    const same = run(blocks, index, (one) => (block.cell !== null ? one.cell?.table === block.cell.table : block.box !== null && one.box === block.box && one.cell === null));
    if (block.cell !== null) body.push(tableOf(same, making), new Paragraph({ children: [] }));
    else if (block.box !== null) body.push(...boxOf(same, making));
    else body.push(...paragraphsOf(block, making));
    index += Math.max(same.length, 1);
  }
  return body;
}

function run(blocks: readonly SourceBlock[], from: number, belongs: (block: SourceBlock) => boolean): SourceBlock[] {
  let end = from;
  while (end < blocks.length && belongs(blocks[end] as SourceBlock)) end++;
  return blocks.slice(from, end);
}

const LEVELS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_4];

function paragraphsOf(block: SourceBlock, making: Making, framed: IParagraphOptions = {}): Paragraph[] {
  const { look } = making;
  switch (block.type) {
    case 'footnote': return [];
    case 'page': return [new Paragraph({ children: [new PageBreak()] })];
    case 'contents': return making.contents.map(({ text, level, page }) => new Paragraph({ style: level <= 2 ? 'TOC1' : 'TOC2', tabStops: [{ type: TabStopType.RIGHT, position: 9000, leader: 'dot' }], children: [new TextRun(`${text}\t${page}`)] }));
    case 'heading': return [headingOf(block, look, framed), ...blank(look)];
    case 'quote': return [new Paragraph({ ...framed, style: 'Quote', children: runs(block, making) })];
    case 'item': return [itemOf(block, making, framed)];
    default: return [new Paragraph({ ...framed, children: runs(block, making) }), ...blank(look)];
  }
}

function blank(look: Look): Paragraph[] {
  return look.messy ? [new Paragraph({ children: [] })] : [];
}

function headingOf(block: SourceBlock, look: Look, framed: IParagraphOptions): Paragraph {
  const boxed = block.box !== null;
  if (look.headings === 'styles' && !boxed) return new Paragraph({ ...framed, heading: LEVELS[block.level - 1] ?? HeadingLevel.HEADING_4, children: [new TextRun(block.text)] });
  const size = look.size + Math.max(0, 8 - block.level * 3);
  return new Paragraph({ ...framed, keepNext: true, spacing: { before: 160, after: 80 }, children: [new TextRun({ text: block.text, bold: true, size: boxed ? look.size : size })] });
}

function itemOf(block: SourceBlock, making: Making, framed: IParagraphOptions): Paragraph {
  const { look, lists } = making;
  const automatic = block.marker === '•' ? look.bullets === 'automatic' : look.numbers === 'automatic';
  const reference = automatic ? lists.reference(block) : null;
  if (reference !== null) return new Paragraph({ ...framed, numbering: { reference, level: block.marker === '•' ? Math.min(block.level, 3) : 0 }, children: runs(block, making) });
  const long = block.marker.length > 6;
  const left = long ? 0 : 480 + block.level * 360;
  const gap = long ? ' ' : look.messy ? '  ' : '\t';
  return new Paragraph({ ...framed, indent: { left, hanging: long ? 0 : 480 }, children: [new TextRun({ text: `${block.marker}${gap}`, bold: long }), ...runs(block, making)] });
}

function runs(block: SourceBlock, { notes, look }: Making): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  let at = 0;
  for (const note of block.notes) {
    children.push(new TextRun(block.text.slice(at, note.at)));
    at = note.at;
    const number = notes.get(note.name);
    if (number !== undefined) children.push(new FootnoteReferenceRun(number));
  }
  const rest = block.text.slice(at);
  return [...children, new TextRun(look.messy ? rest.replace(/\. (?=\p{Lu})/gu, '.  ') : rest)];
}

function boxOf(blocks: readonly SourceBlock[], making: Making): (Paragraph | Table)[] {
  if (making.look.boxes === 'table') {
    const children = blocks.flatMap((block) => paragraphsOf(block, making));
    return [new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [new TableRow({ children: [new TableCell({ margins: { top: 80, bottom: 80, left: 120, right: 120 }, shading: { type: ShadingType.CLEAR, fill: 'EAF1DD' }, children })] })] }), new Paragraph({ children: [] })];
  }
  const side = { style: BorderStyle.SINGLE, size: 8, color: '1F3864', space: 4 };
  return blocks.flatMap((block) => paragraphsOf(block, making, { border: { top: side, bottom: side, left: side, right: side } }));
}

function tableOf(blocks: readonly SourceBlock[], making: Making): Table {
  const rows = [...new Set(blocks.map((block) => block.cell?.row ?? 0))];
  const columns = Math.max(...blocks.map((block) => block.cell?.column ?? 0)) + 1;
  const widths = widthsOf(blocks, columns);
  return new Table({
    width: { size: 9000, type: WidthType.DXA }, columnWidths: widths,
    rows: rows.map((row) => new TableRow({
      tableHeader: row === 0 && making.look.headings === 'styles',
      children: Array.from({ length: columns }, (_, column) => cellOf(blocks.filter((block) => block.cell?.row === row && block.cell.column === column), widths[column] ?? 0, making)),
    })),
  });
}

/** Wide columns for long cells, in twentieths of a point. */
function widthsOf(blocks: readonly SourceBlock[], columns: number): number[] {
  const longest = Array.from({ length: columns }, (_, column) => Math.sqrt(Math.max(12, ...blocks.filter((block) => block.cell?.column === column).map((block) => block.text.length))));
  const total = longest.reduce((sum, one) => sum + one, 0);
  return longest.map((one) => Math.round((one / total) * 9000));
}

function cellOf(blocks: readonly SourceBlock[], width: number, making: Making): TableCell {
  const header = blocks[0]?.cell?.header ?? false;
  const children = blocks.map((block) => new Paragraph({ spacing: { after: 60 }, children: header ? [new TextRun({ text: block.text, bold: true })] : runs(block, making) }));
  return new TableCell({
    width: { size: width, type: WidthType.DXA }, margins: { left: 80, right: 80 },
    ...(header ? { shading: { type: ShadingType.CLEAR, fill: 'D9E2F3' } } : {}),
    children: children.length > 0 ? children : [new Paragraph({ children: [] })],
  });
}

/** Takes the time out of the file: of its properties, and of its zip entries. */
function settle(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const fixed = Object.keys(parts).sort().map((name): [string, Uint8Array] => {
    const part = parts[name] ?? new Uint8Array();
    return [name, name === 'docProps/core.xml' ? strToU8(strFromU8(part).replace(/<dcterms:(created|modified)[^>]*>.*?<\/dcterms:\1>/g, '')) : part];
  });
  // fflate writes local time: 1980-01-01 has the same bytes in every zone
  return zipSync(Object.fromEntries(fixed), { mtime: new Date(1980, 0, 1), level: 9 });
}
