import { diffArrays } from 'diff/lib/diff/array.js';

/** How far two sequences may be apart until it takes too long to look for the fewest changes: that grows with the square of the distance. */
const LARGEST_DISTANCE = 100;

/** Something that is on one side only, and its place there. */
export interface Placed {
  readonly place: number;
  readonly text: string;
}

/** Neighbours that were taken out, and those that came in their place. */
export interface Replacement {
  readonly removed: readonly Placed[];
  readonly added: readonly Placed[];
}

/** Where two sequences of texts differ: by the fewest changes where those are few, else by texts that both have once, in the same order. */
export function replacements(before: readonly string[], after: readonly string[]): Replacement[] {
  const [left, right] = [placed(before), placed(after)];
  return fewest(left, right) ?? between(left, right, (text) => text).flatMap(({ removed, added }) => (
    fewest(removed, added) ?? between(removed, added, numbered())
  ));
}

function placed(texts: readonly string[]): Placed[] {
  return texts.map((text, place) => ({ place, text }));
}

function fewest(before: readonly Placed[], after: readonly Placed[]): Replacement[] | undefined {
  const parts = diffArrays(before.map(({ text }) => text), after.map(({ text }) => text), { maxEditLength: LARGEST_DISTANCE });
  if (!parts) return undefined;
  const found: Replacement[] = [];
  let [left, right] = [0, 0];
  let open: { removed: Placed[]; added: Placed[] } | undefined;
  for (const { value: { length }, removed, added } of parts) {
    if (removed || added) {
      if (!open) found.push(open = { removed: [], added: [] });
      if (removed) open.removed.push(...before.slice(left, left + length));
      else open.added.push(...after.slice(right, right + length));
    } else {
      open = undefined;
    }
    if (!added) left += length;
    if (!removed) right += length;
  }
  return found;
}

/** What is between the texts that both sequences have once by their names, as many of them as stand in the same order. */
function between(before: readonly Placed[], after: readonly Placed[], nameOf: (text: string, side: 'before' | 'after') => string): Replacement[] {
  const [left, right] = [byName(before, (text) => nameOf(text, 'before')), byName(after, (text) => nameOf(text, 'after'))];
  const common = [...left].flatMap(([name, i]): Array<readonly [number, number]> => {
    const j = right.get(name);
    return i === undefined || j === undefined ? [] : [[i, j]];
  });
  const found: Replacement[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...longestRising(common), [before.length, after.length] as const]) {
    if (nextI > i || nextJ > j) found.push({ removed: before.slice(i, nextI), added: after.slice(j, nextJ) });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return found;
}

/** The positions of texts by their names; of a name that is there twice none. */
function byName(texts: readonly Placed[], nameOf: (text: string) => string): Map<string, number | undefined> {
  const positions = new Map<string, number | undefined>();
  for (const [i, { text }] of texts.entries()) {
    const name = nameOf(text);
    positions.set(name, positions.has(name) ? undefined : i);
  }
  return positions;
}

/** Makes names of texts that are there several times: the first ones belong together, the second ones, and so on. */
function numbered(): (text: string, side: 'before' | 'after') => string {
  const counts = new Map<string, number>();
  return (text, side) => {
    const key = JSON.stringify([side, text]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return `${count} ${text}`;
  };
}

/** The most of the pairs, which rise in the first number, that rise in the second one as well. */
function longestRising(pairs: ReadonlyArray<readonly [number, number]>): Array<readonly [number, number]> {
  const before: number[] = [];
  /** For each length the pair with which a row of that length ends lowest. */
  const ends: number[] = [];
  for (const [i, [, second]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (pairs[ends[middle]!]![1] < second) low = middle + 1;
      else high = middle;
    }
    before[i] = low === 0 ? -1 : ends[low - 1]!;
    ends[low] = i;
  }
  const row: Array<readonly [number, number]> = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) row.push(pairs[i]!);
  return row.reverse();
}
