import { isJsonObject, Json, JsonObject } from '../json/json';

/** All that a Secret may have; what else somebody wrote into one may be a value in the wrong place. */
const FIELDS = ['apiVersion', 'kind', 'metadata', 'type', 'immutable', 'data', 'stringData'];
/** kubectl copies whole objects, values included, into this annotation. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** A Secret with the names of its keys only, so that no value of it can reach any output; other objects as they are. */
export function withoutSecretValues(object: JsonObject): JsonObject {
  if (typeof object.kind !== 'string' || object.kind.toLowerCase() !== 'secret') return object;
  return mapEntries(object, (value, field) => FIELDS.includes(field) ? withoutValues(field, value) : undefined);
}

function withoutValues(field: string, value: Json): Json {
  if (field === 'data' || field === 'stringData') return isJsonObject(value) ? mapEntries(value, () => null) : null;
  if (field !== 'metadata' || !isJsonObject(value) || !isJsonObject(value.annotations)) return value;
  return { ...value, annotations: mapEntries(value.annotations, (text, key) => key === LAST_APPLIED ? undefined : text) };
}

/** The object with changed values; those that become undefined are left out. */
function mapEntries(object: JsonObject, change: (value: Json, key: string) => Json | undefined): JsonObject {
  return Object.fromEntries(Object.entries(object).flatMap(([key, value]): [string, Json][] => {
    const changed = change(value, key);
    return changed === undefined ? [] : [[key, changed]];
  }));
}
