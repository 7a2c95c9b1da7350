/**
 * A Word template made from a checklist: headings to write below, and second questions as prompts to think, not boxes to tick. All prompts are
 * paragraphs of one style, so that they can be taken out in one step, and our own reader leaves them out.
 */
import type { Checklist, TemplateSection } from '../judge/checklist.ts';
import { PROMPT_STYLE } from '../read/docx-styles.ts';
import { newDocx } from './docx-new.ts';
import { escapeXml } from './xml-scan.ts';

const PROMPT_ID = 'SecondQuestion';
const ROWS = 4;
/** Twentieths of a point on an A4 page. */
const PAGE = { width: 11906, height: 16838, edge: 1247 };
const TEXT = PAGE.width - 2 * PAGE.edge;

const HOW = [
  `The lines like this one are prompts to think, not boxes to tick: write below a heading what helps a reader, and leave out what this review doesn’t need.`,
  `To take them all out in one step: in Word, open the list of styles (Home, Styles), right-click “${PROMPT_STYLE}”, choose “Select all”, and press Delete. In LibreOffice: Edit, Find and Replace, “Paragraph styles”, “${PROMPT_STYLE}”, Find all, close, and press Delete. second-question leaves them out when it reads the file.`,
];

/** `prompts` false gives the headings and tables alone. */
export function templateDocx({ name, note, editions, template }: Pick<Checklist, 'name' | 'note' | 'editions' | 'template'>, prompts = true): Uint8Array {
  const asked = (list: readonly string[]): string => (prompts ? list.map((text) => paragraph(text, PROMPT_ID)).join('') : '');
  const section = ({ heading, prompts: own, table, sections }: TemplateSection, level: number): string => [
    paragraph(heading, `Heading${level}`), asked(own), table.length > 0 ? emptyTable(table) : '', table.length > 0 || sections.length === 0 ? paragraph('') : '', ...sections.map((inner) => section(inner, level + 1)),
  ].join('');
  const body = [
    paragraph(`[Name of the partnership] – ${name}: [name given to the child]`, 'Title'),
    asked([...HOW, note, `Questions after: ${editions.join('; ')}.`]),
    ...template.map((one) => section(one, 1)),
    `<w:sectPr><w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/><w:pgMar w:top="${PAGE.edge}" w:right="${PAGE.edge}" w:bottom="${PAGE.edge}" w:left="${PAGE.edge}" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>`,
  ].join('');
  return newDocx(body, STYLES);
}

function paragraph(text: string, style: string | null = null): string {
  const look = style === null ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${look}${text === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`}</w:p>`;
}

function emptyTable(heads: readonly string[]): string {
  const width = Math.floor(TEXT / heads.length);
  const cell = (content: string, fill = ''): string => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${fill}</w:tcPr>${content}</w:tc>`;
  const head = heads.map((text) => cell(paragraph(text, 'TableHead'), '<w:shd w:val="clear" w:color="auto" w:fill="DBE8F3"/>')).join('');
  const row = `<w:tr>${heads.map(() => cell(paragraph(''))).join('')}</w:tr>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${heads.map(() => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${head}</w:tr>${row.repeat(ROWS)}</w:tbl>`;
}

function style(id: string, name: string, paragraphLook: string, look: string, further = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}${further}<w:qFormat/><w:pPr>${paragraphLook}</w:pPr><w:rPr>${look}</w:rPr></w:style>`;
}

const NEXT = '<w:next w:val="Normal"/>';
const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>',
  style('Normal', 'Normal', '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>', ''),
  style('Title', 'Title', '<w:spacing w:after="200"/>', '<w:b/><w:sz w:val="34"/>', NEXT),
  ...[30, 25, 23].map((size, index) => style(`Heading${index + 1}`, `heading ${index + 1}`, `<w:keepNext/><w:spacing w:before="${280 - index * 60}" w:after="80"/><w:outlineLvl w:val="${index}"/>`, `<w:b/><w:color w:val="173F66"/><w:sz w:val="${size}"/>`, NEXT)),
  style('TableHead', 'Table head', '<w:spacing w:after="40"/>', '<w:b/><w:sz w:val="19"/>'),
  style(PROMPT_ID, PROMPT_STYLE, '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="1D5A94"/></w:pBdr><w:spacing w:after="60"/><w:ind w:left="200"/>', '<w:i/><w:color w:val="444C51"/><w:sz w:val="20"/>'),
].join('');
