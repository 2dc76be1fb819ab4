const ISO = /^[+-]?P(?=\S)(?:[+-]?\d+D)?(?:T(?=\S)(?:[+-]?\d+H)?(?:[+-]?\d+M)?(?:[+-]?\d+(?:[.,]\d{0,9})?S)?)?$/i;

/** Nobody writes a longer one, and the pattern is slow on long ones. */
const LONGEST = 100;

/** Days, hours, minutes, seconds, milliseconds. */
const SHORT = /^[+-]?(?:\d+d)?\s*(?:\d+h)?\s*(?:\d+m)?\s*(?:\d+s)?\s*(?:\d+(?:ms)?)?$/i;

/** A duration of ISO 8601 as Java reads it: without weeks, months and years, whose length varies. */
export function isIsoDuration(text: string): boolean {
  return ISO.test(text);
}

/** What the engine's timers wait for: ISO 8601, or its own short form such as `1h 30m` and `500` (milliseconds). */
export function isTimerDuration(text: string): boolean {
  const trimmed = text.trim();
  return text.startsWith('P') ? isIsoDuration(text) : trimmed.length <= LONGEST && SHORT.test(trimmed);
}
