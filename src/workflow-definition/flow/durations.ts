const ISO = /^[+-]?P(?=\S)(?:[+-]?\d+D)?(?:T(?=\S)(?:[+-]?\d+H)?(?:[+-]?\d+M)?(?:[+-]?\d+(?:[.,]\d{0,9})?S)?)?$/i;

/** Nobody writes a longer one, and the pattern is slow on long ones. */
const LONGEST = 100;

/** Days, hours, minutes, seconds, milliseconds. */
const SHORT = /^[+-]?(?:\d+d)?\s*(?:\d+h)?\s*(?:\d+m)?\s*(?:\d+s)?\s*(?:\d+(?:ms)?)?$/i;

/** A duration of ISO 8601 as Java reads it: without weeks, months and years, whose length varies. */
export function isIsoDuration(text: string): boolean {
  return ISO.test(text);
}

const MILLISECONDS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };
/** What Java counts. */
const MOST_MILLISECONDS = 2 ** 63;

/** What the engine's timers wait for: ISO 8601, or its own short form such as `1h 30m` and `500` (milliseconds). */
export function isTimerDuration(text: string): boolean {
  const trimmed = text.trim();
  const isWritten = text.startsWith('P') ? isIsoDuration(text) : trimmed.length <= LONGEST && SHORT.test(trimmed);
  return isWritten && Math.abs(milliseconds(trimmed)) <= MOST_MILLISECONDS;
}

function milliseconds(duration: string): number {
  const parts = [...duration.matchAll(/([+-]?\d+(?:[.,]\d*)?)(ms|[dhms])?/gi)];
  return parts.reduce((sum, [, count = '', unit = '']) => sum + Number(count.replace(',', '.')) * (MILLISECONDS[unit.toLowerCase()] ?? 1), 0);
}
