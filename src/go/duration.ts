const NANOSECONDS = {
  ns: 1n, us: 1_000n, µs: 1_000n, μs: 1_000n, ms: 1_000_000n, s: 1_000_000_000n, m: 60_000_000_000n, h: 3_600_000_000_000n,
} as const;
/** For less than a second. */
const SMALL_UNITS = [['ns', 'µs'], ['µs', 'ms'], ['ms', 's']] as const;
const PART = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g;
const DURATION = /^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;

const LONGEST = 2n ** 63n - 1n;

/** Whether Go can read a text as a duration. */
export function isGoDuration(text: string): boolean {
  return /^[+-]?0$/.test(text) || (DURATION.test(text) && nanoseconds(text) <= LONGEST);
}

/** A duration as Go writes it after it has read it: `10m` is `10m0s`, `90s` is `1m30s`; what is none stays as it is. */
export function goDuration(text: string): string {
  if (!DURATION.test(text)) return /^[+-]?0$/.test(text) ? '0s' : text;
  const total = nanoseconds(text);
  return total === 0n ? '0s' : (text.startsWith('-') ? '-' : '') + format(total);
}

/** A duration in milliseconds; nothing for what is none, and for a fraction of one. */
export function durationMillis(text: string): number | undefined {
  if (!isGoDuration(text) || text.startsWith('-')) return undefined;
  const total = nanoseconds(text);
  return total % NANOSECONDS.ms === 0n ? Number(total / NANOSECONDS.ms) : undefined;
}

function nanoseconds(text: string): bigint {
  let total = 0n;
  for (const [, whole = '', fraction = '', unit] of text.matchAll(PART)) {
    // The pattern has no other units.
    total += BigInt(whole + fraction) * NANOSECONDS[unit as keyof typeof NANOSECONDS] / 10n ** BigInt(fraction.length);
  }
  return total;
}

function format(total: bigint): string {
  for (const [unit, next] of SMALL_UNITS) {
    if (total < NANOSECONDS[next]) return decimal(total, NANOSECONDS[unit]) + unit;
  }
  const hours = total / NANOSECONDS.h;
  const minutes = total % NANOSECONDS.h / NANOSECONDS.m;
  const seconds = `${decimal(total % NANOSECONDS.m, NANOSECONDS.s)}s`;
  if (hours > 0n) return `${hours}h${minutes}m${seconds}`;
  return minutes > 0n ? `${minutes}m${seconds}` : seconds;
}

/** A number of units with as many decimals as it takes. */
function decimal(value: bigint, unit: bigint): string {
  const digits = unit.toString().length - 1;
  const fraction = (value % unit).toString().padStart(digits, '0').slice(0, digits).replace(/0+$/, '');
  return `${value / unit}${fraction === '' ? '' : `.${fraction}`}`;
}
