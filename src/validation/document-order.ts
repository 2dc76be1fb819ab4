import { FieldPath } from '../json/field-path';
import { isJsonObject, Json, JsonObject, valueAt } from '../json/json';

/** Compares two paths of an object for sorting: an object comes before its fields, and fields that are not there come last. */
export function inDocumentOrder(object: Json): (a: FieldPath, b: FieldPath) => number {
  const places = new Map<JsonObject, ReadonlyMap<string, number>>();
  const placeOf = (node: Json | undefined, step: string | number): number => {
    if (typeof step === 'number') return step;
    if (!isJsonObject(node)) return Number.MAX_SAFE_INTEGER;
    let known = places.get(node);
    if (!known) places.set(node, known = new Map(Object.keys(node).map((field, i) => [field, i])));
    return known.get(step) ?? Number.MAX_SAFE_INTEGER;
  };
  return (a, b) => {
    let node: Json | undefined = object;
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const [left, right] = [a[i], b[i]];
      if (left === undefined || right === undefined) break;
      if (left !== right) return placeOf(node, left) - placeOf(node, right);
      node = node === undefined ? undefined : valueAt(node, [left]);
    }
    return a.length - b.length;
  };
}
