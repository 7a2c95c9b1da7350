import type { Command } from 'commander';
import { nearest } from '../config.ts';
import { explainIds, explainText } from '../report/explain.ts';
import { print } from './output.ts';
import { loadRuleBook } from './rule-files.ts';
import { UsageError } from './usage-error.ts';

export function register(command: Command): void {
  command.argument('[rule]', 'id of a rule or of a worn phrase; without it all ids are listed').action(run);
}

async function run(id: string | undefined): Promise<void> {
  const book = loadRuleBook();
  if (id === undefined) return print(explainIds(book));
  const text = explainText(book, id);
  if (text !== null) return print(text);
  const known = [...book.rules, ...book.cliches].map((entry) => entry.id);
  throw new UsageError(`there is no rule "${id}". Did you mean ${nearest(id, known).map((near) => `"${near}"`).join(', ')}? Without an id, explain lists all of them.`);
}
