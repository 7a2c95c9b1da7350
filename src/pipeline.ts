import type { PipelineConfig } from './config.ts';
import type { Cliche, Critique, DocumentKind, Identifying, Item, Kind, Recommendation, Unit } from './critique.ts';
import type { Document } from './document.ts';
import type { AppraisalInput } from './judge/appraisal.ts';
import type { ClicheHit } from './judge/cliches.ts';
import type { Filed } from './judge/items.ts';
import type { KindJudgement } from './judge/kinds.ts';
import type { Passage } from './judge/passage.ts';
import type { Clause } from './language/clause.ts';
import type { Models } from './models.ts';
import type { Reading, Recogniser } from './read/reading.ts';
import type { Message, Result } from './result.ts';
import type { Structure } from './structure/candidates.ts';
import type { Group } from './structure/units.ts';
import { KINDS } from './critique.ts';
import { pageAt } from './document.ts';
import { sha256Hex } from './hash.ts';
import type { Memo } from './memo.ts';
import { recall } from './memo.ts';
import { asksAnew } from './judge/anew.ts';
import { appraise } from './judge/appraisal.ts';
import { changesThatHelp } from './judge/changes.ts';
import { nameOfChild } from './judge/checklist-answers.ts';
import { findCliches } from './judge/cliches.ts';
import { contextOf, surroundingsOf } from './judge/context.ts';
import { documentKind, methodOf } from './judge/document-kind.ts';
import { judgeElements } from './judge/elements.ts';
import { findIdentifying } from './judge/identifying.ts';
import { fileItems } from './judge/items.ts';
import { judgeKinds } from './judge/kinds.ts';
import type { Plan } from './judge/plan.ts';
import { planPassages } from './judge/plan.ts';
import { readUnit } from './judge/reading.ts';
import type { RememberedRecommendation } from './judge/recall.ts';
import { movedRecommendation, recommendationKey } from './judge/recall.ts';
import { recommend } from './judge/recommend.ts';
import { findRepeats } from './judge/repeats.ts';
import { makeItem, summarise } from './judge/summary.ts';
import { judgeWhy } from './judge/why.ts';
import { documentMessages } from './judge/notes.ts';
import type { ClauseReader } from './language/clause.ts';
import { clauseReader } from './language/clause.ts';
import { read } from './read/read.ts';
import { UnreadableError, error, result } from './result.ts';
import { findCandidates } from './structure/candidates.ts';
import { findQuotations } from './structure/quotes.ts';
import { unitKeys } from './structure/keys.ts';
import { joinSentences } from './structure/units.ts';
import { VERSION } from './version.ts';

export interface CritiqueOptions {
  /** Name of the source as it stands in the result and in messages; never a path. */
  readonly name: string;
  /** The pipeline, or a choice that depends on the kind of document. */
  readonly pipeline: PipelineConfig | ((kind: DocumentKind) => PipelineConfig);
  readonly models: Models;
  /** A separate action plan, read as context of the recommendations. */
  readonly plan?: { readonly name: string; readonly bytes: Uint8Array };
  /** Read a PDF by its geometry and not by its tags. Default false. */
  readonly ignoreTags?: boolean;
  readonly recognise?: Recogniser;
  /** Add the canonical text to the result. Default false. */
  readonly text?: boolean;
  /** Remembers judgements of one draft from edit to edit; the result is the same without it. */
  readonly memo?: Memo;
}

/** What a critique is made from, kept for reports that write into the original. */
export interface Judged {
  readonly critique: Critique;
  readonly reading: Reading | null;
}

/** Bytes or text in, critique out. Never throws for bad input: what can't be read becomes a critique without units and with an error message. */
export async function critique(input: Uint8Array | string, options: CritiqueOptions): Promise<Critique> {
  return (await judge(input, options)).critique;
}

