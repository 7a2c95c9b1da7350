// Prints the software bill of materials as a Markdown table, from package-lock.json: every package that is part of what users get.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Put into the page though they are needed only to build it. */
const IN_PAGE = ['@codemirror/commands', '@codemirror/language', '@codemirror/state', '@codemirror/view', '@lezer/common', '@lezer/highlight', '@lezer/lr', '@marijn/find-cluster-break', 'crelt', 'govuk-frontend', 'preact', 'style-mod', 'w3c-keyname'];

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
const rows = Object.entries(packages).flatMap(([path, one]) => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (path === '' || (one.dev === true && !IN_PAGE.includes(name))) return [];
  const used = one.dev === true ? 'page' : one.optional === true ? 'optional: reading of scanned pages' : 'program and page';
  return [`| ${name} | ${one.version} | ${one.license ?? ''} | ${used} | ${one.integrity ?? ''} |`];
});
process.stdout.write(`| package | version | licence | used in | checksum of the package |\n|---|---|---|---|---|\n${[...new Set(rows)].sort().join('\n')}\n`);
