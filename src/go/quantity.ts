import { Failure, failure } from '../json/failure';

type Format = 'decimal' | 'exponent' | 'binary';

interface Suffix {
  readonly format: Format;
  /** Of 10, or of 2 where the format is binary. */
  readonly exponent: number;
}

/** An exact number: digits times a power of ten. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

const DECIMAL_SUFFIXES = new Map([['n', -9], ['u', -6], ['m', -3], ['', 0], ['k', 3], ['M', 6], ['G', 9], ['T', 12], ['P', 15], ['E', 18]]);
const BINARY_SUFFIXES = new Map([['Ki', 10], ['Mi', 20], ['Gi', 30], ['Ti', 40], ['Pi', 50], ['Ei', 60]]);
const DECIMAL_SUFFIX_OF = invert(DECIMAL_SUFFIXES);
const BINARY_SUFFIX_OF = invert(BINARY_SUFFIXES);

const QUANTITY = /^([+-]?)(?=\.?\d)0*(\d*)(?:\.(\d*))?([a-zA-Z]*[+-]?\d*)$/;
const SMALLEST_EXPONENT = -9;
/** Kubernetes reads exponents as integers of 32 bits, and writes what is beyond these in full: nobody means that. */
const LARGEST_EXPONENT = 1_000;
/** Digits beyond any that a quantity keeps. */
const MOST_DIGITS = 1_000;
const LARGEST_BINARY = 2n ** 63n - 1n;

/**
 * A quantity as Kubernetes writes it after it has read it: `1000m` is `1`, `1024Mi` is `1Gi`, `0.5` is `500m`.
 *
 * @see operator-behaviour, surprises P24
 */
export function canonicalQuantity(given: string | number): string | Failure {
  const text = String(given).trim();
  const read = parse(text);
  if (!read) return failure(`${JSON.stringify(given)} is not a number with a suffix such as m, k, M, Ki or Mi`);
  const { sign, whole, fraction, suffix } = read;
  const number = whole + fraction;
  if (isTooLarge(number, suffix)) return failure('a number with too many digits or too large an exponent');
  if (isKeptAsWritten(whole, fraction, suffix)) return text;
  const magnitude = roundUp(suffix.format === 'binary'
    ? { digits: BigInt(number) * 2n ** BigInt(suffix.exponent), exponent: -fraction.length }
    : { digits: BigInt(number), exponent: suffix.exponent - fraction.length });
  if (magnitude.digits === 0n) return '0';
  return (sign === '-' ? '-' : '') + (suffix.format === 'binary' ? formatBinary(magnitude) : formatDecimal(magnitude, suffix.format));
}

/** Numbers beyond it are as large as it. */
const LARGEST_COMPARED = 30;
const NANO = 9;

/** How many billionths a quantity is; nothing, if it is none. */
export function billionths(given: unknown): bigint | undefined {
  const read = typeof given === 'string' || typeof given === 'number' ? parse(String(given).trim()) : undefined;
  if (!read || isTooLarge(read.whole + read.fraction, read.suffix)) return undefined;
  const { sign, whole, fraction, suffix } = read;
  const digits = BigInt(whole + fraction);
  const { digits: rounded, exponent } = roundUp(suffix.format === 'binary'
    ? { digits: digits * 2n ** BigInt(suffix.exponent), exponent: -fraction.length }
    : { digits, exponent: suffix.exponent - fraction.length });
  const magnitude = rounded * 10n ** BigInt(Math.min(exponent, LARGEST_COMPARED) + NANO);
  return sign === '-' ? -magnitude : magnitude;
}

function isTooLarge(number: string, { exponent }: Suffix): boolean {
  return number.length > MOST_DIGITS || Math.abs(exponent) > LARGEST_EXPONENT;
}

function parse(text: string): { sign: string; whole: string; fraction: string; suffix: Suffix } | undefined {
  const [, sign, whole, fraction = '', suffixText = ''] = QUANTITY.exec(text) ?? [];
  const suffix = parseSuffix(suffixText);
  return sign === undefined || !suffix ? undefined : { sign, whole: whole || '0', fraction, suffix };
}

function parseSuffix(text: string): Suffix | undefined {
  const decimal = DECIMAL_SUFFIXES.get(text);
  if (decimal !== undefined) return { format: 'decimal', exponent: decimal };
  const binary = BINARY_SUFFIXES.get(text);
  if (binary !== undefined) return { format: 'binary', exponent: binary };
  const exponent = /^[eE]([+-]?\d+)$/.exec(text);
  return exponent ? { format: 'exponent', exponent: Number(exponent[1]) } : undefined;
}

/** Kubernetes keeps the text of a number that it can handle quickly and that looks canonical, even if it is not quite. */
function isKeptAsWritten(whole: string, fraction: string, { format, exponent }: Suffix): boolean {
  const number = whole + fraction;
  if (format === 'binary') {
    const precision = 15 - whole.length - Math.floor(exponent * 3 / 10) - 1;
    return fraction === '' && precision >= 0 && BigInt(whole) % 8n !== 0n;
  }
  const scale = exponent - fraction.length;
  return number.length <= 18 && scale >= SMALLEST_EXPONENT && scale % 3 === 0 && !number.endsWith('000') && !number.startsWith('0');
}

/** Nothing is smaller than a billionth; what you ask for you get at least. */
function roundUp({ digits, exponent }: Decimal): Decimal {
  const lost = SMALLEST_EXPONENT - exponent;
  if (digits === 0n || lost <= 0) return { digits, exponent };
  const unit = lost > digits.toString().length ? undefined : 10n ** BigInt(lost);
  return { digits: unit === undefined ? 1n : (digits + unit - 1n) / unit, exponent: SMALLEST_EXPONENT };
}

/** Small numbers and fractions have no binary suffix. */
function formatBinary(magnitude: Decimal): string {
  const scale = 10n ** BigInt(-magnitude.exponent);
  if (magnitude.digits > LARGEST_BINARY * scale) return LARGEST_BINARY.toString();
  if (magnitude.digits % scale !== 0n || magnitude.digits < 1024n * scale) return formatDecimal(magnitude, 'decimal');
  let value = magnitude.digits / scale;
  let exponent = 0;
  for (; value % 1024n === 0n; value /= 1024n) exponent += 10;
  return `${value}${BINARY_SUFFIX_OF.get(exponent) ?? ''}`;
}

/** The fewest digits before a suffix whose exponent is a multiple of three; where there is no suffix Kubernetes writes none. */
function formatDecimal(magnitude: Decimal, format: Exclude<Format, 'binary'>): string {
  let { digits, exponent } = magnitude;
  for (; digits % 10n === 0n; digits /= 10n) exponent += 1;
  for (; exponent % 3 !== 0; digits *= 10n) exponent -= 1;
  if (format === 'exponent') return exponent === 0 ? `${digits}` : `${digits}e${exponent}`;
  return `${digits}${DECIMAL_SUFFIX_OF.get(exponent) ?? ''}`;
}

function invert(suffixes: ReadonlyMap<string, number>): ReadonlyMap<number, string> {
  return new Map([...suffixes].map(([suffix, exponent]) => [exponent, suffix]));
}
