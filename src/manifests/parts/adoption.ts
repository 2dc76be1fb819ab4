import { Manifest } from './manifest';
import { goForm } from '../../go/form';
import { mergeOver } from '../../go/merge';
import { JsonObject } from '../../json/json';
import { asObject } from '../../json/lenient';
import { withoutServerMetadata } from '../../kubernetes/server-metadata';
import { existingObject } from '../../model/existing-object';
import { Landscape } from '../../model/landscape';

/** What the operator changes in an object that is there already, by kind; the spec where nothing is said. */
const CHANGES: Record<string, (existing: JsonObject, wanted: Manifest) => JsonObject> = {
  ConfigMap: ({ data }, wanted) => ({ data: { ...asObject(data), ...asObject(wanted.data) } }),
  Deployment: ({ spec }, wanted) => ({ spec: mergedSpec(spec as JsonObject, wanted.spec as JsonObject) }),
  PodDisruptionBudget: ({ spec }, wanted) => {
    const { minAvailable: _minAvailable, maxUnavailable: _maxUnavailable, ...rest } = asObject(spec);
    return { spec: { ...rest, ...asObject(wanted.spec) } };
  },
};

/**
 * What becomes of an object when the operator finds another one of its identity: it keeps labels and all that the operator
 * does not speak of.
 *
 * @see surprises P19, cases of existing objects
 */
export function adopt(landscape: Landscape, wanted: Manifest): Manifest {
  const object = objectInPlace(landscape, wanted);
  if (!object) return wanted;
  const change = CHANGES[wanted.kind] ?? (() => ({ spec: wanted.spec }));
  return { ...object, ...change(object, wanted) } as Manifest;
}

/** The object of the same identity that is in the cluster already, without what only a cluster writes. */
export function objectInPlace(landscape: Landscape, wanted: Manifest): Manifest | undefined {
  const { apiVersion, kind, metadata: { name, namespace = '' } } = wanted;
  const existing = existingObject(landscape, { apiVersion, kind, name, namespace: String(namespace) });
  if (!existing) return undefined;
  const { status: _status, ...object } = existing as unknown as Manifest;
  return { ...object, metadata: withoutServerMetadata(object.metadata as JsonObject) } as Manifest;
}

/** The number of replicas is the only field that the operator sets even to zero. */
function mergedSpec(existing: JsonObject, wanted: JsonObject): JsonObject {
  const merged = mergeOver(goForm(existing), wanted);
  return 'replicas' in wanted ? { ...merged, replicas: wanted.replicas } : merged;
}
