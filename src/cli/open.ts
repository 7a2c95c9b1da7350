import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { print } from './output.ts';
import { UsageError } from './usage-error.ts';

/** The page lies beside the program; from src/ or a test build it is looked for in dist/. */
const PLACES = ['../second-question.html', '../../dist/second-question.html'] as const;

export function register(command: Command): void {
  command.option('--path', 'only print where the page is').action(run);
}

async function run({ path }: { readonly path?: boolean }): Promise<void> {
  const page = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((place) => existsSync(place));
  if (page === undefined) throw new UsageError('the page is not built yet. Build it with: npm run page');
  if (path === true) return print(`${page}\n`);
  const [program, words] = opener(pathToFileURL(page).href);
  await new Promise<void>((done, failed) => {
    const started = spawn(program, words, { stdio: 'ignore', detached: true });
    started.once('error', () => failed(new UsageError(`no browser could be started. Open this file in one yourself: ${page}`)));
    started.once('spawn', () => {
      started.unref();
      done();
    });
  });
  process.stderr.write(`second-question: opened ${page}\n`);
}

/** The program that opens an address in the user's own browser. */
function opener(address: string): readonly [string, readonly string[]] {
  if (process.platform === 'darwin') return ['open', [address]];
  // `start` is a word of cmd; its first argument is the title of the window.
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '', address]];
  return ['xdg-open', [address]];
}
