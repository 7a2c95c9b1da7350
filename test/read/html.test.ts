import { describe, expect, it } from 'vitest';
import { printed } from './printed.ts';

describe('readHtml', () => {
  it('numbers lists as they print', async () => {
    const html = '<html><body><h2>Actions</h2><ol start=3><li>three<ul><li>dot</li></ul></li><li value=7>seven</li><li>eight</li></ol><ol type=a><li>letter</li></ol></body></html>';
    expect(await printed(html)).toEqual(['heading 2: Actions', 'list-item: 3. three', 'list-item 1: • dot', 'list-item: 7. seven', 'list-item: 8. eight', 'list-item: a. letter']);
  });
  it('reads what Word pastes', async () => {
    const html = `<html xmlns:o="x"><head><style>p{}</style></head><body><!--[if gte mso 9]><xml>secret</xml><![endif]--><p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>3.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Review the policy<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp;</span></span>with staff</p></body></html>`;
    expect(await printed(html)).toEqual(['list-item: 3. Review the policy', 'list-item 1: • with staff']);
  });
  it('leaves scripts, styles and hidden text out', async () => {
    expect(await printed('<!doctype html><title>T</title><script>x()</script><p>Seen<span style="display: none">unseen</span></p><p hidden>no</p><p>A<br>B</p>')).toEqual(['paragraph: Seen', 'paragraph: A B']);
  });
  it('reads tables with spans, and a table of one cell as a box', async () => {
    const html = '<table><tr><th>Action</th><th colspan=2>Owner</th></tr><tr><td rowspan=2><p>Review</p><p>Report</p></td><td>ICB</td><td>June</td></tr><tr><td>Trust</td><td>July</td></tr></table><table><tr><td>Framed</td></tr></table>';
    expect(await printed(html)).toEqual(['table-cell 0,0h: Action', 'table-cell 0,1h: Owner', 'table-cell 1,0: Review', 'table-cell 1,0: Report', 'table-cell 1,1: ICB', 'table-cell 1,2: June', 'table-cell 2,1: Trust', 'table-cell 2,2: July', 'paragraph: Framed']);
  });
});
