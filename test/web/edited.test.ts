import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/document.ts';
import { makeMemo } from '../../src/memo.ts';
import { loadRuleBook } from '../../src/cli/rule-files.ts';
import { loadModels } from '../../src/node/models.ts';
import { loadBuiltInPipelines, loadPipeline } from '../../src/node/pipelines.ts';
import { critiqueDocument } from '../../src/pipeline.ts';
import { read } from '../../src/read/read.ts';
import { editDocument } from '../../src/web/edited.ts';
import type { Edit } from '../../src/web/edited.ts';
import { critiqueOf, follow, settle, startSession } from '../../src/web/session.ts';
import type { Session, Tools } from '../../src/web/session.ts';

const models = loadModels();
const pipeline = loadPipeline('list').config;
const name = 'easterhythe-child-rowan-rapid.docx';
const reading = await read(new Uint8Array(readFileSync(new URL(`../../samples/corpus/${name}`, import.meta.url))), { name });

const WORDS = ['', ' ', 'x', '\n', '.', ' by 31 March 2032', 'robust ', '\n4. Police should audit 40 files.\n', 'Recommendations\n', '• Share the map.\n', 'We learned that '];

/** An edit somewhere in a text of this length. */
function editOf(length: number): fc.Arbitrary<Edit> {
  return fc.record({ at: fc.nat({ max: length }), cut: fc.constantFrom(0, 0, 0, 1, 5, 80, 400), insert: fc.constantFrom(...WORDS) }).map(({ at, cut, insert }) => ({ from: at, to: Math.min(length, at + cut), insert }));
}

function check(document: Document): void {
  let last = 0;
  for (const block of document.blocks) {
    const start = block.marker?.start ?? block.start;
    expect(start).toBeGreaterThanOrEqual(last);
    expect(start === 0 || document.text[start - 1] === '\n').toBe(true);
    expect(document.text[block.end]).toBe('\n');
    if (block.marker !== null) expect(document.text.slice(block.marker.start, block.marker.end)).toBe(block.marker.text);
    last = block.end;
  }
}

describe('edits', () => {
  test('no edit, no change', () => {
    expect(editDocument(reading.value.document, [])).toBe(reading.value.document);
  });

  test('blocks stay lines, and numbers stay before them', () => {
    fc.assert(fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (seeds) => {
      let { document } = reading.value;
      for (const seed of seeds) {
        const [edit] = fc.sample(editOf(document.text.length), { numRuns: 1, seed });
        document = editDocument(document, edit === undefined ? [] : [edit]);
        check(document);
      }
    }), { numRuns: 60, seed: 7 });
  });

  test('judging with what is remembered gives what judging anew gives', () => {
    const memo = makeMemo();
    let { document } = reading.value;
    for (let seed = 1; seed <= 25; seed += 1) {
      const [edit] = fc.sample(editOf(document.text.length), { numRuns: 1, seed });
      document = editDocument(document, edit === undefined ? [] : [edit]);
      const now = { value: { ...reading.value, document }, messages: [] };
      const remembered = critiqueDocument(now, '', null, { name, models, pipeline, memo });
      expect(remembered).toEqual(critiqueDocument(now, '', null, { name, models, pipeline }));
    }
  }, 120_000);

  test('a line that is split keeps its kind, and the new one stands on its page', () => {
    const made = editDocument(reading.value.document, [{ from: reading.value.document.blocks[0]?.end ?? 0, to: reading.value.document.blocks[0]?.end ?? 0, insert: '\nA line more' }]);
    expect(made.blocks[0]).toEqual(reading.value.document.blocks[0]);
    expect(made.blocks[1]?.type).toBe('paragraph');
    expect(made.text.slice(made.blocks[1]?.start, made.blocks[1]?.end)).toBe('A line more');
  });
});

/** What the page's worker does with a draft that somebody types in. */
describe('a draft that is typed in', () => {
  const builtIn = loadBuiltInPipelines();
  const usual = builtIn.find((one) => one.name === 'lcspr') ?? pipeline;
  const tools: Tools = { models, pipeline: (kind) => builtIn.find(({ kinds }) => kinds.includes(kind)) ?? usual, rules: loadRuleBook() };
  const bytes = new Uint8Array(readFileSync(new URL('../../samples/corpus/easterhythe-child-rowan.docx', import.meta.url)));
  const judgedAnew = (session: Session): unknown => {
    const held = session.drafts.get(1);
    if (held === undefined || 'unread' in held) throw new Error('not open');
    return critiqueOf({ ...held, memo: makeMemo() }, tools);
  };

  test('has marks at once, and comes to what judging anew gives, however often it is overtaken', async () => {
    const session = startSession();
    await follow(session, { kind: 'open', file: 1, name: 'draft.docx', bytes }, tools);
    for (let seed = 1; seed <= 12; seed += 1) {
      const held = session.drafts.get(1);
      const { length } = held !== undefined && 'reading' in held ? held.reading.value.document.text : '';
      const [edit] = fc.sample(editOf(length), { numRuns: 1, seed });
      const answer = await follow(session, { kind: 'edit', file: 1, edits: edit === undefined ? [] : [edit] }, tools);
      expect(answer.kind).toBe('marked');
      // Every third time somebody types on before the rest is judged.
      if (seed % 3 === 0) {
        const overtaken = settle(session, 1, tools, async () => void (await follow(session, { kind: 'edit', file: 1, edits: [{ from: 0, to: 0, insert: 'x' }] }, tools)));
        expect((await overtaken).kind).toBe('overtaken');
      }
      const settled = await settle(session, 1, tools, () => Promise.resolve());
      if (settled.kind !== 'judged') throw new Error('not judged');
      const { text: _text, ...document } = (judgedAnew(session) as typeof settled.judged.critique).document;
      expect(settled.judged.critique).toEqual({ ...(judgedAnew(session) as object), document });
      // Typing no letter gives the marks that the whole judgement has, but for reasons that only the causes show.
      if (answer.kind === 'marked' && seed % 3 !== 0) {
        const plain = ({ text, lines, looks }: typeof answer.marks): unknown => ({ text: text.filter(({ kind }) => kind !== 'reason'), lines, looks });
        expect(plain(answer.marks)).toEqual(plain(settled.judged.marks));
      }
    }
  }, 240_000);
});
