import { describe, expect, it } from 'vitest';
import { read } from '../../src/read/read.ts';
import type { Reading } from '../../src/read/reading.ts';
import { docx, listed, p, r, type Fixture } from './ooxml-fixture.ts';

async function reading(fixture: Fixture): Promise<Reading> {
  return (await read(docx(fixture), { name: 'a.docx' })).value;
}

async function printed(fixture: Fixture): Promise<string[]> {
  const { document } = await reading(fixture);
  return document.blocks.map((block) => `${block.type} ${document.text.slice(block.marker?.start ?? block.start, block.end)}`);
}

function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
}

const NUMBERING = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'lowerRoman', '%1.%3')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uF0B7')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">${level(0, 'upperRoman', 'Part %1', '<w:pStyle w:val="H1"/>')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>`;
const STYLES = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H1b"><w:name w:val="Chapter"/><w:basedOn w:val="H1"/></w:style>';

describe('readDocx: automatic numbers', () => {
  it('prints them as Word does', async () => {
    const body = [p('one', listed(1)), p('a', listed(1, 1)), p('b', listed(1, 1)), p('deep', listed(1, 2)), p('two', listed(1)), p('a again', listed(1, 1)), p('dot', listed(3))].join('');
    expect(await printed({ body, numbering: NUMBERING })).toEqual(['list-item 1. one', 'list-item (a) a', 'list-item (b) b', 'list-item 1.i deep', 'list-item 2. two', 'list-item (a) a again', 'list-item • dot']);
  });
  it('begins anew at a start override and goes on elsewhere', async () => {
    const body = [p('x', listed(1)), p('y', listed(1)), p('z', listed(2)), p('q', listed(2)), p('w', listed(1))].join('');
    expect(await printed({ body, numbering: NUMBERING })).toEqual(['list-item 1. x', 'list-item 2. y', 'list-item 1. z', 'list-item 2. q', 'list-item 3. w']);
  });
  it('follows styles to their lists, with legal numbers below Roman ones', async () => {
    const body = [p('Background', '<w:pStyle w:val="H1"/>'), p('Analysis', '<w:pStyle w:val="H1b"/>'), p('Text', listed(4, 1))].join('');
    expect(await printed({ body, numbering: NUMBERING, styles: STYLES })).toEqual(['heading Part I Background', 'heading Part II Analysis', 'list-item 2.1 Text']);
  });
  it('gives automatic numbers no origin and text its own', async () => {
    const { document, origin } = await reading({ body: p('one', listed(1)) + p('3. two'), numbering: NUMBERING });
    expect([...(origin?.starts ?? [])].map((start, index) => document.text.slice(start, start + (origin?.lengths[index] ?? 0)))).toEqual(['one', '3.', 'two']);
    expect([...(origin?.offsets ?? [])]).toEqual([0, 0, 3]);
    expect([...(origin?.items ?? [])]).toEqual([0, 1, 1]);
  });
});

describe('readDocx: what prints', () => {
  it('reads insertions and leaves deletions, hidden text, instructions and comments out', async () => {
    const body = `<w:p>${r('The ')}<w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:ins>${r('new ')}</w:ins>${r('secret', '<w:vanish/>')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('plan')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const { value, messages } = await read(docx({ body }), { name: 'a.docx' });
    expect(value.document.text).toBe('The new plan\n');
    expect(value.fidelity.charactersKept).toBe(1);
    expect(messages.map((message) => message.rule)).toEqual(['read/hidden-text', 'read/tracked-changes']);
  });
  it('joins paragraphs whose mark was deleted', async () => {
    expect(await printed({ body: p('One ', '<w:rPr><w:del/></w:rPr>') + p('line') })).toEqual(['paragraph One line']);
  });
  it('reads a text box once, and a one-cell table as a box', async () => {
    const box = (text: string): string => `<wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx>`;
    const body = `<w:p>${r('Before')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('In it')}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('In it')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p><w:tbl><w:tr><w:tc>${p('Framed')}</w:tc></w:tr></w:tbl>`;
    const { document } = await reading({ body });
    expect(document.blocks.map((block) => [document.text.slice(block.start, block.end), block.box])).toEqual([['Before', null], ['In it', 0], ['Framed', 1]]);
  });
  it('places footnotes after their paragraph', async () => {
    const body = `<w:p>${r('Text')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${p('Next')}`;
    expect(await printed({ body, footnotes: `<w:footnote w:type="separator" w:id="0">${p('-')}</w:footnote><w:footnote w:id="2">${p('The note')}</w:footnote>` })).toEqual(['paragraph Text', 'footnote 1 The note', 'paragraph Next']);
  });
  it('reads merged cells once, with their spans and a heading row by its look', async () => {
    const tc = (text: string, properties = '', bold = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${r(text, bold)}</w:p></w:tc>`;
    const body = `<w:tbl><w:tr>${tc('Action', '', '<w:b/>')}${tc('Owner', '<w:gridSpan w:val="2"/>', '<w:b/>')}</w:tr><w:tr>${tc('Review the policy', '<w:vMerge w:val="restart"/>')}${tc('ICB')}${tc('Police')}</w:tr><w:tr>${tc('', '<w:vMerge/>')}${tc('Trust')}${tc('School')}</w:tr></w:tbl>`;
    const { document } = await reading({ body });
    expect(document.blocks.map(({ cell }) => cell && [cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.header])).toEqual([[0, 0, 1, 1, true], [0, 1, 1, 2, true], [1, 0, 2, 1, false], [1, 1, 1, 1, false], [1, 2, 1, 1, false], [2, 1, 1, 1, false], [2, 2, 1, 1, false]]);
  });
  it('takes bold short paragraphs for headings', async () => {
    const body = `<w:p>${r('Analysis of practice', '<w:b/>')}</w:p>${p('The review found much that was good and some that was not.')}`;
    expect(await printed({ body })).toEqual(['heading Analysis of practice', 'paragraph The review found much that was good and some that was not.']);
  });
});
