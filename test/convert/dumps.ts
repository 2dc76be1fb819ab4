import { objectsOf } from './conversions';
import { manifestsOf, ownersOf } from '../../src/diff/side';
import { JsonObject } from '../../src/json/json';
import { asObject, asText } from '../../src/json/lenient';
import { load } from '../../src/loader/loader';
import { createLandscape, indexObjects } from '../../src/model/landscape';
import { API_VERSION } from '../../src/model/resource';
import { judge } from '../../src/validation/schema';
import { ClusterFacts, resolveClusterFacts } from '../../src/values/operator/cluster-facts';
import { OPERATOR_RELEASES, OperatorRelease } from '../../src/values/operator/operator-releases';
import { writeYaml } from '../../src/yaml/writing';

/** What `kubectl get -o yaml` would print of a cluster to which a text was applied, when the operator has been there. */
export function dumpOf(text: string, release: OperatorRelease, facts: ClusterFacts): string {
  const operator = OPERATOR_RELEASES[release];
  const { resources, objects } = load([{ file: 'input.yaml', text }], { judge: (object) => judge(operator.crds, object) });
  const known = { operator, facts: resolveClusterFacts(operator, facts), corrected: false };
  const landscape = createLandscape({ ...known, resources, objects: indexObjects(objects) });
  const items = new Map(objectsOf(text, release).map((object, i) => [identityOf(object), live(object, i)]));
  for (const owner of ownersOf(landscape)) {
    const manifests = manifestsOf(landscape, owner) as JsonObject[];
    const maker = owner.workflow ?? landscape.platforms(owner.namespace)[0];
    const { kind, metadata } = maker as unknown as JsonObject | undefined ?? manifests.find((made) => made.kind === 'SonataFlowPlatform') ?? {};
    const { namespace, name } = asObject(metadata);
    for (const made of manifests) {
      const isOwned = made.kind !== 'SonataFlowPlatform' && asObject(made.metadata).namespace === namespace;
      items.set(identityOf(made), live(made, items.size, isOwned && [{ apiVersion: API_VERSION, kind, name, uid: `uid-of-${asText(name)}`, controller: true }]));
    }
  }
  return writeYaml({ apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items: [...items.values()] });
}

function identityOf({ apiVersion, kind, metadata }: JsonObject): string {
  const { namespace, name } = asObject(metadata);
  return JSON.stringify([apiVersion, kind, namespace ?? 'default', name]);
}

const FILLED: Readonly<Record<string, JsonObject>> = {
  'apps/v1 Deployment': {
    progressDeadlineSeconds: 600, revisionHistoryLimit: 10, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
  },
  'v1 Service': {
    clusterIP: '10.96.0.1',
    clusterIPs: ['10.96.0.1'],
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
    internalTrafficPolicy: 'Cluster',
    sessionAffinity: 'None',
    type: 'ClusterIP',
  },
};

/** With what the API server and controllers write. */
function live(object: JsonObject, i: number, ownerReferences: JsonObject[] | false = false): JsonObject {
  return {
    ...object,
    metadata: {
      ...asObject(object.metadata),
      creationTimestamp: '2026-05-11T08:00:00Z',
      generation: 2,
      resourceVersion: String(1000 + i),
      uid: `0000-${i}`,
      managedFields: [{ manager: 'manager', operation: 'Update', fieldsType: 'FieldsV1', fieldsV1: { 'f:spec': {} } }],
      ...ownerReferences && { ownerReferences },
    },
    ...object.spec !== undefined && { spec: { ...FILLED[`${asText(object.apiVersion)} ${asText(object.kind)}`], ...asObject(object.spec) } },
    ...String(object.kind).startsWith('SonataFlow') && { status: { observedGeneration: 2, conditions: [] } },
  };
}
