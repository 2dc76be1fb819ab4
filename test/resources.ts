import { JsonObject } from '../src/json/json';
import { ClusterObject, createLandscape, indexObjects, Landscape } from '../src/model/landscape';
import { CustomResource, PlatformResource, toResource, WorkflowResource } from '../src/model/resource';
import { ClusterFacts, resolveClusterFacts } from '../src/values/cluster-facts';
import { OperatorVersion } from '../src/values/operator-version';

const origin = { locate: () => ({ where: 'test' }) };

/** Resources of tests are written as the API server keeps them: nothing is defaulted here. */
function resource(kind: string, name: string, namespace: string, spec: object, annotations: Record<string, string>): CustomResource {
  return toResource({ kind, metadata: { name, namespace, annotations }, spec: structuredClone(spec) as JsonObject }, origin);
}

export function platform(spec: object = {}, { name = 'hub', namespace = 'orders', annotations = {} } = {}): PlatformResource {
  return resource('SonataFlowPlatform', name, namespace, spec, annotations) as PlatformResource;
}

const STATES = [{ name: 'Greet', type: 'inject', data: {}, end: true }];

export function workflow(spec: object = {}, { name = 'greet', namespace = 'orders', profile = 'gitops' } = {}): WorkflowResource {
  return resource('SonataFlow', name, namespace, { flow: { states: STATES }, ...spec }, { 'sonataflow.org/profile': profile }) as WorkflowResource;
}

export function clusterPlatform(spec: object, annotations = {}, name = 'cluster'): CustomResource {
  return resource('SonataFlowClusterPlatform', name, '', spec, annotations);
}

export interface LandscapeOptions {
  readonly operator?: OperatorVersion;
  readonly facts?: ClusterFacts;
  readonly objects?: readonly object[];
}

export function landscape(resources: readonly CustomResource[], options: LandscapeOptions = {}): Landscape {
  return createLandscape({
    operator: (options.operator ?? OperatorVersion.APACHE_10_1_0)._behaviour,
    facts: resolveClusterFacts(options.facts),
    resources,
    objects: indexObjects((options.objects ?? []) as readonly ClusterObject[]),
  });
}

export const POSTGRESQL = { secretRef: { name: 'login' }, serviceRef: { name: 'pg' } };
export const BROKER = { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus' } };
