import { Json } from '../json/json';

const known = new WeakMap<object, Map<string, bigint>>();

/**
 * Takes note of an integer that a number cannot say; the number in its place is rounded.
 *
 * @param value nothing where another value took its place
 */
export function noteExactInteger(holder: object, field: string | number, value: bigint | undefined): void {
  const own = known.get(holder);
  if (value === undefined) own?.delete(String(field));
  else if (own) own.set(String(field), value);
  else known.set(holder, new Map([[String(field), value]]));
}

/** The integer in its place in an object or a list that was read, where the number there is rounded. */
export function exactInteger(holder: object, field: string | number): bigint | undefined {
  return known.get(holder)?.get(String(field));
}

/** What was read, with the digits of its integers, for whoever writes it again. */
export function withExactIntegers(value: Json): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, i) => exactInteger(value, i) ?? withExactIntegers(item));
  return Object.fromEntries(Object.entries(value).map(([field, child]) => [field, exactInteger(value, field) ?? withExactIntegers(child)]));
}
