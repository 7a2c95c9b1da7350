import { UnreadableError } from '../result.ts';
import { readInput } from './input.ts';
import { besideName, notAnInput, plainStem } from './new-file.ts';
import { inFolder, writeTo } from './output.ts';
import type { Target } from './output.ts';

/** Takes our comments out of Word files; writes new files and says on stderr what became of each. */
export async function stripFiles(files: readonly string[], target: Target | null): Promise<void> {
  const { strippedDocx } = await import('../report/docx-comments.ts');
  for (const file of files) {
    const input = await readInput(file);
    try {
      if ('trouble' in input) throw new UnreadableError('read/not-opened', input.trouble, '');
      const { value, messages } = strippedDocx(wordFile(input.bytes, (await import('../read/detect.ts')).detect(input.bytes)));
      const name = `${plainStem(input.name)} without comments${/\.do[ct][xm]$/i.exec(input.name)?.[0] ?? '.docx'}`;
      const path = target === null ? besideName(file, name) : notAnInput(inFolder(target, name), files);
      writeTo(path, value);
      process.stderr.write(`${messages.map(({ text }) => text).join(' ')} Written: ${path}\n`);
    } catch (cause) {
      if (!(cause instanceof UnreadableError)) throw cause;
      process.exitCode = 3;
      process.stderr.write(`second-question: ${input.name}: ${cause.message}\n`);
    }
  }
}

function wordFile(bytes: Uint8Array, format: string): Uint8Array {
  if (format === 'docx') return bytes;
  throw new UnreadableError('report/not-word', 'This is no Word file (.docx), so that there are no comments to take out.', 'Give the Word file that holds them.');
}
