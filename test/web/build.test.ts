import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'second-question-build-'));
const here = join(folder, 'second-question.html');
const elsewhere = join(folder, 'a copy', 'dist', 'second-question.html');
const build = (root: string, out: string, env: NodeJS.ProcessEnv): unknown => execFileSync(process.execPath, [join(root, 'scripts', 'page.mjs'), out], { cwd: folder, stdio: 'pipe', env: { ...process.env, ...env } });

beforeAll(() => {
  build(ROOT, here, { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' });
  // The sources in another place, as somebody else has them.
  const copy = join(folder, 'a copy');
  mkdirSync(copy);
  for (const name of ['src', 'models', 'pipelines', 'scripts', 'package.json', 'tsconfig.json', join('samples', 'corpus', 'easterhythe-child-rowan.docx')]) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  build(copy, elsewhere, { TZ: 'UTC', LANG: 'C' });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the page', () => {
  test('is built byte for byte again, wherever and whenever, with the checksum beside it', () => {
    const [one, other] = [readFileSync(here), readFileSync(elsewhere)];
    expect(one.equals(other)).toBe(true);
    const sha256 = createHash('sha256').update(one).digest('hex');
    for (const path of [here, elsewhere]) expect(readFileSync(`${path}.sha256`, 'utf8')).toBe(`${sha256}  second-question.html\n`);
  });

  test('is one file of at most 12 MB that can load and send nothing', () => {
    const page = readFileSync(here, 'utf8');
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(12 * 1024 * 1024);
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/u.exec(page) ?? [];
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/u.exec(page) ?? [];
    for (const rule of ["default-src 'none'", "connect-src 'none'", `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`]) expect(policy.split('; ')).toContain(rule);
    expect(page).not.toMatch(/GDS Transport|\/\/fonts\.|<link\b|<img\b|<iframe\b/iu);
    expect(page).not.toContain(ROOT);
  });
});
