import { JsonObject } from '../json/json';
import { platformManifests } from '../manifests/platform/platform-manifests';
import { workflowManifests } from '../manifests/workflow/workflow-manifests';
import { ClusterObject, createLandscape, indexObjects, Landscape } from '../model/landscape';
import { CustomResource, WorkflowResource } from '../model/resource';
import { ResolvedClusterFacts } from '../values/operator/cluster-facts';
import { OperatorBehaviour } from '../values/operator/operator-behaviour';

/** One of the two things that are compared: what an operator makes in a cluster. */
export interface Side {
  /** What people call the operator, such as `10.1.0`. */
  readonly operatorName: string;
  readonly operator: OperatorBehaviour;
  readonly facts: ResolvedClusterFacts;
  readonly corrected: boolean;
  readonly resources: readonly CustomResource[];
  /** The other objects of the cluster. */
  readonly objects: readonly ClusterObject[];
}

/** For whom the operator makes objects: a workflow, or the platforms of a namespace. */
export interface Owner {
  readonly namespace: string;
  readonly workflow?: WorkflowResource;
}

/** What is made for an owner. */
export interface OwnedManifests {
  readonly owner: Owner;
  readonly manifests: readonly JsonObject[];
}

export function landscapeOfSide({ operator, facts, corrected, resources, objects }: Side): Landscape {
  return createLandscape({ operator, facts, corrected, resources, objects: indexObjects(objects) });
}

/** What tells owners apart. */
export function ownerKey({ namespace, workflow }: Owner): string {
  return JSON.stringify(workflow ? [namespace, workflow.metadata.name] : [namespace]);
}

export function ownersOf(landscape: Landscape): Owner[] {
  return [
    ...landscape.namespaces.map((namespace) => ({ namespace })),
    ...landscape.workflows.filter(({ context }) => !context).map((workflow) => ({ namespace: workflow.metadata.namespace, workflow })),
  ];
}

/** The same of one namespace. */
export function ownersIn(landscape: Landscape, namespace: string): Owner[] {
  const workflows = landscape.workflowsIn(namespace).filter(({ context }) => !context);
  return [...landscape.namespaces.includes(namespace) ? [{ namespace }] : [], ...workflows.map((workflow) => ({ namespace, workflow }))];
}

/** All objects that the operator makes for an owner. */
export function manifestsOf(landscape: Landscape, { namespace, workflow }: Owner): JsonObject[] {
  return workflow ? workflowManifests(landscape, workflow) : platformManifests(landscape, namespace);
}

/** All objects that the operator makes, by the owners for whom it makes them. */
export function renderingOf(landscape: Landscape): OwnedManifests[] {
  return ownersOf(landscape).map((owner) => ({ owner, manifests: manifestsOf(landscape, owner) }));
}
