import type { Command } from 'commander';

/** `register` adds arguments, options and the action. It is loaded only when the command is used or its help is asked for. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly register: (command: Command) => void }>;
}

/** Every command, in the order of the help. A new one is one line here and one file beside this one. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'critique', summary: 'read reviews and ask the second questions', load: () => import('./critique.ts') },
  { name: 'evaluate', summary: 'hold the judgements against reviews that people have coded', load: () => import('./evaluate.ts') },
  { name: 'codesheet', summary: 'make a blank sheet for people to code', load: () => import('./codesheet.ts') },
  { name: 'agree', summary: 'say how far coders agree, and where they do not', load: () => import('./agree.ts') },
  { name: 'themes', summary: 'say which themes a set of reviews speaks of, beside the 2021 study', load: () => import('./themes.ts') },
  { name: 'novelty', summary: 'say what in a review’s recommendations is new, and what was said before', load: () => import('./novelty.ts') },
  { name: 'recurring', summary: 'say which messages come round again over the years', load: () => import('./recurring.ts') },
  { name: 'export', summary: 'carry results into NVivo, MAXQDA, R or Python', load: () => import('./export.ts') },
  { name: 'sample', summary: 'draw a stratified sample, with its balance and a methods paragraph', load: () => import('./sample.ts') },
  { name: 'batch', summary: 'read a folder of reviews into one spreadsheet and one dashboard', load: () => import('./batch.ts') },
  { name: 'compare', summary: 'say what changed between two batches', load: () => import('./compare.ts') },
  { name: 'merge', summary: 'put the parts of a divided batch together', load: () => import('./merge.ts') },
  { name: 'open', summary: 'open the reviewer’s page in the browser', load: () => import('./open.ts') },
  { name: 'pair', summary: 'say what an LCSPR added to the rapid review', load: () => import('./pair.ts') },
  { name: 'template', summary: 'make a Word template with second questions as prompts', load: () => import('./template.ts') },
  { name: 'explain', summary: 'say what a rule or a worn phrase means, with examples', load: () => import('./explain.ts') },
];
