import type { CauseModel, RawCauses } from './judge/causes.ts';
import type { Checklist, RawChecklist } from './judge/checklist.ts';
import type { IdentifyingModel, RawIdentifying } from './judge/identifying-model.ts';
import type { LinkModel, RawLinks } from './judge/links.ts';
import type { CueModel, RawCues } from './judge/kind-features.ts';
import type { DeadlineModel, RawDeadlines } from './judge/deadline.ts';
import type { DocumentKindPattern } from './judge/document-kind.ts';
import type { Gazetteer, RawGazetteer } from './language/bodies.ts';
import type { HeadingModel, RawHeadings } from './structure/roles.ts';
import type { LevelModels } from './judge/learned-level.ts';
import type { Vectors } from './language/vectors.ts';
import type { KindModel } from './judge/kinds.ts';
import type { CompiledLexicon, Lexicon } from './judge/lexicon.ts';
import type { MeasureModel, RawMeasures } from './judge/measure.ts';
import type { RawVerbs, VerbModel } from './judge/action.ts';
import type { RawLinear } from './language/linear.ts';
import type { Rubric } from './judge/rubric.ts';
import type { RuleList } from './judge/rules.ts';
import { readVectors } from './language/vectors.ts';
import { sha256Hex } from './hash.ts';
import { causeModel } from './judge/causes.ts';
import { checklists } from './judge/checklist.ts';
import { identifyingModel } from './judge/identifying-model.ts';
import { linkModel } from './judge/links.ts';
import { cueModel } from './judge/kind-features.ts';
import { deadlineModel } from './judge/deadline.ts';
import { knownWords } from './judge/known-words.ts';
import { documentKinds } from './judge/document-kind.ts';
import { gazetteer } from './language/bodies.ts';
import { headingModel } from './structure/roles.ts';
import { compileLexicon } from './judge/lexicon.ts';
import { measureModel } from './judge/measure.ts';
import { verbModel } from './judge/action.ts';
import { linearModel, sharedRows } from './language/linear.ts';

/** All words and weights, compiled. They reach the stages as values; each platform has one loader that makes them from the files in `models/`. */
export interface Models {
  readonly headings: HeadingModel;
  readonly bodies: Gazetteer;
  readonly verbs: VerbModel;
  readonly deadlines: DeadlineModel;
  readonly measures: MeasureModel;
  readonly kinds: KindModel;
  readonly levels: LevelModels;
  readonly vectors: Vectors;
  readonly documentKinds: readonly DocumentKindPattern[];
  readonly lexicon: CompiledLexicon;
  readonly rubric: Rubric;
  readonly rules: RuleList;
  readonly causes: CauseModel;
  readonly links: LinkModel;
  readonly checklists: ReadonlyMap<string, Checklist>;
  readonly identifying: IdentifyingModel;
  /** Hash of every file in use, by name, in order of names. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** Files of `models/` that judging needs, without `.json`. */
export const MODEL_FILES = ['agencies', 'causes', 'checklists/lcspr', 'checklists/rapid-review', 'cliches', 'deadlines', 'document-kinds', 'headings', 'identifying', 'kind-cues', 'level-classifier', 'links', 'measures', 'rubric', 'rules', 'unit-classifier', 'verbs'] as const;

export type ModelFile = (typeof MODEL_FILES)[number];

interface RawClassifier {
  readonly temperature: number;
  readonly first: RawLinear;
  readonly second: RawLinear | null;
}

/**
 * Compiles the models from the texts of their files and the bytes of `vectors.bin`. `lexicons` are further lexicon files, added after the built-in one.
 * @throws SyntaxError where a text is no JSON.
 */
export function makeModels(files: Readonly<Record<ModelFile, string>>, vectors: Uint8Array, lexicons: Readonly<Record<string, string>> = {}): Models {
  const parse = (name: ModelFile): unknown => JSON.parse(files[name]);
  const words = readVectors(vectors);
  const levels = parse('level-classifier') as { readonly action: RawLinear; readonly type: RawLinear };
  const cues = cueModel(parse('kind-cues') as RawCues);
  return {
    headings: headingModel(parse('headings') as RawHeadings),
    bodies: gazetteer(parse('agencies') as RawGazetteer, (word) => words.rows.has(word)),
    verbs: verbModel(parse('verbs') as RawVerbs),
    deadlines: deadlineModel(parse('deadlines') as RawDeadlines),
    measures: measureModel(parse('measures') as RawMeasures),
    kinds: classifier(parse('unit-classifier') as RawClassifier, cues, words),
    levels: { action: linearModel(levels.action), type: linearModel(levels.type) },
    vectors: words,
    documentKinds: documentKinds(parse('document-kinds') as Parameters<typeof documentKinds>[0]),
    lexicon: compileLexicon(parse('cliches') as Lexicon, ...Object.values(lexicons).map((text) => JSON.parse(text) as Lexicon)),
    rubric: parse('rubric') as Rubric,
    rules: parse('rules') as RuleList,
    links: linkModel(parse('links') as RawLinks),
    causes: causeModel(parse('causes') as RawCauses),
    identifying: identifyingModel(parse('identifying') as RawIdentifying),
    checklists: checklists([parse('checklists/lcspr') as RawChecklist, parse('checklists/rapid-review') as RawChecklist]),
    hashes: Object.fromEntries([...MODEL_FILES.map((name) => [name, sha256Hex(files[name])] as const), ['vectors', sha256Hex(vectors)] as const, ...Object.entries(lexicons).map(([name, text]) => [name, sha256Hex(text)] as const)].sort((a, b) => (a[0] < b[0] ? -1 : 1))),
  };
}

function classifier(raw: RawClassifier, cues: CueModel, vectors: Vectors): KindModel {
  const rows = sharedRows(raw.second === null ? [raw.first] : [raw.first, raw.second]);
  return { first: linearModel(raw.first, rows), second: raw.second === null ? null : linearModel(raw.second, rows), temperature: raw.temperature, cues, vectors, known: knownWords(rows.keys()) };
}
