import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as browser from '../src/browser.ts';
import * as library from '../src/index.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

interface Package {
  readonly version: string;
  readonly license: string;
  readonly engines: { readonly node: string };
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const PACKAGE = read('package.json') as Package;

/** What a user installs. A new one is a decision: say in ARCHITECTURE.md why it is worth it. */
const DEPENDENCIES = [
  '@eslint-community/regexpp', '@noble/hashes', '@xmldom/xmldom', 'ajv', 'commander', 'compromise', 'csv-parse', 'fflate', 'hyparquet-writer', 'mdast-util-from-markdown', 'mdast-util-gfm-table',
  'micromark-extension-gfm-table', 'p-queue', 'parse5', 'pdfjs-dist', 'picocolors', 'tinypool', 'wink-eng-lite-web-model', 'wink-nlp', 'write-excel-file',
];

describe('the library', () => {
  it('exports what it promises, and nothing else', () => {
    expect(Object.keys(library).sort()).toEqual(['ConfigError', 'VERSION', 'critique', 'htmlReport', 'jsonReport', 'judge', 'loadModels', 'loadPipeline', 'loadRules', 'pipelineNames', 'terminalReport']);
  });

  it('exports to a browser what works without files, with models from the caller', () => {
    expect(Object.keys(browser).sort()).toEqual([
      'MODEL_FILES', 'UnreadableError', 'applyDecisions', 'compareDrafts', 'critique', 'critiqueDocument', 'decisionFile', 'htmlReport', 'jsonReport', 'judge', 'makeMemo', 'makeModels',
      'parseDecisions', 'read', 'ruleBook',
    ]);
  });

  it('can be bundled for a browser: nothing of Node is left in it', async () => {
    const { metafile } = await build({ entryPoints: [join(ROOT, 'src/browser.ts')], bundle: true, write: false, metafile: true, format: 'esm', platform: 'browser', logLevel: 'silent', external: ['pdfjs-dist'] });
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
    expect(imports.filter((path) => path.startsWith('node:'))).toEqual([]);
  }, 60_000);

  it('critiques a text in one call', async () => {
    const result = await library.critique('1. Holmere ICB should add a question to the booking form by June 2033.');
    expect(result.items.map(({ tier }) => tier)).toEqual(['clear']);
  });

  it('takes a name and a pipeline', async () => {
    const result = await library.critique('1. Holmere ICB should add a question to the form.', { name: 'list.txt', pipeline: 'list' });
    expect([result.document.source, result.tool.pipeline]).toEqual(['list.txt', 'list']);
  });

  it('renders what it found', async () => {
    const result = await library.critique('1. Holmere ICB should add a question to the form.', { text: true });
    const context = { text: result.document.text ?? '', rules: library.loadRules(), plan: false, colour: false, width: 80 };
    expect([library.terminalReport(result, context), library.htmlReport(result, context), library.jsonReport([result])].map((report) => report.includes('add a question'))).toEqual([true, true, true]);
  });
});

describe('package.json', () => {
  it('has the version that the tool reports', () => {
    expect(library.VERSION).toBe(PACKAGE.version);
  });

  it('asks for no more dependencies than are listed here', () => {
    expect(Object.keys(PACKAGE.dependencies).sort()).toEqual(DEPENDENCIES);
  });

  it('pins every version, so that the same source gives the same bytes', () => {
    const loose = Object.entries({ ...PACKAGE.dependencies, ...PACKAGE.devDependencies, ...PACKAGE.optionalDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('runs on Node 20.19 and later', () => {
    expect(PACKAGE.engines.node).toBe('>=20.19');
  });

  it('is under the MIT licence, with its text', () => {
    expect([PACKAGE.license, readFileSync(join(ROOT, 'LICENSE'), 'utf8').startsWith('MIT License')]).toEqual(['MIT', true]);
  });

  it('has one command', () => {
    expect(PACKAGE.bin).toEqual({ 'second-question': 'dist/cli/main.js' });
  });
});

describe('schemas', () => {
  const names = readdirSync(join(ROOT, 'models')).filter((name) => name.endsWith('.schema.json'));
  it.each(names)('%s is a valid schema', (name) => {
    const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });
    expect(() => ajv.compile(read(`models/${name}`) as object)).not.toThrow();
  });

  it('the built-in lexicon follows its schema', () => {
    const check = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(read('models/cliches.schema.json') as object);
    check(read('models/cliches.json'));
    expect(check.errors ?? []).toEqual([]);
  });
});
