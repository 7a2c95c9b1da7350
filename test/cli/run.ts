import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Made by build.ts from the sources as they are. */
const MAIN = join(process.env['SECOND_QUESTION_TEST_BUILD'] ?? '', 'main.js');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as users do, in a process of its own. */
export function run(words: readonly string[], options: { readonly input?: string | Buffer; readonly cwd?: string } = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    encoding: 'utf8', input: options.input ?? '', cwd: options.cwd ?? ROOT, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { code: status, out: stdout, err: stderr };
}

/** Runs it in a shell, for pipes. */
export function shell(line: (command: string) => string): string {
  return execFileSync('bash', ['-c', `set -o pipefail; ${line(`"${process.execPath}" "${MAIN}"`)}`], { encoding: 'utf8' });
}

/** A folder of its own for one test. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'second-question-test-'));
}
