import { JsonObject } from '../values/json';
import { asList, asObject } from '../values/lenient';

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
  for (const [field, keys] of Object.entries(SAME_ENTRY)) {
    const users = asList(merged[field]).map(asObject);
    const missing = asList(own[field]).map(asObject).filter((entry) => !users.some((user) => keys.some((key) => user[key] === entry[key])));
    if (missing.length > 0) result[field] = [...missing, ...users] as JsonObject[];
  }
  return result;
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
