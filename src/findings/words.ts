import { distance } from 'fastest-levenshtein';
import { printable } from './printable';
import { groupBy } from '../json/group-by';

/** How many words a message lists; a dozen is not cut. */
const MOST_LISTED = 10;
/** From how many words on a message lists the first ones only. */
export const ENOUGH_TO_LIST = MOST_LISTED + 3;
/** With how many words a typo is compared: where there are more, those that begin and end like it. */
const MOST_COMPARED = 100;

/** The allowed word that a typo most likely meant, if any is near enough to be worth a suggestion. */
export function nearestWord(given: string, allowed: Iterable<string>): string | undefined {
  const meant = given.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const word of likely(given, Array.isArray(allowed) ? allowed as readonly string[] : [...allowed])) {
    if (Math.abs(word.length - given.length) >= bestDistance) continue;
    const far = distance(meant, word.toLowerCase());
    if (far < bestDistance) {
      best = word;
      bestDistance = far;
    }
  }
  return best;
}

/** `did you mean "x"?`, or the advice when no allowed word is near. */
export function suggest(given: string, allowed: readonly string[], otherwise = `use one of ${list(allowed)}`): string {
  const nearest = nearestWord(given, allowed);
  return nearest === undefined ? otherwise : `did you mean "${nearest}"?`;
}

/**
 * `a, b, c`; of many the first ones: `a, b, c and 3,990 more`.
 *
 * @param all how many there are, of which `ENOUGH_TO_LIST` will do
 */
export function list(words: readonly string[], all = words.length, separator = ', '): string {
  if (all < ENOUGH_TO_LIST) return words.join(separator);
  return `${words.slice(0, MOST_LISTED).join(separator)} and ${thousands(all - MOST_LISTED)} more`;
}

/** `3,990`. Not by `toLocaleString`, whose first call takes 20 ms. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The same, of many those that are nearest to what was given. */
export function listNearest(given: string, words: readonly string[]): string {
  if (words.length < ENOUGH_TO_LIST) return list(words);
  const meant = given.toLowerCase();
  const nearest = likely(given, words).map((word) => ({ word, far: distance(meant, word.toLowerCase()) })).sort((a, b) => a.far - b.far);
  const chosen = new Set([...nearest.slice(0, MOST_LISTED).map(({ word }) => word), ...words.slice(0, MOST_LISTED)]);
  return `${[...chosen].slice(0, MOST_LISTED).join(', ')} and ${thousands(words.length - MOST_LISTED)} more`;
}

/** Words by how they begin and how long they are, made once for each list: it is asked for as often as there are mistakes. */
const groups = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

function likely(given: string, words: readonly string[]): readonly string[] {
  if (words.length <= MOST_COMPARED) return words;
  let byLook = groups.get(words);
  if (!byLook) groups.set(words, byLook = groupBy(words, (word) => look(word, word.length)));
  const known = byLook;
  return [0, 1, -1, 2, -2].flatMap((more) => known.get(look(given, given.length + more))?.slice(0, MOST_COMPARED) ?? []).slice(0, MOST_COMPARED);
}

function look(word: string, length: number): string {
  return `${word.slice(0, 1).toLowerCase()} ${length}`;
}

/** A value as it goes into a message: quoted, without line breaks, and not endless. */
export function quote(value: unknown): string {
  // Of a function there is no JSON, although the type says so.
  const json = JSON.stringify(value) as string | undefined;
  const text = printable(value === undefined ? 'nothing' : json ?? String(value));
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

/** A count with its word, such as `1 workflow`, `2 workflows`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** A text as one word of a shell. */
export function shellWord(text: string): string {
  return /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll('\'', '\'\\\'\'')}'`;
}
