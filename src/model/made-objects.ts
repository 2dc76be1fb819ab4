import { API_VERSION } from './resource';
import { USER_PROPERTIES_FILE, userConfigMapName } from './workflow';
import { Json, JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';
import { groupOf } from '../kubernetes/kinds';

/** The custom resource of which the operator made an object, by its kind and its name. */
export interface Maker {
  readonly kind: string;
  readonly name: string;
}

/** Of which custom resource the operator made an object of a cluster. The properties that users wrote are none that it made. */
export function makerOf(object: JsonObject): Maker | undefined {
  const owners = asList(asObject(object.metadata).ownerReferences).map(asObject);
  const maker = owners.find(({ apiVersion }) => groupOf(asText(apiVersion)) === groupOf(API_VERSION));
  if (!maker) return undefined;
  const { kind, name } = { kind: asText(maker.kind), name: asText(maker.name) };
  return isUsersProperties(object, name) ? undefined : { kind, name };
}

/** The operator makes an empty one, into which users write, and becomes the owner of one that it finds. */
function isUsersProperties({ kind, metadata, data, binaryData }: JsonObject, workflow: string): boolean {
  if (kind !== 'ConfigMap' || asObject(metadata).name !== userConfigMapName(workflow)) return false;
  const isAsMade = ([key, value]: [string, Json | undefined]) => key === USER_PROPERTIES_FILE && asText(value).trim() === '';
  return Object.keys(asObject(binaryData)).length > 0 || !Object.entries(asObject(data)).every(isAsMade);
}

/** A Trigger in the namespace of its Broker cannot have an owner in another one. */
export function isTriggerElsewhere({ kind, metadata }: JsonObject): boolean {
  const { labels, ownerReferences } = asObject(metadata);
  return kind === 'Trigger' && asList(ownerReferences).length === 0 && asObject(labels)['app.kubernetes.io/managed-by'] === 'sonataflow-operator';
}
