import { contentsOf } from './contents.ts';
import { lookOf } from './looks.ts';
import type { Source, SourceBlock } from './model.ts';

/** The review as a page to print in a browser, so that not all PDFs come from one program. */
export function makeHtml(source: Source): string {
  const look = lookOf(source.head);
  const css = `@page{size:A4;margin:22mm 20mm}body{font:${look.size / 2}pt "${look.font}",sans-serif;line-height:1.35;${look.columns === 2 ? 'column-count:2;' : ''}}table{border-collapse:collapse;width:100%}td,th{border:1px solid #777;padding:3px 6px;text-align:left;vertical-align:top}th{background:#dde6f3}.box{border:1.5px solid #1f3864;padding:4px 10px;margin:8px 0}.toc{display:flex;justify-content:space-between}.note{font-size:80%}.new{break-before:page}`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(source.head.title)}</title><style>${css}</style></head><body>${inner(source)}</body></html>`;
}

function inner(source: Source): string {
  const { blocks } = source;
  const parts: string[] = [];
  for (let index = 0; index < blocks.length;) {
    const block = blocks[index] as SourceBlock;
    let end = index + 1;
    const list = (one: SourceBlock | undefined): string | null => (one?.type === 'item' && one.box === block.box ? (one.marker === '•' ? 'ul' : 'ol') : null);
    if (block.cell !== null) while (blocks[end]?.cell?.table === block.cell.table) end++;
    else if (list(block) !== null) while (list(blocks[end]) === list(block)) end++;
    const group = blocks.slice(index, end);
    if (block.box !== null && blocks[index - 1]?.box !== block.box) parts.push('<div class="box">');
    if (block.cell !== null) parts.push(table(group));
    else if (list(block) !== null) parts.push(listOf(group));
    else parts.push(single(block, source));
    if (block.box !== null && blocks[end]?.box !== block.box) parts.push('</div>');
    index = end;
  }
  return parts.join('\n');
}

function single(block: SourceBlock, source: Source): string {
  switch (block.type) {
    case 'heading': return `<h${block.level}>${escape(block.text)}</h${block.level}>`;
    case 'quote': return `<blockquote>${escape(block.text)}</blockquote>`;
    case 'footnote': return `<p class="note"><sup>${escape(block.marker)}</sup> ${escape(block.text)}</p>`;
    case 'page': return '<div class="new"></div>';
    case 'contents': return contentsOf(source).map(({ text, page }) => `<div class="toc"><span>${escape(text)}</span><span>${page}</span></div>`).join('');
    default: return `<p>${withNotes(block)}</p>`;
  }
}

function withNotes(block: SourceBlock): string {
  let at = 0;
  let html = '';
  for (const note of block.notes) {
    html += `${escape(block.text.slice(at, note.at))}<sup>${escape(note.name)}</sup>`;
    at = note.at;
  }
  return html + escape(block.text.slice(at));
}

function listOf(blocks: readonly SourceBlock[]): string {
  const [first] = blocks;
  const bullets = first?.marker === '•';
  const plain = blocks.every((block) => /^\d+\.$/.test(block.marker));
  if (bullets) return `<ul>${blocks.map((block) => `<li style="margin-left:${block.level * 1.5}em">${withNotes(block)}</li>`).join('')}</ul>`;
  if (plain) return `<ol start="${Number.parseInt(first?.marker ?? '1', 10)}">${blocks.map((block) => `<li value="${Number.parseInt(block.marker, 10)}">${withNotes(block)}</li>`).join('')}</ol>`;
  return blocks.map((block) => `<p>${escape(block.marker)} ${withNotes(block)}</p>`).join('');
}

function table(blocks: readonly SourceBlock[]): string {
  const rows = new Map<number, Map<number, SourceBlock[]>>();
  for (const block of blocks) {
    const row = rows.get(block.cell?.row ?? 0) ?? new Map<number, SourceBlock[]>();
    rows.set(block.cell?.row ?? 0, row);
    row.set(block.cell?.column ?? 0, [...(row.get(block.cell?.column ?? 0) ?? []), block]);
  }
  const html = [...rows].map(([number, cells]) => `<tr>${[...cells.values()].map((paragraphs) => (number === 0 ? `<th>${paragraphs.map(withNotes).join(' ')}</th>` : `<td>${paragraphs.map((block) => `<p>${withNotes(block)}</p>`).join('')}</td>`)).join('')}</tr>`);
  return `<table><thead>${html[0] ?? ''}</thead><tbody>${html.slice(1).join('')}</tbody></table>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
