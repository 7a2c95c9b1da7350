import type { Command } from 'commander';
import { mergeParts } from '../batch/merge.ts';
import { count } from '../report/words.ts';

export function register(command: Command): void {
  command
    .argument('<part...>', 'folders of results, one for each i of --shard i/n')
    .requiredOption('--out <folder>', 'folder of the results, the same as one run over all would give')
    .addHelpText('after', '\nExit codes: 0 done; 2 wrong use; 3 some file could not be read (the others are done).')
    .action(run);
}

async function run(parts: readonly string[], { out }: { readonly out: string }): Promise<void> {
  const { files, unread } = await mergeParts(parts, out);
  process.stderr.write(`${count(parts.length, 'part')} with ${count(files, 'file')} put together in ${out}; ${unread} could not be read.\n`);
  if (unread > 0) process.exitCode = 3;
}
