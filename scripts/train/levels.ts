/** Training of the levels of action and of types of action, which are held near the rules' own levels. */
import type { Level } from '../../src/critique.ts';
import { judgeActionType } from '../../src/judge/action-type.ts';
import { learnedLevel } from '../../src/judge/learned-level.ts';
import { readOwn } from '../../src/judge/own-reading.ts';
import { readUnit } from '../../src/judge/reading.ts';
import type { Features, RawLinear } from '../../src/language/linear.ts';
import { eachFeature, linearModel } from '../../src/language/linear.ts';
import type { Models } from '../../src/models.ts';
import type { Gold } from '../../src/research/gold.ts';
import { trainLinear } from '../../src/research/train-linear.ts';
import { goldFiles } from './corpus.ts';

const env = (name: string, value: number): number => Number(process.env[name] ?? value);

export interface LevelExample {
  readonly author: string;
  readonly split: Gold['split'];
  readonly features: Features;
  readonly rule: { readonly action: number; readonly type: number };
  readonly gold: { readonly action: number | null; readonly type: number | null };
}

/** Recommendations of the gold files in their own words, with what the rules say of them. */
export function levelExamples(splits: readonly Gold['split'][], models: Models): LevelExample[] {
  const found: LevelExample[] = [];
  for (const gold of goldFiles(splits)) {
    for (const unit of gold.units) {
      if (unit.kind !== 'recommendation') continue;
      const text = gold.text.slice(unit.start, unit.end);
      const { action, features } = readOwn({ text, start: 0, from: 'own' }, readUnit(text, models.verbs.all), models, (span) => span);
      const type = judgeActionType(text, action, models.verbs).level;
      found.push({ author: gold.author, split: gold.split, features, rule: { action: action.level, type }, gold: { action: unit.levels?.action ?? null, type: unit.actionType } });
    }
  }
  return found;
}

const LEVELS = ['0', '1', '2', '3'];
const HELD = 2.5;

/** A level model is held near the rule's own level. */
export function levelModel(all: readonly LevelExample[], of: 'action' | 'type'): RawLinear {
  const held = Object.fromEntries(LEVELS.map((level) => [`${of === 'action' ? 'rule' : 'type'}=${level}`, LEVELS.map((other) => (other === level ? HELD : Math.abs(Number(level) - Number(other)) === 1 ? 0.5 : 0))]));
  return trainLinear(all.flatMap(({ features, gold }) => (gold[of] === null ? [] : [{ features: eachFeature(features), label: String(gold[of]), weight: 1 }])), { classes: LEVELS, prior: held, pull: env('LPULL', 0.002), epochs: env('LEPOCHS', 10), rate: env('LRATE', 0.06), fewest: env('LFEWEST', 6) });
}

/** Exact agreement and quadratic kappa by the rules alone and learned, each author judged by a model that has seen nothing of theirs. */
export function reportLevels(of: 'action' | 'type', models: Models): void {
  const all = levelExamples(['train', 'dev'], models);
  const authors = [...new Set(all.map(({ author }) => author))].sort();
  const learned = new Map(authors.map((author) => [author, linearModel<string>(levelModel(all.filter((example) => example.author !== author), of))]));
  for (const split of ['train', 'dev', 'S'] as const) {
    const some = all.filter((example) => (split === 'S' ? example.author.startsWith('S') : example.split === split));
    const say = (name: string, guess: (example: LevelExample) => number): void => {
      const pairs = some.flatMap((example) => (example.gold[of] === null ? [] : [[example.gold[of], guess(example)] as const]));
      const observed = pairs.reduce((sum, [a, b]) => sum + (a - b) ** 2, 0);
      const expected = pairs.reduce((sum, [a]) => sum + pairs.reduce((inner, [, b]) => inner + (a - b) ** 2, 0) / pairs.length, 0);
      process.stdout.write(`${of} ${split} ${name}: exact ${(pairs.filter(([a, b]) => a === b).length / pairs.length).toFixed(3)} kappa ${(1 - observed / expected).toFixed(3)} n ${pairs.length}\n`);
    };
    say('rules', (example) => example.rule[of]);
    say('learned', (example) => learnedLevel(learned.get(example.author) as never, example.features, example.rule[of] as Level));
  }
}
