import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Two folders below the root, like dist/cli/: from there the program finds its models. Each run has its own, so that two runs don't disturb each other. */
const FOLDER = join(ROOT, 'node_modules', `.second-question-test-${process.pid}`);

/** Bundles the command line once for all tests, so that they try the sources as they are and not an old dist/. */
export async function setup(): Promise<void> {
  process.env['SECOND_QUESTION_TEST_BUILD'] = FOLDER;
  await build({
    // The workers of a batch are programs of their own, beside the part that starts them.
    entryPoints: [{ in: join(ROOT, 'src', 'cli', 'main.ts'), out: 'main' }, ...['house', 'worker', 'alone', 'pool'].map((name) => ({ in: join(ROOT, 'src', 'batch', `${name}.ts`), out: name }))],
    outdir: FOLDER, bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', logLevel: 'error',
  });
}

export function teardown(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}
