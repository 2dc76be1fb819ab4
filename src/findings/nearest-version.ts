import { nearestWord } from './words';

/** The known name that a version most likely meant: `osl-1.38` for `1.38`, and the newest that begins like it for a later one. */
export function nearestVersion(given: string, known: readonly string[]): string | undefined {
  if (given === '') return undefined;
  const meant = given.toLowerCase();
  const around = known.filter((name) => name.includes(meant) || meant.includes(name));
  if (around.length > 0) return around.reduce((best, name) => distanceOfLengths(name, meant) < distanceOfLengths(best, meant) ? name : best);
  const longest = Math.max(...known.map((name) => sharedStart(name, meant)));
  return longest >= LEAST_SHARED ? known.filter((name) => sharedStart(name, meant) === longest).at(-1) : nearestWord(given, known);
}

/** `10.`, say: fewer letters are alike by chance. */
const LEAST_SHARED = 3;

function distanceOfLengths(a: string, b: string): number {
  return Math.abs(a.length - b.length);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