/** Like `critique`, with the reading beside it. */
export async function judge(input: Uint8Array | string, options: CritiqueOptions): Promise<Judged> {
  const sha256 = sha256Hex(input);
  try {
    // A copy: pdf.js takes the buffer that it is given away from its owner.
    const reading = await read(typeof input === 'string' ? input : new Uint8Array(input), { name: options.name, ignoreTags: options.ignoreTags ?? false, ...(options.recognise === undefined ? {} : { recognise: options.recognise }) });
    const plan = options.plan === undefined ? null : await readPlan(options.plan);
    return { critique: critiqueDocument(reading, sha256, plan, options), reading: reading.value };
  } catch (problem) {
    if (!(problem instanceof UnreadableError)) throw problem;
    return { critique: unreadable(problem, sha256, options), reading: null };
  }
}

async function readPlan(plan: { readonly name: string; readonly bytes: Uint8Array }): Promise<Result<Plan | null>> {
  try {
    const { value, messages } = await read(plan.bytes, { name: plan.name });
    return result({ name: plan.name, document: value.document }, messages.filter(({ level }) => level !== 'info'));
  } catch (problem) {
    if (!(problem instanceof UnreadableError)) throw problem;
    return result(null, [error(problem.rule, `${plan.name}: ${problem.message} The review was judged without its plan.`)]);
  }
}

/** What is known before causes, checklist and summary are judged: all that the marks of a draft need. */
export interface Marked {
  readonly units: readonly Unit[];
  readonly items: readonly Item[];
  readonly recommendations: readonly Recommendation[];
  readonly cliches: readonly Cliche[];
}

