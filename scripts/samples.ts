import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from 'pdf-lib';
import { makeDocx } from './corpus/docx.ts';
import { compile } from './corpus/gold.ts';
import { lookOf } from './corpus/looks.ts';
import type { Source } from './corpus/model.ts';
import { parse } from './corpus/parse.ts';
import { printWord, settlePdf } from './corpus/pdf.ts';

/**
 * `npm run samples [NAME…]` builds gold and files of the reviews in samples/. The head of a source also takes
 * `files: docx pdf txt scan` (a scan is a PDF whose last page is an image) and lines `exception: OPENING WORDS # why`.
 */
const FOLDER = join(fileURLToPath(new URL('../', import.meta.url)), 'samples');
const DAY = new Date(Date.UTC(1980, 0, 1));

const wanted = process.argv.slice(2);
const names = readdirSync(FOLDER).filter((file) => file.endsWith('.review')).map((file) => file.slice(0, -'.review'.length)).filter((name) => wanted.length === 0 || wanted.includes(name)).sort();
for (const name of names) await build(name);

async function build(name: string): Promise<void> {
  const text = readFileSync(join(FOLDER, `${name}.review`), 'utf8');
  const source = parse(text);
  const { gold, problems } = compile(source, 'sample');
  for (const problem of [...source.slips.filter(({ level }) => level === 'error').map(({ line, text: words }) => `line ${line}: ${words}`), ...problems]) throw new Error(`${name}.review ${problem}`);
  const files = (/^files: (.+)$/mu.exec(text)?.[1] ?? 'docx pdf').split(' ');
  const exceptions = [...text.matchAll(/^exception: (.+?) # (.+)$/gmu)].map(([, opens, why]) => ({ opens, why }));
  const written = await Promise.all(files.map((kind) => write(name, kind, source, gold.text)));
  const { note, ...rest } = gold;
  const kept = { ...rest, source: written, note: `${note.split(';')[0] ?? note}; written and coded for this project`, ...(exceptions.length === 0 ? {} : { exceptions }) };
  writeFileSync(join(FOLDER, `${name}.gold.json`), `${JSON.stringify(kept, null, 1)}\n`);
}

async function write(name: string, kind: string, source: Source, text: string): Promise<string> {
  if (kind === 'txt') writeFileSync(join(FOLDER, `${name}.txt`), text);
  if (kind === 'docx') writeFileSync(join(FOLDER, `${name}.docx`), await makeDocx(source));
  if (kind === 'pdf') await print(name, source, join(FOLDER, `${name}.pdf`));
  if (kind === 'scan') await scan(name, source);
  return `${name}.${kind === 'scan' ? 'pdf' : kind}`;
}

async function print(name: string, source: Source, target: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  try {
    writeFileSync(join(folder, `${name}.docx`), await makeDocx(source));
    printWord([join(folder, `${name}.docx`)], folder, lookOf(source.head).tagged);
    settlePdf(join(folder, `${name}.pdf`));
    writeFileSync(target, readFileSync(join(folder, `${name}.pdf`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The last page becomes an image, as where a signed page was scanned and put behind the rest. */
async function scan(name: string, source: Source): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  const whole = join(folder, 'whole.pdf');
  try {
    await print(name, source, whole);
    const pages = await PDFDocument.load(readFileSync(whole));
    const last = pages.getPageCount();
    execFileSync('pdftoppm', ['-f', String(last), '-l', String(last), '-r', '110', '-gray', '-png', '-singlefile', whole, join(folder, 'page')]);
    renameSync(join(folder, 'page.png'), join(folder, 'last.png'));
    const mixed = await PDFDocument.create({ updateMetadata: false });
    for (const page of await mixed.copyPages(pages, Array.from({ length: last - 1 }, (_, index) => index))) mixed.addPage(page);
    const { width, height } = pages.getPage(last - 1).getSize();
    mixed.addPage([width, height]).drawImage(await mixed.embedPng(readFileSync(join(folder, 'last.png'))), { x: 0, y: 0, width, height });
    mixed.setTitle(source.head.title);
    mixed.setCreationDate(DAY);
    mixed.setModificationDate(DAY);
    writeFileSync(join(FOLDER, `${name}.pdf`), await mixed.save());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
