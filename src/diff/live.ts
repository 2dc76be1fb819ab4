import { attributeByAbsence } from './attribution';
import { objectName, ObjectChange } from './change';
import { Difference, explainable, explainObjects } from './difference';
import { comparable } from './live-form';
import { compareObjects, identityOf, nameOf } from './objects';
import { landscapeOfSide, renderingOf, Side } from './side';
import { JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';
import { autoscalerOf } from '../model/autoscaler';
import { ClusterObject, Landscape } from '../model/landscape';
import { API_VERSION } from '../model/resource';
import { userConfigMapName } from '../model/workflow';

/** What the operator looks at beside its custom resources, where files need not have it. */
const LOOKED_AT = ['Broker', 'ConfigMap', 'HorizontalPodAutoscaler', 'Route', 'Secret', 'Service'];
/** What it makes, and would have to be asked about if it is there for no reason. */
const MADE = [
  'ConfigMap', 'Deployment', 'PodDisruptionBudget', 'Route', 'Service', 'ServiceMonitor', 'SinkBinding', 'SonataFlowBuild', 'Trigger',
];

/** Compares what is in a cluster with what the operator should have made there. */
export function liveDifference(expected: Side, dump: readonly JsonObject[]): Difference {
  const live = dump.map(withNamespace);
  const side = withObjectsOf(live, expected);
  const landscape = landscapeOfSide(side);
  const rendering = renderingOf(landscape);
  const wanted = rendering.flatMap(({ manifests }) => manifests);
  const { compared, notes } = comparedWith(wanted, live);
  const found = new Map(live.map((object) => [liveIdentity(object), object]));
  const injections: string[] = [];
  const pairs = compared.map((object): [JsonObject | undefined, JsonObject] => {
    const own = found.get(liveIdentity(object));
    if (!own) return [undefined, object];
    const form = comparable(withNameOf(own, object), scaledAs(own, landscape, object));
    if (form.injected.length > 0) injections.push(`${objectName(nameOf(object))}: injected and left out: ${form.injected.join(', ')}`);
    return [form.live, form.expected];
  });
  const isSurplus = surplusOf(landscape, wanted);
  const surplus = live.filter(isSurplus);
  const inCluster = pairs.flatMap(([object]) => object ? [object] : []);
  const objects: ObjectChange[] = compareObjects([...inCluster, ...surplus], pairs.map(([, object]) => object));
  const known = explainable({ landscape, rendering });
  return {
    objects: explainObjects(objects, { old: known, young: known, attribution: attributeByAbsence(side, objects, known.owners) }),
    unshown: [],
    notes: [...notes, ...injections],
  };
}

function withNamespace(object: JsonObject): JsonObject {
  const metadata = asObject(object.metadata);
  return { ...object, metadata: { ...metadata, namespace: asText(metadata.namespace) || 'default' } };
}

/** Files that say nothing of what the operator looks at are taken with what the cluster has of it. */
function withObjectsOf(live: readonly JsonObject[], side: Side): Side {
  const landscape = landscapeOfSide(side);
  const made = new Set(renderingOf(landscape).flatMap(({ manifests }) => manifests).map((manifest) => identityOf(nameOf(manifest))));
  const given = new Set(side.objects.map((object) => identityOf({ ...object, ...object.metadata })));
  const users = new Set(landscape.workflows.map(({ metadata: { namespace, name } }) => `${namespace}/${userConfigMapName(name)}`));
  const added = live.filter((object) => {
    const { kind, namespace, name } = nameOf(object);
    const identity = identityOf(nameOf(object));
    const isUsers = kind === 'ConfigMap' && users.has(`${namespace}/${name}`);
    return LOOKED_AT.includes(kind) && !given.has(identity) && (!made.has(identity) || isUsers || kind === 'Route');
  });
  return { ...side, objects: [...side.objects, ...added as unknown as ClusterObject[]] };
}

/** What can be compared, and what cannot as the dump has nothing of the kind or of the namespace. */
function comparedWith(wanted: readonly JsonObject[], live: readonly JsonObject[]): { compared: readonly JsonObject[]; notes: readonly string[] } {
  const names = live.map(nameOf);
  const namespaces = new Set(names.map(({ namespace }) => namespace));
  const kinds = new Set(names.map(kindOf));
  const isInNamespace = (object: JsonObject) => namespaces.has(nameOf(object).namespace);
  const isOfKind = (object: JsonObject) => kinds.has(kindOf(nameOf(object)));
  const withoutNamespace = wanted.filter((object) => !isInNamespace(object));
  const withoutKind = wanted.filter((object) => isInNamespace(object) && !isOfKind(object));
  const distinct = (words: readonly string[]) => [...new Set(words)].sort().join(', ');
  return {
    compared: wanted.filter((object) => isInNamespace(object) && isOfKind(object)),
    notes: [
      ...withoutNamespace.length === 0 ? [] : [`nothing of the namespaces ${distinct(withoutNamespace.map((object) => nameOf(object).namespace))} is in the dump: not compared`],
      ...withoutKind.length === 0 ? [] : [`nothing of the kinds ${distinct(withoutKind.map((object) => kindOf(nameOf(object))))} is in the dump: not compared`],
    ],
  };
}

function kindOf({ kind, apiVersion }: { readonly kind: string; readonly apiVersion: string }): string {
  return apiVersion.includes('/') ? `${kind}.${apiVersion.slice(0, apiVersion.indexOf('/'))}` : kind;
}

/** The name of a Trigger comes from a UID, which no file has: it is known by what it does. */
function liveIdentity(object: JsonObject): string {
  const { kind, namespace, apiVersion } = nameOf(object);
  if (kind !== 'Trigger' || !apiVersion.startsWith('eventing.knative.dev/')) return identityOf(nameOf(object));
  const { broker, filter, subscriber } = asObject(object.spec);
  const { ref, uri } = asObject(subscriber);
  return JSON.stringify([kind, namespace, broker, asObject(asObject(filter).attributes).type, asObject(ref).name, uri ?? '']);
}

function withNameOf(live: JsonObject, { metadata, kind }: JsonObject): JsonObject {
  return kind === 'Trigger' ? { ...live, metadata: { ...asObject(live.metadata), name: asObject(metadata).name ?? '' } } : live;
}

/** Where an autoscaler decides, the number of replicas is its own. */
function scaledAs(live: JsonObject, landscape: Landscape, object: JsonObject): JsonObject {
  const { kind, namespace, name, apiVersion } = nameOf(object);
  if (kind !== 'Deployment') return object;
  const targets = [{ apiVersion, kind, namespace, name }, { apiVersion: API_VERSION, kind: 'SonataFlow', namespace, name }];
  const { replicas } = asObject(live.spec);
  if (replicas === undefined || !targets.some((target) => autoscalerOf(landscape, target))) return object;
  return { ...object, spec: { ...asObject(object.spec), replicas } };
}

/** Finds what is the operator's and would not be made. */
function surplusOf(landscape: Landscape, wanted: readonly JsonObject[]): (object: JsonObject) => boolean {
  const namespaces = new Set(landscape.namespaces);
  const users = new Set(landscape.workflows.map(({ metadata: { namespace, name } }) => `${namespace}/${userConfigMapName(name)}`));
  const made = new Set(wanted.map(liveIdentity));
  return (object) => {
    const { kind, namespace, name } = nameOf(object);
    if (!MADE.includes(kind) || !namespaces.has(namespace) || !isOperators(object)) return false;
    return !users.has(`${namespace}/${name}`) && !landscape.object(kind, namespace, name) && !made.has(liveIdentity(object));
  };
}

function isOperators({ metadata }: JsonObject): boolean {
  const { ownerReferences, labels } = asObject(metadata);
  const owners = asList(ownerReferences).map(asObject);
  if (owners.length > 0) return owners.some(({ apiVersion }) => asText(apiVersion).startsWith('sonataflow.org/'));
  return asObject(labels)['app.kubernetes.io/managed-by'] === 'sonataflow-operator';
}
