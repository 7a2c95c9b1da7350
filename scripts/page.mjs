// Builds dist/second-question.html: the page with its worker, models and styles in one file that works from a folder, without a network.
// The same sources give the same bytes on every machine: no times, no paths, and a compression that is our own dependency's and not the system's.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { deflateSync } from 'fflate';
import { packagesIn, licenceTexts } from './page-licences.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const LIMIT = 12 * 1024 * 1024;
const EXAMPLE = 'easterhythe-child-rowan.docx';
const require = createRequire(import.meta.url);

const text = (...path) => readFileSync(join(ROOT, ...path), 'utf8');
const base64 = (...path) => readFileSync(join(ROOT, ...path)).toString('base64');
const named = (folder, names) => Object.fromEntries(names.map((name) => [name, text(folder, `${name}.json`)]));

/** Names of the model files that judging needs, as src/models.ts lists them. */
function modelNames() {
  const list = /MODEL_FILES = \[([^\]]*)\]/.exec(text('src', 'models.ts'))?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map((match) => match[1]);
}

const VIRTUAL = {
  'second-question:assets': () => {
    const pipelines = readdirSync(join(ROOT, 'pipelines')).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)).sort();
    return `export const models=${JSON.stringify(named('models', modelNames()))};export const pipelines=${JSON.stringify(named('pipelines', pipelines))};export const vectors=${JSON.stringify(base64('models', 'vectors.bin'))};`;
  },
  'second-question:example': () => `export const name=${JSON.stringify(EXAMPLE)};export const base64=${JSON.stringify(base64('samples', 'corpus', EXAMPLE))};`,
};

const assets = {
  name: 'assets',
  setup(builder) {
    builder.onResolve({ filter: /^second-question:/ }, ({ path }) => ({ path, namespace: 'assets' }));
    builder.onLoad({ filter: /.*/, namespace: 'assets' }, ({ path }) => ({ contents: VIRTUAL[path](), loader: 'js' }));
  },
};

async function bundle(entry) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT, entryPoints: [`src/web/${entry}.ts`], bundle: true, write: false, minify: true, metafile: true, format: 'iife', platform: 'browser', target: 'es2022', charset: 'ascii',
    legalComments: 'none', alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' }, conditions: entry === 'worker' ? ['worker'] : [], plugins: [assets], logLevel: 'error', logOverride: { 'empty-import-meta': 'silent' },
    // pdf.js asks for these only where it runs in Node.
    external: ['module', 'fs', 'fs/promises', 'http', 'https', 'path', 'url', 'zlib', 'canvas', '@napi-rs/canvas', 'node:*'],
  });
  return { code: outputFiles[0].text.trim(), packages: packagesIn(metafile) };
}

/** GOV.UK's styles without its restricted typeface, its crown and anything that would be loaded. */
function styles() {
  const govuk = readFileSync(join(dirname(require.resolve('govuk-frontend/package.json')), 'dist', 'govuk', 'govuk-frontend.min.css'), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@charset "UTF-8";/, '')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/"?GDS Transport"?,\s*arial,\s*sans-serif/gi, 'Arial,Helvetica,"Liberation Sans",sans-serif')
    .replace(/url\(["']?\/assets\/images\/[^)]*\)/g, 'none')
    .replace(/\/\*# sourceMappingURL=[^*]*\*\//g, '');
  const css = `${govuk}\n${text('src', 'web', 'style.css')}`;
  const loads = css.match(/url\((?!["']?data:)[^)]*\)/g);
  if (loads !== null) throw new Error(`the styles would load ${loads.join(', ')}`);
  if (/GDS Transport/i.test(css)) throw new Error('the restricted typeface is still named');
  return css.replace(/\n\s*/g, '\n');
}

function page(main, worker, licences) {
  const script = main.code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '\\x3c!--');
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'`;
  const packed = Buffer.from(deflateSync(new TextEncoder().encode(worker.code), { level: 9 })).toString('base64');
  return text('src', 'web', 'page.html')
    .replace('{{policy}}', () => policy)
    .replace('{{style}}', () => styles())
    .replace('{{script}}', () => script)
    .replace('{{licences}}', () => licences)
    .replace('{{worker}}', () => packed);
}

const out = process.argv[2] ?? join(ROOT, 'dist', 'second-question.html');
const [main, worker] = [await bundle('main'), await bundle('worker')];
const html = page(main, worker, licenceTexts(ROOT, [...main.packages, ...worker.packages]));
const bytes = Buffer.from(html, 'utf8');
if (bytes.length > LIMIT) throw new Error(`the page has ${bytes.length} bytes, more than ${LIMIT}`);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, bytes);
const sha256 = createHash('sha256').update(bytes).digest('hex');
// In the form that `sha256sum --check` reads; both go with a release.
writeFileSync(`${out}.sha256`, `${sha256}  ${basename(out)}\n`);
process.stderr.write(`second-question.html: ${(bytes.length / 1024 / 1024).toFixed(2)} MB, sha256 ${sha256}\n`);
