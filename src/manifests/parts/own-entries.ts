import { JsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';

/** Lists in which the operator has an entry of its own, and the fields in which another entry takes its place. */
const SAME_ENTRY: Record<string, readonly string[]> = {
  ports: ['name', 'containerPort'],
  volumeMounts: ['mountPath'],
  volumes: ['name'],
};

const HANDLERS = ['exec', 'grpc', 'httpGet', 'tcpSocket'];
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];

/** Lists of the user's go beside the operator's own entries, not in place of them. */
export function withOwnEntries(merged: JsonObject, own: JsonObject): JsonObject {
  const result = { ...merged };
  for (const [field, missing] of missingEntries(merged, own)) {
    if (missing.length > 0) result[field] = [...missing, ...asList(merged[field])] as JsonObject[];
  }
  return result;
}

/** The operator's own entries that lists of the user's push out, by list. */
export function displacedEntries(users: JsonObject, own: JsonObject): ReadonlyArray<readonly [list: string, entries: JsonObject[]]> {
  return missingEntries(users, own).filter(([field, missing]) => asList(users[field]).length > 0 && missing.length > 0);
}

function missingEntries(lists: JsonObject, own: JsonObject): ReadonlyArray<readonly [list: string, entries: JsonObject[]]> {
  return Object.entries(SAME_ENTRY).map(([field, keys]) => {
    const there = asList(lists[field]).map(asObject);
    const entries = asList(own[field]).map(asObject) as JsonObject[];
    return [field, entries.filter((entry) => !there.some((user) => keys.some((key) => user[key] === entry[key])))] as const;
  });
}

/** The handlers of the user's that come beside another one of the operator's, by probe. */
export function secondHandlers(users: JsonObject, own: JsonObject): ReadonlyArray<readonly [probe: string, handlers: string[]]> {
  return PROBES.filter((name) => name in own)
    .map((name) => [name, HANDLERS.filter((handler) => handler in asObject(users[name]) && !(handler in asObject(own[name])))] as const)
    .filter(([, handlers]) => handlers.length > 0);
}

/** A probe asks in one way only: where the user has another way, the operator's is taken out. */
export function withoutReplacedHandlers(own: JsonObject, users: JsonObject): JsonObject {
  const result = { ...own };
  for (const name of PROBES) {
    const wanted = HANDLERS.filter((handler) => handler in asObject(users[name]));
    const probe = Object.entries(asObject(own[name])).filter(([field]) => wanted.length === 0 || wanted.includes(field) || !HANDLERS.includes(field));
    if (name in own) result[name] = Object.fromEntries(probe) as JsonObject;
  }
  return result;
}
