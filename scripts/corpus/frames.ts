import type { Gold } from './gold.ts';

export interface Frame {
  readonly words: string;
  readonly examples: readonly { readonly review: string; readonly unit: string }[];
}

export interface Shared {
  readonly units: number;
  readonly sharing: number;
  /** The most shared first. */
  readonly frames: readonly Frame[];
}

const LENGTH = 8;

/** How many units share eight words in a row with another review, names and numbers masked: a classifier would learn the frame and not the kind. */
export function sharedFrames(golds: readonly Gold[]): Shared {
  const seen = new Map<string, Map<string, string>>();
  let units = 0;
  for (const gold of golds) {
    // a rapid review and its LCSPR speak of one child and may share words
    const family = gold.pair ?? gold.id;
    for (const unit of gold.units) {
      units++;
      for (const frame of framesOf(gold.text.slice(unit.start, unit.end))) {
        const where = seen.get(frame) ?? new Map<string, string>();
        if (!where.has(family)) where.set(family, `${gold.id}#${unit.id}`);
        seen.set(frame, where);
      }
    }
  }
  const shared = [...seen].filter(([, where]) => where.size > 1);
  const words = new Set(shared.map(([frame]) => frame));
  const sharing = golds.flatMap((gold) => gold.units.filter((unit) => framesOf(gold.text.slice(unit.start, unit.end)).some((frame) => words.has(frame)))).length;
  const frames = shared.map(([frame, where]): Frame => ({ words: frame, examples: [...where.values()].map((place) => ({ review: place.split('#')[0] ?? '', unit: place.split('#')[1] ?? '' })) }));
  return { units, sharing, frames: frames.sort((a, b) => b.examples.length - a.examples.length || (a.words < b.words ? -1 : 1)) };
}

/** Names are words with a capital inside a sentence; numbers are digits. */
export function framesOf(text: string): string[] {
  const words = [...text.matchAll(/[\p{L}\d'’-]+/gu)].map((match, index) => {
    const [word] = match;
    if (/\d/.test(word)) return '#';
    return index > 0 && /^\p{Lu}/u.test(word) && word !== 'I' ? '@' : word.toLowerCase();
  });
  // "North Tidewell Safeguarding Board" is one name
  const masked = words.filter((word, index) => word !== '@' || words[index - 1] !== '@');
  return masked.slice(0, Math.max(0, masked.length - LENGTH + 1)).map((_, index) => masked.slice(index, index + LENGTH).join(' ')).filter((frame) => (frame.match(/[@#]/g)?.length ?? 0) <= 3);
}
