import { isDeepStrictEqual } from 'node:util';
import { Json } from '../json/json';

/** Whatever the value is. */
const ANY = Symbol('any');

type Filled = typeof ANY | readonly Json[];

/** Fields and their values by what they are below: a field, `[]` for the items of a list, `*` for any name. */
type Table = Readonly<Record<string, Filled>>;

const is = (...values: Json[]): readonly Json[] => values;

/** What the API server and controllers write into any object. */
const EVERYWHERE: Table = {
  'status': ANY,
  'metadata.creationTimestamp': ANY,
  'metadata.finalizers': ANY,
  'metadata.generateName': ANY,
  'metadata.generation': ANY,
  'metadata.managedFields': ANY,
  'metadata.ownerReferences': ANY,
  'metadata.resourceVersion': ANY,
  'metadata.selfLink': ANY,
  'metadata.uid': ANY,
  // The operator leaves those alone that it does not write.
  'metadata.annotations': ANY,
  'metadata.annotations.*': ANY,
  'spec.template.metadata.annotations': ANY,
  'spec.template.metadata.annotations.*': ANY,
};

/** Defaults of a container, of whatever list it is in. */
const CONTAINER: Table = {
  'imagePullPolicy': is('Always', 'IfNotPresent'),
  'terminationMessagePath': is('/dev/termination-log'),
  'terminationMessagePolicy': is('File'),
  'ports.[].protocol': is('TCP'),
  'env.[].valueFrom.fieldRef.apiVersion': is('v1'),
  ...Object.fromEntries(['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe): Array<[string, Filled]> => [
    [`${probe}.httpGet.scheme`, is('HTTP')],
    [`${probe}.grpc.service`, is('')],
    [`${probe}.timeoutSeconds`, is(1)],
    [`${probe}.periodSeconds`, is(10)],
    [`${probe}.successThreshold`, is(1)],
    [`${probe}.failureThreshold`, is(3)],
  ])),
  'lifecycle.postStart.httpGet.scheme': is('HTTP'),
  'lifecycle.preStop.httpGet.scheme': is('HTTP'),
};

/** Defaults of a specification of pods. */
const POD: Table = {
  'dnsPolicy': is('ClusterFirst'),
  'restartPolicy': is('Always'),
  'schedulerName': is('default-scheduler'),
  'terminationGracePeriodSeconds': is(30),
  'serviceAccount': ANY,
  'volumes.[].configMap.defaultMode': is(420),
  'volumes.[].downwardAPI.defaultMode': is(420),
  'volumes.[].projected.defaultMode': is(420),
  'volumes.[].secret.defaultMode': is(420),
  'volumes.[].projected.sources.[].serviceAccountToken.expirationSeconds': is(3600),
  ...below('containers.[]', CONTAINER),
  ...below('initContainers.[]', CONTAINER),
};

const KINDS: Readonly<Record<string, Table>> = {
  'Deployment.apps': {
    'spec.progressDeadlineSeconds': is(600),
    'spec.replicas': is(1),
    'spec.revisionHistoryLimit': is(10),
    'spec.strategy': is({ type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } }),
    ...below('spec.template.spec', POD),
  },
  'Job.batch': {
    'metadata.labels.batch.kubernetes.io/*': ANY,
    'spec.completionMode': is('NonIndexed'),
    'spec.completions': is(1),
    'spec.manualSelector': is(false),
    'spec.parallelism': is(1),
    'spec.podReplacementPolicy': ANY,
    'spec.selector': ANY,
    'spec.suspend': is(false),
    'spec.template.metadata': ANY,
    'spec.template.metadata.labels': ANY,
    'spec.template.metadata.labels.*': ANY,
    ...below('spec.template.spec', POD),
  },
  'Service.': {
    'spec.allocateLoadBalancerNodePorts': ANY,
    'spec.clusterIP': ANY,
    'spec.clusterIPs': ANY,
    'spec.externalTrafficPolicy': ANY,
    'spec.healthCheckNodePort': ANY,
    'spec.internalTrafficPolicy': is('Cluster'),
    'spec.ipFamilies': ANY,
    'spec.ipFamilyPolicy': ANY,
    'spec.ports.[].nodePort': ANY,
    'spec.ports.[].protocol': is('TCP'),
    'spec.sessionAffinity': is('None'),
    'spec.type': is('ClusterIP'),
  },
  'Service.serving.knative.dev': {
    'spec.traffic': ANY,
    'spec.template.spec.containerConcurrency': is(0),
    'spec.template.spec.enableServiceLinks': is(false),
    'spec.template.spec.idleTimeoutSeconds': ANY,
    'spec.template.spec.responseStartTimeoutSeconds': ANY,
    'spec.template.spec.timeoutSeconds': is(300),
    'spec.template.spec.containers.[].readinessProbe': ANY,
    ...below('spec.template.spec', POD),
  },
  'Trigger.eventing.knative.dev': { 'metadata.labels.*': ANY, 'metadata.labels': ANY, 'spec.subscriber.ref.namespace': ANY },
  'SinkBinding.sources.knative.dev': { 'spec.sink.ref.namespace': ANY, 'spec.subject.namespace': ANY },
  'Route.route.openshift.io': { 'spec.host': ANY, 'spec.to.weight': is(100), 'spec.wildcardPolicy': is('None') },
  'PersistentVolumeClaim.': { 'spec.storageClassName': ANY, 'spec.volumeMode': ANY, 'spec.volumeName': ANY },
  'Pod.': { 'spec.*': ANY, ...below('spec', POD) },
  'SonataFlowBuild.sonataflow.org': { 'spec.*': ANY },
  'SonataFlowPlatform.sonataflow.org': { 'spec.*': ANY, 'spec.build.*': ANY, 'spec.build.config.*': ANY },
};

function below(place: string, table: Table): Table {
  return Object.fromEntries(Object.entries(table).map(([field, filled]) => [`${place}.${field}`, filled]));
}

/** What a SinkBinding writes into containers. */
export const SINK_VARIABLES = ['K_SINK', 'K_CE_OVERRIDES'];

/**
 * Whether the API server or a controller writes a value into a field of an object of a kind.
 *
 * @param kind with its group, such as `Deployment.apps`
 * @param path the fields to it, `[]` for the items of a list
 */
export function isFilledIn(kind: string, path: readonly string[], value: Json): boolean {
  if (isEmpty(value)) return true;
  return [KINDS[kind] ?? {}, EVERYWHERE].some((table) => {
    const filled = table[path.join('.')] ?? table[[...path.slice(0, -1), '*'].join('.')] ?? prefixed(table, path);
    return filled === ANY || (filled ?? []).some((known) => isDeepStrictEqual(known, value));
  });
}

/** A key such as `batch.kubernetes.io/job-name`, by its prefix. */
function prefixed(table: Table, path: readonly string[]): Filled | undefined {
  const key = path.at(-1) ?? '';
  return key.includes('/') ? table[[...path.slice(0, -1), `${key.slice(0, key.indexOf('/'))}/*`].join('.')] : undefined;
}

/** Go writes some of what says nothing. */
export function isEmpty(value: Json): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
