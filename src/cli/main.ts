#!/usr/bin/env node
/**
 * The command line: arguments → command → exit code. 0 done; 2 wrong use; 3 some file could not be read at all.
 * stdout holds only the result; all else goes to stderr.
 */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands.ts';

const NAME = 'second-question';

process.stdout.on('error', quietly);
process.stderr.on('error', quietly);
process.exitCode = await main(process.argv.slice(2));

/** `… | head` closes the pipe before we are done: that is no error. */
function quietly(cause: NodeJS.ErrnoException): void {
  if (cause.code !== 'EPIPE') say(`${NAME}: the result could not be written (${cause.code ?? 'unknown'}).`);
  process.exit(cause.code === 'EPIPE' ? process.exitCode ?? 0 : 2);
}

async function main(words: readonly string[]): Promise<number> {
  try {
    const program = await programFor(words);
    if (words.length === 0) {
      program.outputHelp({ error: true });
      return 2;
    }
    await program.parseAsync(words, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (cause) {
    return exitCode(cause);
  }
}

/** Only the command that is asked for is loaded, so that help comes at once. */
async function programFor(words: readonly string[]): Promise<Command> {
  const program = new Command(NAME)
    .description('Reads child safeguarding practice reviews, tells recommendations from learning, and asks the second questions. Nothing leaves this computer.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError(`(${NAME} --help lists commands and options)`)
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride();
  for (const entry of COMMANDS) {
    const command = program.command(entry.name).description(entry.summary).exitOverride();
    if (words.includes(entry.name)) (await entry.load()).register(command);
  }
  return program;
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

function exitCode(cause: unknown): number {
  // Commander has printed its own message, or the help that was asked for.
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  const message = cause instanceof Error ? cause.message : String(cause);
  const wrongUse = cause instanceof Error && (cause.name === 'UsageError' || cause.name === 'ConfigError');
  say(wrongUse ? `${NAME}: ${message}` : `${NAME}: something went wrong in the program itself: ${message}. Please report it, without the review.`);
  return wrongUse ? 2 : 1;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
