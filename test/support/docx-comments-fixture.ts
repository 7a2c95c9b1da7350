import { strToU8, zipSync } from 'fflate';

/**
 * A fictional draft of some twenty pages with most of what Word puts into one: tables, tracked changes, comments with an answer, a text box,
 * footnotes, hyperlinks, fields, content controls, heads and feet, a picture's place and split runs.
 */
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NS = `xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"`;
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export function run(text: string, look = ''): string {
  return `<w:r w:rsidR="00A1">${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function para(inner: string, style = ''): string {
  return `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner.startsWith('<') ? inner : run(inner)}</w:p>`;
}

const FILLER = 'The family lived with the grandmother for most of that year. A health visitor saw the baby on four occasions &amp; wrote “no concerns” each time. Nobody asked who else stayed in the home at weekends, and the midwife who knew the answer had left the service. ';

const TABLE = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="2500"/><w:gridCol w:w="2500"/></w:tblGrid>
<w:tr><w:trPr><w:tblHeader/></w:trPr>${['Recommendation', 'Lead', 'By when'].map((head) => `<w:tc><w:tcPr/>${para(run(head, '<w:b/>'))}</w:tc>`).join('')}</w:tr>
<w:tr><w:tc><w:tcPr/>${para('Tidewell ICB should add a birth-partner field to the booking form.')}</w:tc><w:tc><w:tcPr/>${para('Tidewell ICB')}</w:tc><w:tc><w:tcPr/>${para('31 March 2031')}</w:tc></w:tr>
<w:tr><w:tc><w:tcPr/>${para('All schools should adopt a robust approach to absence.')}</w:tc><w:tc><w:tcPr/>${para('')}</w:tc><w:tc><w:tcPr/>${para('')}</w:tc></w:tr></w:tbl>`;

const BOX_TEXT = `<w:txbxContent>${para('All agencies should embed professional curiosity in their practice.')}</w:txbxContent>`;
const BOX = `<w:p>${run('Beside the box: ')}<mc:AlternateContent><mc:Choice Requires="wps"><w:r><w:drawing><wp:anchor behindDoc="0" distT="0" distB="0" distL="0" distR="0" simplePos="0" locked="0" layoutInCell="1" allowOverlap="1" relativeHeight="2"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="3000000" cy="900000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>${BOX_TEXT}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></mc:Choice><mc:Fallback><w:r><w:pict><v:shape style="width:200pt;height:60pt"><v:textbox>${BOX_TEXT}</v:textbox></v:shape></w:pict></w:r></mc:Fallback></mc:AlternateContent>${run(' after it.')}</w:p>`;

const RECOMMENDATIONS = [
  para('Recommendation 1: The Partnership should review its escalation policy so that it is robust.'),
  // one sentence in many runs, the worn phrase across two of them
  para(`${run('Recommendation 2: All agencies ')}${run('must ', '<w:i/>')}${run('embed a cul', '<w:b/>')}${run('ture of profes', '<w:b/>')}<w:proofErr w:type="spellStart"/>${run('sional curiosity', '<w:u w:val="single"/>')}${run(' &amp; challenge.')}`),
  para(`${run('Recommendation 3: The Partnership should ')}<w:ins w:id="900" w:author="A. Reviewer" w:date="2031-01-02T00:00:00Z">${run('audit thirty ')}</w:ins><w:del w:id="901" w:author="A. Reviewer" w:date="2031-01-02T00:00:00Z"><w:r><w:delText xml:space="preserve">look at some </w:delText></w:r></w:del>${run('case files by 30 June 2031 and report to its executive.')}`),
  para(`${run('Recommendation 4: ')}<w:hyperlink r:id="rIdLink"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>Tidewell Hospital Trust should strengthen its joined-up discharge policy</w:t></w:r></w:hyperlink>${run(' within six months of publication.')}`),
  para(`<w:r><w:t>Recommendation 5: See page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF _Toc1 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('. The police should ensure a timely response to every missing episode.')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
  `<w:sdt><w:sdtPr><w:alias w:val="Recommendation"/></w:sdtPr><w:sdtContent>${para('Recommendation 6: The school should be more robust in sharing information.')}</w:sdtContent></w:sdt>`,
  para(`${run('Recommendation 7: ')}<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run('Housing should work together with robust challenge.')}</w:sdtContent></w:sdt>`),
  `<w:p><w:commentRangeStart w:id="0"/>${run('Recommendation 8: Agencies should share learning widely.')}<w:commentRangeEnd w:id="0"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="0"/></w:r><w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>`,
  para(`<w:r><w:t>Recommendation 9: The Partnership should:</w:t><w:br/><w:t>deliver robust training</w:t><w:tab/><w:t>to all staff.</w:t></w:r>`),
];

const BODY = [
  para('Child Quince: a fictional review', 'Title'),
  para('1 What happened', 'Heading1'),
  ...Array.from({ length: 60 }, (_, index) => para(`${index + 1}. ${FILLER.repeat(4)}`)),
  BOX,
  para('7 Recommendations', 'Heading1'),
  ...RECOMMENDATIONS,
  para('8 Action plan', 'Heading1'),
  TABLE,
  '<w:sectPr><w:headerReference w:type="default" r:id="rIdHead"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
].join('\r\n');

const COMMENTS = `<w:comment w:id="0" w:author="Panel member" w:date="2031-01-05T10:00:00Z" w:initials="PM"><w:p w14:paraId="11111111"><w:r><w:t>Which agencies?</w:t></w:r></w:p></w:comment><w:comment w:id="1" w:author="Reviewer" w:date="2031-01-06T10:00:00Z" w:initials="R"><w:p w14:paraId="22222222"><w:r><w:t>All four.</w:t></w:r></w:p></w:comment>`;

export function richDocx(): Uint8Array {
  const word = (name: string, inner: string): Uint8Array => strToU8(`${HEAD}<w:${name} ${NS}>${inner}</w:${name}>`);
  const types = ['document.main', 'styles', 'footnotes', 'comments', 'header'].map((name) => `<Override PartName="/word/${name === 'document.main' ? 'document' : name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`).join('');
  const relations = ['styles', 'footnotes', 'comments'].map((name) => `<Relationship Id="${name}" Type="${REL}/${name}" Target="${name}.xml"/>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8(`${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types}<Override PartName="/word/commentsExtended.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"/></Types>`),
    '_rels/.rels': strToU8(`${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`),
    'word/_rels/document.xml.rels': strToU8(`${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}<Relationship Id="rIdHead" Type="${REL}/header" Target="header.xml"/><Relationship Id="ex" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/><Relationship Id="rIdLink" Type="${REL}/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>`),
    'word/document.xml': word('document', `<w:body>${BODY}</w:body>`),
    'word/styles.xml': word('styles', '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'),
    'word/footnotes.xml': word('footnotes', `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run(' Episodes are counted as a robust return-home interview would count them.')}</w:p></w:footnote>`),
    'word/header.xml': word('hdr', para('Draft 3, not for circulation')),
    'word/comments.xml': word('comments', COMMENTS),
    'word/commentsExtended.xml': strToU8(`${HEAD}<w15:commentsEx ${NS}><w15:commentEx w15:paraId="11111111" w15:done="0"/><w15:commentEx w15:paraId="22222222" w15:paraIdParent="11111111" w15:done="0"/></w15:commentsEx>`),
  }, { mtime: new Date(1990, 0, 1) });
}
