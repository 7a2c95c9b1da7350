// The licences of the packages whose code stands in the page: their terms ask that they go with every copy.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the packages that a bundle was made from. */
export function packagesIn(metafile) {
  const names = Object.keys(metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1] ?? []);
  return [...new Set(names)];
}

/** Name, version and licence text of each, as text for the page. */
export function licenceTexts(root, names) {
  const texts = [...new Set([...names, 'govuk-frontend'])].sort().map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).sort().find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return texts.join('\n----------------------------------------\n\n').replace(/\r\n/g, '\n').replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
