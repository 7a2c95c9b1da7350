/** The shortest way from one list of strings to another (Myers, 1986). */

/** The items `from`..`to` of the old list give way to those of the new list between the two indexes of `with`. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly with: readonly [first: number, end: number];
}

/** Differences up to which the shortest way is looked for: lists that differ more are taken for wholly different in between. */
const MOST = 2000;

export function hunksBetween(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (old.length + now.length === 0) return [];
  return hunks(kept(old, now), old.length, now.length).map(({ from, to, with: [first, end] }) => ({ from: from + head, to: to + head, with: [first + head, end + head] }));
}

/** What lies between the items that are kept. */
function hunks(pairs: readonly (readonly [number, number])[], oldLength: number, newLength: number): readonly Hunk[] {
  const found: Hunk[] = [];
  let [x, y] = [0, 0];
  for (const [a, b] of [...pairs, [oldLength, newLength] as const]) {
    if (a > x || b > y) found.push({ from: x, to: a, with: [y, b] });
    [x, y] = [a + 1, b + 1];
  }
  return found;
}

/** Indexes of items that stay, in order. */
function kept(old: readonly string[], now: readonly string[]): readonly (readonly [number, number])[] {
  const most = Math.min(MOST, old.length + now.length);
  const reach = new Int32Array(2 * most + 2);
  const trace: Int32Array[] = [];
  for (let steps = 0; steps <= most; steps += 1) {
    trace.push(reach.slice());
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const at = (index: number): number => reach[index + most] ?? 0;
      let x = diagonal === -steps || (diagonal !== steps && at(diagonal - 1) < at(diagonal + 1)) ? at(diagonal + 1) : at(diagonal - 1) + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      reach[diagonal + most] = x;
      if (x >= old.length && x - diagonal >= now.length) return wayBack(trace, old.length, now.length, most);
    }
  }
  return [];
}

function wayBack(trace: readonly Int32Array[], oldLength: number, newLength: number, most: number): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [x, y] = [oldLength, newLength];
  for (let steps = trace.length - 1; steps >= 0; steps -= 1) {
    const at = (index: number): number => trace[steps]?.[index + most] ?? 0;
    const diagonal = x - y;
    const before = diagonal === -steps || (diagonal !== steps && at(diagonal - 1) < at(diagonal + 1)) ? diagonal + 1 : diagonal - 1;
    const [fromX, fromY] = steps === 0 ? [0, 0] : [at(before), at(before) - before];
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}
