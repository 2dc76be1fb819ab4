import { ClusterObject, Landscape } from './landscape';
import { asList, asObject } from '../json/lenient';
import { groupOf } from '../kubernetes/kinds';

/** What tells one object of a cluster from all others. */
export interface ObjectIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/** The object of the same identity that is in the cluster already. */
export function existingObject(landscape: Landscape, { apiVersion, kind, name, namespace }: ObjectIdentity): ClusterObject | undefined {
  const object = landscape.objectOf(groupOf(apiVersion), kind, namespace, name);
  return object?.apiVersion === apiVersion ? object : undefined;
}

/** Whether the object of the same identity that is in the cluster already belongs to something else than its owner-to-be. */
export function isTaken(landscape: Landscape, identity: ObjectIdentity, owner: { readonly kind: string; readonly name: string }): boolean {
  return asList(existingObject(landscape, identity)?.metadata.ownerReferences).map(asObject)
    .some(({ controller, kind, name }) => controller === true && !(kind === owner.kind && name === owner.name));
}
