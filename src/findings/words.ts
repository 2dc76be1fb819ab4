import { distance } from 'fastest-levenshtein';
import { printable } from './printable';

/** How many words a message lists; a dozen is not cut. */
const MOST_LISTED = 10;
/** With how many words a typo is compared: where there are more, those that begin and end like it. */
const MOST_COMPARED = 100;

/** The allowed word that a typo most likely meant, if any is near enough to be worth a suggestion. */
export function nearestWord(given: string, allowed: Iterable<string>): string | undefined {
  const meant = given.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const word of likely(given, [...allowed])) {
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

/** `a, b, c`; of many the first ones: `a, b, c and 3,990 more`. */
export function list(words: readonly string[]): string {
  if (words.length <= MOST_LISTED + 2) return words.join(', ');
  return `${words.slice(0, MOST_LISTED).join(', ')} and ${(words.length - MOST_LISTED).toLocaleString('en-US')} more`;
}

/** The same, of many those that are nearest to what was given. */
export function listNearest(given: string, words: readonly string[]): string {
  if (words.length <= MOST_LISTED + 2) return list(words);
  const meant = given.toLowerCase();
  const nearest = likely(given, words).map((word) => ({ word, far: distance(meant, word.toLowerCase()) })).sort((a, b) => a.far - b.far);
  const chosen = new Set([...nearest.slice(0, MOST_LISTED).map(({ word }) => word), ...words.slice(0, MOST_LISTED)]);
  return list([...[...chosen].slice(0, MOST_LISTED), ...words.slice(MOST_LISTED)]);
}

function likely(given: string, words: readonly string[]): readonly string[] {
  if (words.length <= MOST_COMPARED) return words;
  const alike: string[] = [];
  for (const word of words) {
    if (word[0] !== given[0] || Math.abs(word.length - given.length) > 2) continue;
    if (alike.push(word) === MOST_COMPARED) break;
  }
  return alike;
}

/** A value as it goes into a message: quoted, without line breaks, and not endless. */
export function quote(value: unknown): string {
  // Of a function there is no JSON, although the type says so.
  const json = JSON.stringify(value) as string | undefined;
  const text = printable(value === undefined ? 'nothing' : json ?? String(value));
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
