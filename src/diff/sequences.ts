import { diffArrays } from 'diff/lib/diff/array.js';

/** How far two sequences may be apart until it is no longer worth looking for what they have in common. */
const LARGEST_DISTANCE = 2_000;

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

/** Where two sequences of texts differ, by the fewest changes. */
export function replacements(before: readonly string[], after: readonly string[]): Replacement[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: LARGEST_DISTANCE });
  if (!parts) return [{ removed: placed(before, 0), added: placed(after, 0) }];
  const found: Replacement[] = [];
  let [left, right] = [0, 0];
  let open: { removed: Placed[]; added: Placed[] } | undefined;
  for (const { value, removed, added } of parts) {
    if (!removed && !added) {
      open = undefined;
      left += value.length;
      right += value.length;
      continue;
    }
    if (!open) found.push(open = { removed: [], added: [] });
    if (removed) open.removed.push(...placed(value, left));
    else open.added.push(...placed(value, right));
    if (removed) left += value.length;
    else right += value.length;
  }
  return found;
}

function placed(texts: readonly string[], start: number): Placed[] {
  return texts.map((text, i) => ({ place: start + i, text }));
}
