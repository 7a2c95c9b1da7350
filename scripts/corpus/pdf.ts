import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

export function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

export function browser(): string | null {
  return BROWSERS.find(has) ?? null;
}

/** Prints Word files as PDF into `folder`; all of one kind in one call, since each call starts the whole office. */
export function printWord(files: readonly string[], folder: string, tagged: boolean): void {
  if (files.length === 0) return;
  const profile = mkdtempSync(join(tmpdir(), 'corpus-'));
  const options = JSON.stringify({ UseTaggedPDF: { type: 'boolean', value: String(tagged) } });
  try {
    execFileSync('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', `pdf:writer_pdf_Export:${options}`, '--outdir', folder, ...files], {
      stdio: 'ignore', timeout: 600_000, env: { ...process.env, SOURCE_DATE_EPOCH: '315532800', TZ: 'UTC' },
    });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

export function printHtml(program: string, html: string, target: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, html);
  try {
    execFileSync(program, ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--user-data-dir=${folder}/profile`, `--print-to-pdf=${resolve(target)}`, `file://${page}`], { stdio: 'ignore', timeout: 120_000, env: { ...process.env, TZ: 'UTC' } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes the time of printing and the random file id out, without moving a byte. */
export function settlePdf(path: string): void {
  if (!existsSync(path)) return;
  const text = readFileSync(path, 'latin1');
  const settled = text
    .replace(/(\/(?:CreationDate|ModDate)\s*\(D:)(\d+)/g, (_, head: string, digits: string) => head + '19800101000000'.padEnd(digits.length, '0').slice(0, digits.length))
    .replace(/(\/ID\s*\[\s*)(<[0-9A-Fa-f]+>)(\s*)(<[0-9A-Fa-f]+>)/g, (_, head: string, one: string, gap: string, two: string) => `${head}<${'0'.repeat(one.length - 2)}>${gap}<${'0'.repeat(two.length - 2)}>`)
    .replace(/(\/DocChecksum\s*\/)([0-9A-F]+)/g, (_, head: string, sum: string) => head + '0'.repeat(sum.length))
    .replace(/(<(?:xmp:CreateDate|xmp:ModifyDate|xmp:MetadataDate)>)([^<]*)/g, (_, head: string, date: string) => head + date.replace(/\d/g, '0'));
  writeFileSync(path, settled, 'latin1');
}
