import { isUtf8 } from 'node:buffer';
import { yamlProblem } from './yaml-problem';
import { Severity } from '../findings/finding';
import { ValueProblem } from '../rules/value-problem';

/** What a scalar of YAML says; integers stay exact. */
export type ScalarValue = null | boolean | bigint | number | string;

/** A value, or what is wrong with the scalar; both when kubectl takes it all the same. */
export interface Resolved<T> {
  readonly value: T;
  readonly problem?: ValueProblem & { readonly severity?: Severity };
}

// kubectl reads YAML 1.1 by go-yaml v2, which takes "y" and "n" for booleans as well; go-yaml v3 does not.
const WORDS = new Map<string, ScalarValue>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);
const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;

/** What a scalar without quotes and without tag stands for. Dates and numbers to base 60 are strings. */
export function resolvePlain(text: string): ScalarValue {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (!/^[-+.0-9]/.test(text)) return text;
  const digits = text.startsWith('.') ? text : text.replaceAll('_', '');
  const integer = toInteger(digits);
  if (integer !== undefined) return integer;
  const float = FLOAT.test(digits) ? Number(digits) : Infinity;
  return Number.isFinite(float) ? float : text;
}

/** What a scalar stands for. */
export function resolveScalar(text: string, tag: string | undefined, plain: boolean): Resolved<ScalarValue> {
  if (tag === undefined) return { value: plain ? resolvePlain(text) : text };
  const name = tag.replace('tag:yaml.org,2002:', '!!');
  if (name === '!!binary') return decodeBinary(text);
  if (['!', '!!str', '!!timestamp'].includes(name)) return { value: text };
  const type = TYPES[name];
  if (!type) return { value: text, problem: UNKNOWN_TAG };
  const value = resolvePlain(text);
  return type(value) ? { value } : { value, problem: wrongTag(name) };
}

const TYPES: Readonly<Record<string, (value: ScalarValue) => boolean>> = {
  '!!null': (value) => value === null,
  '!!bool': (value) => typeof value === 'boolean',
  '!!int': (value) => typeof value === 'bigint',
  '!!float': (value) => typeof value === 'bigint' || typeof value === 'number',
};

/** The value as JSON has it. */
export function toJsonScalar(value: ScalarValue): Resolved<null | boolean | number | string> {
  if (typeof value === 'number') {
    // The API server makes an integer of -0.
    return Number.isFinite(value) ? { value: value + 0 } : { value: null, problem: NOT_FINITE };
  }
  if (typeof value !== 'bigint') return { value };
  const number = Number(value);
  // Beyond 64 bits with sign, the API server rounds as well.
  const exact = BigInt(number) === value || value > MAX_INT64;
  return exact ? { value: number } : { value: number, problem: INEXACT };
}

/** The value as a key of JSON: keys are strings. */
export function toJsonKey(value: ScalarValue): Resolved<string> {
  if (value === null) return { value: 'null', problem: keyProblem('an empty key, or null as a key') };
  if (typeof value === 'bigint') {
    return value > MAX_INT64 ? { value: String(value), problem: keyProblem('an integer beyond 64 bits as a key') } : { value: String(value) };
  }
  if (typeof value !== 'number') return { value: String(value) };
  // kubectl writes the key as a number of 32 bits, which has six certain digits, and others in exponents.
  const size = Math.abs(value);
  const certain = Number(value.toPrecision(6)) === value && (size === 0 || (size >= 1e-4 && size < 1e6));
  return certain ? { value: String(value) } : { value: String(value), problem: keyProblem('a fractional, large or infinite number as a key') };
}

function toInteger(digits: string): bigint | undefined {
  const [, sign, magnitude] = INTEGER.exec(digits) ?? [];
  if (magnitude === undefined) return undefined;
  const value = BigInt(/^0[0-7]/.test(magnitude) ? `0o${magnitude}` : magnitude);
  if (sign === '') return value <= MAX_UINT64 ? value : undefined;
  const signed = sign === '-' ? -value : value;
  return signed >= MIN_INT64 && signed <= MAX_INT64 ? signed : undefined;
}

function decodeBinary(text: string): Resolved<string> {
  const encoded = text.replace(/[\r\n]/g, '');
  // Without a group that repeats: that would take a stack as high as the text is long.
  const valid = encoded.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(encoded);
  const bytes = Buffer.from(encoded, 'base64');
  return valid && isUtf8(bytes) ? { value: bytes.toString() } : { value: '', problem: NO_BINARY };
}

// None of them shows the value: it may be a Secret's.
const NOT_FINITE = yamlProblem('an infinite number, or none (.inf, .nan)', 'numbers that JSON can write', 'write a finite number, or quote it');
const INEXACT = {
  ...yamlProblem('an integer beyond 2^53 that is rounded here', 'integers up to 2^53; kubectl keeps 64 bits', 'quote it if it may be text'),
  severity: Severity.WARNING,
};
const NO_BINARY = yamlProblem('a !!binary that is no text in base64', 'base64 of UTF-8 text', 'correct it, or write the text as it is');
const UNKNOWN_TAG = {
  ...yamlProblem('an unknown tag', '!!str, !!int, !!float, !!bool, !!null, !!binary; kubectl ignores others', 'remove the tag, or quote a value that begins with "!"'),
  severity: Severity.WARNING,
};

function wrongTag(name: string): ValueProblem {
  return yamlProblem(`a value that is no ${name}`, `what ${name} names`, 'correct the value, or remove the tag');
}

function keyProblem(given: string): ValueProblem {
  return yamlProblem(given, 'strings, booleans and integers as keys', 'quote the key');
}
