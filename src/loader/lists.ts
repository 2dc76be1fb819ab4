import { FieldProblem, nameType } from './objects';
import { Origin } from '../findings/origin';
import { FieldPath } from '../json/field-path';
import { isJsonObject, JsonObject } from '../json/json';
import { LoadedDocument } from '../yaml/yaml';

/** An item that is none, and where it is. */
export interface ItemProblem extends FieldProblem {
  readonly origin: Origin;
}

/** The objects of a list, and of the lists in it; of any other document itself. */
export function* unpack(document: LoadedDocument): Generator<LoadedDocument | ItemProblem> {
  const { object, origin } = document;
  const { kind, items } = object;
  if (typeof kind !== 'string' || !kind.endsWith('List') || (kind !== 'List' && !Array.isArray(items))) {
    yield document;
  } else if (Array.isArray(items)) {
    for (const [i, item] of items.entries()) {
      const itemOrigin = within(origin, ['items', i]);
      if (isJsonObject(item)) yield* unpack({ object: withType(item, object), origin: itemOrigin });
      else yield { rule: 'SF-INPUT-OBJECT', origin: itemOrigin, given: nameType(item), allowed: 'an object of Kubernetes in each item of a list', fix: 'remove the item' };
    }
  } else if (items !== undefined && items !== null) {
    yield { rule: 'SF-INPUT-OBJECT', origin, path: ['items'], given: nameType(items), allowed: 'a list of objects', fix: 'write "- " before each object' };
  }
}

/** The items of a list of one kind, as the API server writes them, may leave out what the list says. */
function withType(item: JsonObject, { apiVersion, kind }: JsonObject): JsonObject {
  if (kind === 'List' || 'kind' in item || 'apiVersion' in item) return item;
  return { ...apiVersion !== undefined && { apiVersion }, kind: String(kind).slice(0, -'List'.length), ...item };
}

function within(origin: Origin, prefix: FieldPath): Origin {
  return Object.freeze({ locate: (path: FieldPath = []) => origin.locate([...prefix, ...path]) });
}