/** Bytes were read, and the stages follow in order. Each takes what the ones before it made and changes none of it. */
export function critiqueDocument(reading: Result<Reading>, sha256: string, plan: Result<Plan | null> | null, options: CritiqueOptions): Critique {
  const steps = critiqueSteps(reading, sha256, plan, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What is remembered of the stages before the marks, and of those after them: whoever types fast never comes to the latter. */
const TABLES = {
  marks: ['sentences', 'role', 'clause', 'sentence', 'words', 'key', 'repeats', 'quotes', 'cliches', 'recommendation'], why: ['link', 'title'], identifying: ['detail', 'name'],
} as const;

/**
 * The stages one by one, for the page: the marks come first, and a draft that was changed meanwhile needn't be judged to the end.
 * Taken to its end it gives what `critiqueDocument` gives.
 */
export function* critiqueSteps(reading: Result<Reading>, sha256: string, plan: Result<Plan | null> | null, options: CritiqueOptions): Generator<Marked | null, Critique, void> {
  const { document } = reading.value;
  const { models, memo } = options;
  memo?.turn(TABLES.marks);
  const kind = documentKind(document, models.documentKinds);
  const pipeline = typeof options.pipeline === 'function' ? options.pipeline(kind) : options.pipeline;
  const structure = findCandidates(document, models.headings, memo);
  const readText = clauseReader(models.verbs.all);
  const clauses = structure.candidates.map(({ text }) => recall(memo, 'clause', () => text, () => readText(text)));
  const kinds = judgeKinds(document, structure.candidates, clauses, models.kinds, models.bodies, { kind, memo });
  const groups = joinSentences(document, structure.candidates, kinds.map((judged) => judged.kind), (index) => kinds[index]?.kind === 'recommendation' && asksAnew(structure.candidates[index]?.text ?? '', clauses[index] as Clause, models));
  const filed = fileItems(document, groups.filter((group) => kindOf(group, kinds) === 'recommendation'), structure.candidates);
  const units = makeUnits(document, structure, groups, kinds, filed, pipeline, memo);
  const cliches = pipeline.stages.includes('cliches') ? judgeCliches(document, structure, groups, kind, pipeline, models, memo) : new Map<Group, ClicheHit[]>();
  const judged = pipeline.stages.includes('levels') ? judgeRecommendations(document, structure, filed, units, cliches, plan?.value ?? null, pipeline, models, readText, memo) : [];
  const places = new Map(units.map(({ start, id }) => [start, id]));
  const found = [...cliches.entries()].flatMap(([group, hits]) => hits.map((hit) => toCliche(document, hit, places.get(group.start) ?? null)));
  yield { units, items: makeItems(units, judged, filed), recommendations: judged, cliches: found };
  memo?.turn(TABLES.why);
  const live = new Map(judged.map(({ unit }) => [unit, [] as Cliche[]]));
  for (const hit of found) if (hit.use === 'used') live.get(hit.unit ?? '')?.push(hit);
  const recommendations = pipeline.stages.includes('appraisal') ? judgeWhy(document, units, judged, live, models, new Set(pipeline.rules.off), memo) : judged;
  yield null;
  const appraisal = pipeline.stages.includes('appraisal') ? appraise({ document, structure, units, scopes: scopesOf(units, recommendations) }, kind, models) : { checklist: 'none', items: [] };
  yield null;
  memo?.turn(TABLES.identifying);
  const identifying = pipeline.stages.includes('appraisal') ? identifyingOf(document, kind, units, recommendations, models, memo) : null;
  yield null;
  const items = makeItems(units, recommendations, filed);
  const counts = Object.fromEntries(KINDS.map((name) => [name, units.filter((unit) => unit.kind === name && unit.repeats === null).length])) as Record<Kind, number>;
  const summary = summarise(counts, items, recommendations, units, found);
  return {
    version: '1',
    tool: { name: 'second-question', version: VERSION, pipeline: pipeline.name, rubric: pipeline.rubric.version, config: `sha256:${configHash(pipeline, models)}`, models: { 'unit-classifier': `sha256:${models.hashes['unit-classifier'] ?? ''}` } },
    document: {
      source: options.name, sha256, textSha256: sha256Hex(document.text), kind, method: methodOf(kind, counts), title: document.title, pages: document.pageCount,
      words: (document.text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).length, fidelity: reading.value.fidelity, ...(options.text === true ? { text: document.text } : {}),
    },
    units, items, recommendations, cliches: found, appraisal, identifying,
    summary: { ...summary, changes: pipeline.stages.includes('summary') ? changesThatHelp({ items, recommendations, cliches: found }) : [] },
    messages: [...reading.messages, ...(plan?.messages ?? []), ...documentMessages(document, kind, counts, summary.recommendations, pipeline, models.rubric)],
  };
}

function identifyingOf(document: Document, kind: DocumentKind, units: readonly Unit[], recommendations: readonly Recommendation[], models: Models, memo: Memo | undefined): Identifying | null {
  const deadlines = recommendations.flatMap(({ elements }) => elements.deadline.filter(({ source }) => source === undefined));
  return findIdentifying({ document, kind, units, deadlines, child: nameOfChild({ document }), common: (word) => models.vectors.rows.has(word), memo }, models.identifying);
}

function scopesOf(units: readonly Unit[], recommendations: readonly Recommendation[]): AppraisalInput['scopes'] {
  const place = new Map(units.map((unit) => [unit.id, unit]));
  return recommendations.flatMap(({ unit, scope }) => { const own = place.get(unit); return own === undefined ? [] : [{ start: own.start, end: own.end, scope }]; });
}

function kindOf(group: Group, kinds: readonly KindJudgement[]): Kind {
  return kinds[group.members[0] ?? -1]?.kind ?? 'other';
}

function makeUnits(document: Document, { candidates }: Structure, groups: readonly Group[], kinds: readonly KindJudgement[], filed: readonly Filed[], pipeline: PipelineConfig, memo: Memo | undefined): Unit[] {
  const place = new Map(filed.map((unit) => [unit.group, unit]));
  const itemIds = new Map([...new Set(filed.map(({ key }) => key))].map((key, index) => [key, `r${index + 1}`]));
  const keys = unitKeys(groups.map((group) => ({ text: document.text.slice(group.start, group.end), section: candidates[group.members[0] ?? -1]?.section.title ?? '' })), memo);
  const repeats = pipeline.stages.includes('repeats') ? repeatsOf(document, filed, memo) : new Map<Group, Group>();
  const ids = new Map(groups.map((group, index) => [group, `u${index + 1}`]));
  return groups.map((group, index) => {
    const candidate = candidates[group.members[0] ?? -1];
    const judged = leastSure(group, kinds);
    const own = place.get(group);
    const repeated = repeats.get(group);
    const { section } = candidate ?? {};
    return {
      id: ids.get(group) ?? '', key: keys[index] ?? '', kind: judged.kind, confidence: judged.confidence,
      alternative: judged.confidence < pipeline.thresholds.unsure ? judged.alternative : null, why: judged.why,
      text: document.text.slice(group.start, group.end), start: group.start, end: group.end, page: pageAt(document, group.start),
      section: section === undefined || section.title === '' ? null : `${section.number ?? ''} ${section.title}`.trim(),
      number: own?.number ?? candidate?.number ?? null, item: own === undefined ? null : (itemIds.get(own.key) ?? null),
      repeats: repeated === undefined ? null : (ids.get(repeated) ?? null),
    };
  });
}

/** A unit is as sure as the least sure of its sentences. */
function leastSure(group: Group, kinds: readonly KindJudgement[]): KindJudgement {
  const judged = group.members.flatMap((member) => kinds[member] ?? []);
  return judged.reduce((least, next) => (next.confidence < least.confidence ? next : least));
}

/** Items are compared whole; each unit of a repeat then points to the unit of the fullest statement that is most like it by position. */
function repeatsOf(document: Document, filed: readonly Filed[], memo: Memo | undefined): Map<Group, Group> {
  const byKey = new Map<string, Filed[]>();
  for (const unit of filed) byKey.set(unit.key, [...(byKey.get(unit.key) ?? []), unit]);
  const whole = [...byKey.values()];
  const items = whole.map((units) => ({ text: units.map(({ group }) => document.text.slice(group.start, group.end)).join(' '), number: units[0]?.number ?? null, list: units[0]?.list ?? '' }));
  const found = recall(memo, 'repeats', () => JSON.stringify(items), () => findRepeats(items));
  const repeats = new Map<Group, Group>();
  found.forEach((of, index) => {
    const target = of === null ? undefined : whole[of];
    whole[index]?.forEach(({ group }, position) => {
      const fullest = target?.[Math.min(position, target.length - 1)];
      if (fullest !== undefined) repeats.set(group, fullest.group);
    });
  });
  return repeats;
}

function judgeCliches(document: Document, { candidates }: Structure, groups: readonly Group[], kind: DocumentKind, pipeline: PipelineConfig, models: Models, memo: Memo | undefined): Map<Group, ClicheHit[]> {
  const off = new Set(pipeline.rules.off);
  const quotes = new Map<number, ReturnType<typeof findQuotations>>();
  const hits = new Map<Group, ClicheHit[]>();
  for (const group of groups) {
    const candidate = candidates[group.members[0] ?? -1];
    const block = document.blocks[candidate?.block ?? -1];
    if (candidate === undefined || block === undefined) continue;
    if (!quotes.has(candidate.block)) {
      const words = document.text.slice(block.start, block.end);
      quotes.set(candidate.block, recall(memo, 'quotes', () => words, () => findQuotations(words)).map(({ start, end }) => ({ start: block.start + start, end: block.start + end })));
    }
    const text = document.text.slice(group.start, group.end);
    const near = quotes.get(candidate.block) ?? [];
    const family = candidate.filing.role === 'family' && block.type === 'quote';
    const key = (): string => `${pipeline.name} ${kind} ${block.type} ${family} ${near.map((span) => `${span.start - group.start}-${span.end - group.start}`).join()} ${text}`;
    const { at, hits: known } = recall(memo, 'cliches', key, () => ({ at: group.start, hits: findCliches({ text, start: group.start, quotes: near, blockType: block.type, ...(family ? { speaker: 'family' as const } : {}) }, { lexicon: models.lexicon, off, documentKind: kind }) }));
    const found = known.map((hit) => ({ ...hit, start: hit.start + group.start - at, end: hit.end + group.start - at }));
    if (found.length > 0) hits.set(group, found);
  }
  return hits;
}

function judgeRecommendations(document: Document, structure: Structure, filed: readonly Filed[], units: readonly Unit[], cliches: ReadonlyMap<Group, readonly ClicheHit[]>, plan: Plan | null, pipeline: PipelineConfig, models: Models, readText: ClauseReader, memo: Memo | undefined): Recommendation[] {
  const unitOf = new Map(units.map((unit) => [unit.start, unit]));
  const surroundings = surroundingsOf(document, structure.candidates, filed);
  const judgedBy = filed.map((unit) => ({ unit, context: contextOf(unit, surroundings, models.headings) }));
  const rows = new Map(judgedBy.map(({ unit, context }) => [unitOf.get(unit.group.start)?.id ?? '', context.filter(({ from }) => from === 'owner' || from === 'deadline' || from === 'measure')]));
  const repeating = new Map<string, Unit[]>();
  for (const unit of units) if (unit.repeats !== null) repeating.set(unit.repeats, [...(repeating.get(unit.repeats) ?? []), unit]);
  return judgedBy.flatMap(({ unit, context }) => {
    const own = unitOf.get(unit.group.start);
    if (own === undefined || own.item === null) return [];
    // The fullest statement inherits owner, date and measure from a plan row that repeats it (codebook 12.1).
    const repeated = (repeating.get(own.id) ?? []).flatMap((other) => (rows.get(other.id) ?? []).map((one) => ({ ...one, repeated: true as const })));
    const text = own.text;
    const around = [...context, ...repeated, ...planPassages(plan, own, models)];
    const hits = cliches.get(unit.group) ?? [];
    const leadsIn = unit.candidate.leadsIn && unit.candidate.sentence === unit.candidate.sentences - 1;
    const made = (): RememberedRecommendation => {
      const passage: Passage = { text, start: own.start, from: 'own' };
      const clause = readUnit(text, models.verbs.all, readText);
      const judged = judgeElements(passage, around, clause, models, readText);
      return { own: passage, around, judged: recommend(document, { unit: own.id, item: own.item ?? '', text, start: own.start, judged, cliches: hits, filed: true, leadsIn }, models, { weights: pipeline.rubric.weights, cap: pipeline.rubric.cap, off: new Set(pipeline.rules.off) }, readText) };
    };
    if (memo === undefined) return [made().judged];
    const remembered = memo.recall('recommendation', recommendationKey(text, own.start, around, hits, leadsIn, pipeline.name), made);
    return [movedRecommendation(remembered, own, around, document, { unit: own.id, item: own.item })];
  });
}

function makeItems(units: readonly Unit[], recommendations: readonly Recommendation[], filed: readonly Filed[]): Item[] {
  const repeated = new Set(units.filter(({ repeats }) => repeats !== null).map(({ id }) => id));
  const numbers = new Map(units.map((unit) => [unit.item, filed.find(({ group }) => group.start === unit.start)?.number ?? null] as const).filter(([item]) => item !== null).reverse());
  const byItem = new Map<string, Recommendation[]>();
  for (const recommendation of recommendations) byItem.set(recommendation.item, [...(byItem.get(recommendation.item) ?? []), recommendation]);
  return [...byItem.entries()].filter(([, members]) => members.some(({ unit }) => !repeated.has(unit))).map(([id, members]) => makeItem(id, numbers.get(id) ?? null, members));
}

function toCliche(document: Document, { exemption: _exemption, ...hit }: ClicheHit, unit: string | null): Cliche {
  return { ...hit, unit, page: pageAt(document, hit.start) };
}

function configHash(pipeline: PipelineConfig, models: Models): string {
  return sha256Hex(JSON.stringify([pipeline, Object.entries(models.hashes)]));
}

function unreadable(problem: UnreadableError, sha256: string, options: CritiqueOptions): Critique {
  const pipeline = typeof options.pipeline === 'function' ? options.pipeline('other') : options.pipeline;
  const counts = Object.fromEntries(KINDS.map((name) => [name, 0])) as Record<Kind, number>;
  const messages: Message[] = [error(problem.rule, problem.message)];
  return {
    version: '1',
    tool: { name: 'second-question', version: VERSION, pipeline: pipeline.name, rubric: pipeline.rubric.version, config: `sha256:${configHash(pipeline, options.models)}`, models: { 'unit-classifier': `sha256:${options.models.hashes['unit-classifier'] ?? ''}` } },
    document: { source: options.name, sha256, textSha256: null, kind: 'other', method: 'recommendations', title: null, pages: null, words: 0, fidelity: null },
    units: [], items: [], recommendations: [], cliches: [], appraisal: { checklist: 'none', items: [] },
    summary: summarise(counts, [], [], [], []), messages,
  };
}
