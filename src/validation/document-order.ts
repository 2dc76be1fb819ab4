import { FieldPath } from '../json/field-path';
import { isJsonObject, Json, valueAt } from '../json/json';

/** Which of two paths comes first in an object, for sorting: an object before its fields, and fields that are not there last. */
export function compareInDocument(object: Json, a: FieldPath, b: FieldPath): number {
  let node: Json | undefined = object;
  for (const [i, step] of a.entries()) {
    const other = b[i];
    if (other === undefined) break;
    if (step !== other) return position(node, step) - position(node, other);
    node = node === undefined ? undefined : valueAt(node, [step]);
  }
  return a.length - b.length;
}

function position(node: Json | undefined, step: string | number): number {
  if (typeof step === 'number') return step;
  const at = isJsonObject(node) ? Object.keys(node).indexOf(step) : -1;
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}
