import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const GUARD = new URL('guard.mjs', import.meta.url).href;
const MAIN = join(process.env['SECOND_QUESTION_TEST_BUILD'] ?? '', 'main.js');
const SAMPLES = ['samples/wetherholm-sparrow.pdf', 'samples/wetherholm-sparrow.docx', 'samples/pasted-list.txt'];

/** Runs the command line in a child where the network and the writing of files end the program. */
function guarded(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', GUARD, MAIN, ...words], { encoding: 'utf8', cwd: ROOT, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env } });
  return { status, stdout, stderr };
}

describe('nothing leaves the machine', () => {
  it.each(SAMPLES)('%s is read without the network and without a file written', (file) => {
    const { status, stdout, stderr } = guarded(['critique', file, '--format', 'json']);
    expect([status, stderr]).toEqual([0, '']);
    expect((JSON.parse(stdout) as { items: unknown[] }).items.length).toBeGreaterThan(0);
  });

  it('the guard itself stops a program that asks the network', () => {
    const { status } = spawnSync(process.execPath, ['--import', GUARD, '--input-type=module', '-e', 'await fetch("http://127.0.0.1:9/")']);
    expect(status).toBe(86);
  });

  it('the guard itself stops a program that writes a file', () => {
    const { status } = spawnSync(process.execPath, ['--import', GUARD, '--input-type=module', '-e', 'import { writeFileSync } from "node:fs"; writeFileSync("never.txt", "")']);
    expect(status).toBe(86);
  });

  it('leaves no temporary file behind', () => {
    const folder = mkdtempSync(join(tmpdir(), 'second-question-test-'));
    try {
      guarded(['critique', ...SAMPLES, '--format', 'json'], { TMPDIR: folder, TMP: folder, TEMP: folder });
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('same bytes in, same bytes out', () => {
  const run = (env: Readonly<Record<string, string>>): string => guarded(['critique', ...SAMPLES, '--format', 'json'], env).stdout;
  const first = run({});

  it('twice', () => {
    expect(run({})).toBe(first);
  });

  it('in another time zone and locale', () => {
    expect(run({ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toBe(first);
  });

  it('whatever folder it is run from, and with no path in it', () => {
    expect(first).not.toContain(ROOT);
    expect(first).not.toContain('samples/');
  });

  it('with keys in the order of the wire format', () => {
    const schema = JSON.parse(readFileSync(join(ROOT, 'models/critique.schema.json'), 'utf8')) as { definitions: { critique?: { properties: object } }; properties?: object };
    const order = Object.keys(schema.definitions.critique?.properties ?? schema.properties ?? {});
    for (const critique of JSON.parse(first) as object[]) expect(Object.keys(critique)).toEqual(order.filter((key) => key in critique));
  });
});
