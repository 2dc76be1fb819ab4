import { JsonObject } from '../src/json/json';

/** A platform `hub` in the namespace `orders`. */
export function platform(spec: JsonObject, metadata: JsonObject = {}): JsonObject {
  return { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlowPlatform', metadata: { name: 'hub', namespace: 'orders', ...metadata }, spec };
}

/** A workflow `greet` in the namespace `orders`. */
export function workflow(spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  const flow = { start: 'End', states: [{ name: 'End', type: 'inject', data: {}, end: true }] };
  return { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlow', metadata: { name: 'greet', namespace: 'orders', ...metadata }, spec: { flow, ...spec } };
}

/** A cluster platform that refers to `hub` in `orders`. */
export function clusterPlatform(spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'sonataflow.org/v1alpha08',
    kind: 'SonataFlowClusterPlatform',
    metadata: { name: 'cluster', ...metadata },
    spec: { platformRef: { name: 'hub', namespace: 'orders' }, ...spec },
  };
}

/** A database `pg` with all its particulars. */
export const POSTGRESQL: JsonObject = {
  secretRef: { name: 'pg-login', userKey: 'user', passwordKey: 'pass' },
  serviceRef: { name: 'pg', namespace: 'data', port: 6432, databaseName: 'flows' },
};

/** A workflow `greet` of a profile. */
export function profiled(profile: string, spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  return workflow(spec, { annotations: { 'sonataflow.org/profile': profile }, ...metadata });
}

/** A workflow `greet` with an image of its own. */
export function gitops(podTemplate: JsonObject = {}, spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  const container = { image: 'quay.io/acme/greet:1', ...podTemplate.container as JsonObject };
  return profiled('gitops', { podTemplate: { ...podTemplate, container }, ...spec }, metadata);
}
