import { FieldPath } from '../../json/field-path';
import { isJsonObject } from '../../json/json';

/** A place in a definition that names something: a state, a function, an event and so on. */
export interface Mention {
  readonly name: string;
  /** In the definition. */
  readonly path: FieldPath;
}

/** What the engine reads where it wants a text: numbers and words of truth become texts. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Given, and not null. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** A flag that the engine reads: words of truth may be texts, and any number but 0 is true. */
export function flagOf(value: unknown, otherwise: boolean): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string' && value !== '') return value.toLowerCase() === 'true';
  return otherwise;
}

/** A name that is written alone, or as a field of an object. */
export function mention(value: unknown, field: string, path: FieldPath): Mention | undefined {
  if (typeof value === 'string') return { name: value, path };
  if (!isJsonObject(value) || typeof value[field] !== 'string') return undefined;
  return { name: value[field], path: [...path, field] };
}
