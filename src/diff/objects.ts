import { ObjectChange, ObjectName } from './change';
import { compareValues } from './values';
import { isJsonObject, Json, JsonObject } from '../json/json';
import { asObject, asText } from '../json/lenient';
import { groupOf } from '../kubernetes/kinds';

/** What tells an object from all others. */
export function identityOf({ apiVersion, kind, namespace, name }: ObjectName): string {
  return JSON.stringify([groupOf(apiVersion), kind, namespace, name]);
}

export function nameOf(object: JsonObject): ObjectName {
  const { name, namespace } = asObject(object.metadata);
  return { apiVersion: asText(object.apiVersion), kind: asText(object.kind), namespace: asText(namespace), name: asText(name) };
}

/** Which objects were added, removed and changed, and what in them: first those of before, in their order, then those that are new. */
export function compareObjects(
  before: readonly JsonObject[], after: readonly JsonObject[], identify: (object: JsonObject) => string = (object) => identityOf(nameOf(object)),
): ObjectChange[] {
  const successors = new Map(after.map((object) => [identify(object), object]));
  const predecessors = new Map(before.map((object) => [identify(object), object]));
  return [
    ...[...predecessors].flatMap(([identity, object]) => {
      const successor = successors.get(identity);
      return successor ? changed(object, successor) : [onOneSide('removed', object)];
    }),
    ...[...successors].filter(([identity]) => !predecessors.has(identity)).map(([, object]) => onOneSide('added', object)),
  ];
}

function changed(before: JsonObject, after: JsonObject): ObjectChange[] {
  const changes = compareValues(...withHiddenValues(before, after));
  return changes.length === 0 ? [] : [{ change: 'changed', ...nameOf(after), changes }];
}

function onOneSide(change: 'added' | 'removed', object: JsonObject): ObjectChange {
  return { change, ...nameOf(object), changes: [], content: withHiddenValues(object, object)[1] };
}

const HIDDEN = '<hidden>';
const OTHER_HIDDEN = '<another value, hidden>';

/** Of the values of a Secret only whether they are the same is told. */
function withHiddenValues(before: JsonObject, after: JsonObject): [JsonObject, JsonObject] {
  if (asText(after.kind).toLowerCase() !== 'secret') return [before, after];
  const hide = (object: JsonObject, other?: JsonObject): JsonObject => Object.fromEntries(Object.entries(object).map(([field, value]) => (
    [field, ['data', 'stringData'].includes(field) && isJsonObject(value) ? hideValues(value, asObject(other?.[field])) : value]
  )));
  return [hide(before), hide(after, before)];
}

function hideValues(values: JsonObject, others: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([key, value]): [string, Json] => (
    [key, Object.hasOwn(others, key) && others[key] !== value ? OTHER_HIDDEN : HIDDEN]
  )));
}
