import { JsonObject } from '../values/json';

/** A list with items put in: each takes the place of the first one of its name that was there, or goes to the end. */
export function putByName(list: readonly JsonObject[], items: readonly JsonObject[]): JsonObject[] {
  const result = [...list];
  const added: JsonObject[] = [];
  for (const item of items) {
    const place = result.findIndex(({ name }) => name === item.name);
    if (place < 0) added.push(item);
    else result[place] = item;
  }
  return [...result, ...added];
}
