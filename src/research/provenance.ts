import type { Critique } from '../critique.ts';
import { sha256Hex } from '../hash.ts';
import { VERSION } from '../version.ts';

/** What a figure rests on, so that somebody else can make it again. */
export interface Provenance {
  readonly tool: { readonly name: 'second-question'; readonly version: string };
  /** How many critiques or files, and one hash over all of them, whatever their order. */
  readonly inputs: { readonly count: number; readonly sha256: string };
  readonly codebook?: { readonly name: string; readonly version: string; readonly sha256: string };
  readonly seed?: number;
}

export interface UsedCodebook {
  readonly name: string;
  readonly version: string;
  /** The file as it was read. */
  readonly text: string;
}

/** Of critiques: the documents that they judge, and the version and settings of the judge. */
export function provenanceOf(critiques: readonly Pick<Critique, 'document' | 'tool'>[], codebook?: UsedCodebook, seed?: number): Provenance {
  return provenance(critiques.map(({ document, tool }) => JSON.stringify([document.sha256, document.textSha256, tool.version, tool.pipeline, tool.config])), codebook, seed);
}

/** Of anything that was read, each as a text that stands for it. */
export function provenance(inputs: readonly string[], codebook?: UsedCodebook, seed?: number): Provenance {
  return {
    tool: { name: 'second-question', version: VERSION }, inputs: { count: inputs.length, sha256: sha256Hex([...inputs].sort().join('\n')) },
    ...(codebook === undefined ? {} : { codebook: { name: codebook.name, version: codebook.version, sha256: sha256Hex(codebook.text) } }), ...(seed === undefined ? {} : { seed }),
  };
}

/** One line for the foot of a table. Hashes are cut to 12 characters; JSON has them whole. */
export function provenanceLine({ tool, inputs, codebook, seed }: Provenance): string {
  const cut = (hash: string): string => hash.slice(0, 12);
  return [
    `${tool.name} ${tool.version}`, `${inputs.count} inputs sha256 ${cut(inputs.sha256)}`,
    ...(codebook === undefined ? [] : [`codebook ${codebook.name} ${codebook.version} sha256 ${cut(codebook.sha256)}`]), ...(seed === undefined ? [] : [`seed ${seed}`]),
  ].join('; ');
}
