import { Json, JsonObject } from './json';

/** Fields that are `undefined` are not there. */
export function withoutUndefined(object: { readonly [field: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(object).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
