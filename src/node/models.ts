import { readFileSync } from 'node:fs';
import type { ModelFile, Models } from '../models.ts';
import { MODEL_FILES, makeModels } from '../models.ts';

const FOLDER = new URL('../../models/', import.meta.url);

/** The models of this package, read from disk. `lexicons` maps names to the paths of further lexicon files. */
export function loadModels(lexicons: Readonly<Record<string, string>> = {}): Models {
  const files = Object.fromEntries(MODEL_FILES.map((name) => [name, readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')])) as Record<ModelFile, string>;
  return makeModels(files, new Uint8Array(readFileSync(new URL('vectors.bin', FOLDER))), Object.fromEntries(Object.entries(lexicons).map(([name, path]) => [name, readFileSync(path, 'utf8')])));
}
