import { distance } from 'fastest-levenshtein';

/** The allowed word that a typo most likely meant, if any is near enough to be worth a suggestion. */
export function nearestWord(given: string, allowed: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const word of allowed) {
    const far = distance(given.toLowerCase(), word.toLowerCase());
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

/** `a, b, c` */
export function list(words: readonly string[]): string {
  return words.join(', ');
}

/** A value as it goes into a message: quoted, without line breaks, and not endless. */
export function quote(value: unknown): string {
  // Of a function there is no JSON, although the type says so.
  const json = JSON.stringify(value) as string | undefined;
  const text = value === undefined ? 'nothing' : json ?? String(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
