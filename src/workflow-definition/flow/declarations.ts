import { isGiven, Mention, textOf } from './values';
import { isJsonObject, JsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';

/** What a definition declares in a list of that name, to be referred to by name. */
export type Declarations = 'functions' | 'events' | 'errors';

export interface Declared extends Mention {
  readonly given: Partial<JsonObject>;
}

/** The items of a list; a plain text is a name. One without a name has an empty one. */
export function declared(definition: unknown, list: Declarations): Declared[] {
  return asList(asObject(definition)[list]).map((item, i) => {
    const given = isJsonObject(item) ? item : { name: textOf(item) ?? '' };
    return { name: textOf(given.name) ?? '', path: isGiven(given.name) && isJsonObject(item) ? [list, i, 'name'] : [list, i], given };
  });
}

/** A function of the definition. */
export interface DeclaredFunction extends Declared {
  /** `rest` when nothing is said. */
  readonly type: string;
  readonly operation?: string;
}

export function declaredFunctions(definition: unknown): DeclaredFunction[] {
  return declared(definition, 'functions').map((found) => (
    { ...found, type: textOf(found.given.type) ?? 'rest', operation: textOf(found.given.operation) }
  ));
}

/** The word of a custom function, and what is behind it: `rest` and `get:/x` of `rest:get:/x`. */
export function customOperation(operation: string): { readonly word: string; readonly rest: string } {
  const at = operation.indexOf(':');
  return at < 0 ? { word: operation, rest: '' } : { word: operation.slice(0, at), rest: operation.slice(at + 1) };
}
