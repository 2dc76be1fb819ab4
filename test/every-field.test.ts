import { ApiObject, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { IConstruct } from 'constructs';
import { FIELDS_AFTER_KUBERNETES_1_28 } from './fields-after-kubernetes-1-28';
import { leaves, leavesOf, schemaSample } from './schema-paths';
import { structSample } from './struct-sample';
import { credentials, definition, postgres, testChart } from './support';
import type { CrdVersion } from '../imports/schemas/crds';
import {
  ClusterPlatformCapabilities, DataIndexConstruct, DbMigrationStrategy, Destination, JobsServiceConstruct,
  JobsServiceConstructProps, OperatorVersion, PodDisruptionBudget, PostgreSql, PropertyValue, Rendering, ServicePersistence,
  SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, SonataFlowPlatformConstructProps, WorkflowConstruct, WorkflowConstructProps,
  WorkflowDefinition, WorkflowPersistence, WorkflowResources,
} from '../src';
import { JsonObject, valueAt } from '../src/json/json';
import { onceForEach } from '../src/json/once';
import { CRD_VERSIONS, crdOf, Kind, KINDS } from '../src/validation/crds';
import { Crd, schemaAt } from '../src/validation/structural-schema';
import { OPERATOR_RELEASE_NAMES, OPERATOR_RELEASES } from '../src/values/operator/operator-releases';

const other = testChart('orders');
const byUrl = PostgreSql.fromJdbcUrl('jdbc:postgresql://h/db', { credentials: credentials(other) });
const byService = postgres(other, { namespace: 'data' });
const withSchema = postgres(other, { namespace: 'data', databaseSchema: 'own' });
const dbMigrationStrategy = DbMigrationStrategy.JOB;
const maxUnavailable = PodDisruptionBudget.maxUnavailable(kplus.k8s.IntOrString.fromNumber(1));

const anywhere = Destination.ref({ ...structSample('DestinationRefOptions'), kind: 'Channel', name: 'events', uri: '/orders' });
const configMap = kplus.ConfigMap.fromConfigMapName(other, 'ConfigMap', 'settings');

/** Props that between them say everything that props can say. */
const PLATFORMS: SonataFlowPlatformConstructProps[] = [
  {
    persistence: byService,
    broker: anywhere,
    monitoring: true,
    devModeBaseImage: 'example.org/dev:1',
    properties: {
      a: PropertyValue.fromText('b'),
      c: PropertyValue.fromSecret(credentials(other).secret, 'key', { optional: true }),
      d: PropertyValue.fromConfigMap(configMap, 'key', { optional: true }),
    },
    buildConfig: structSample('BuildConfigOptions'),
    buildTemplate: structSample('BuildTemplateOptions'),
  },
  { persistence: byUrl },
];
const SERVICES: JobsServiceConstructProps[] = [
  {
    enabled: true,
    podTemplate: structSample('PodTemplate'),
    persistence: ServicePersistence.postgreSql(withSchema, { dbMigrationStrategy }),
    source: anywhere,
    sink: anywhere,
  },
  { podTemplate: { podDisruptionBudget: maxUnavailable }, persistence: ServicePersistence.postgreSql(byUrl, { dbMigrationStrategy }) },
];
const WORKFLOWS: Array<Partial<WorkflowConstructProps>> = [
  {
    podTemplate: structSample('WorkflowPodTemplate'),
    persistence: WorkflowPersistence.postgreSql(withSchema, { dbMigrationStrategy }),
    sink: anywhere,
    sources: [{ eventType: 'a', destination: anywhere }],
    resources: [WorkflowResources.fromString('a.yaml', '', { workflowPath: 'specs' })],
  },
  { podTemplate: { podDisruptionBudget: maxUnavailable }, persistence: WorkflowPersistence.postgreSql(byUrl) },
];

/** The custom resources of all of them. */
function customResources(crds: CrdVersion): JsonObject[] {
  const chart = testChart('orders');
  const operatorVersion = OperatorVersion._released(OPERATOR_RELEASE_NAMES.find((release) => OPERATOR_RELEASES[release].crds === crds)!);
  const flow = schemaSample(crdOf(crds, 'SonataFlow').schema.properties!.spec.properties!.flow) as JsonObject;
  const platforms = PLATFORMS.map((props, i) => new SonataFlowPlatformConstruct(chart, `Platform${i}`, { operatorVersion, ...props }));
  platforms.forEach((platform, i) => {
    new DataIndexConstruct(platform, 'DataIndex', SERVICES[i]);
    new JobsServiceConstruct(platform, 'JobsService', SERVICES[i]);
  });
  const constructs: IConstruct[] = [
    ...platforms,
    new SonataFlowClusterPlatformConstruct(chart, 'Cluster', { platform: platforms[0], capabilities: ClusterPlatformCapabilities.services() }),
    ...WORKFLOWS.map((props, i) => new WorkflowConstruct(chart, `Workflow${i}`, { definition: WorkflowDefinition.fromObject({ id: 'greet', ...flow }), ...props })),
  ];
  return constructs.map((construct) => ApiObject.of(construct).toJson() as JsonObject);
}

describe.each(CRD_VERSIONS)('CRDs of %s', (crds) => {
  const written = customResources(crds);

  test.each(KINDS)('%s: props say all but what is newer than Kubernetes 1.28', (kind) => {
    const { spec } = crdOf(crds, kind).schema.properties!;
    const reached = new Set(written.filter((object) => object.kind === kind).flatMap((object) => leavesOf(object.spec, spec)));
    const unreachable = leaves(spec).filter((leaf) => !reached.has(leaf));
    expect(unreachable.sort()).toEqual(Object.keys(FIELDS_AFTER_KUBERNETES_1_28[kind]).sort());
  });
});

describe('a JSON patch says what is newer', () => {
  const cases = (['SonataFlowPlatform', 'SonataFlow'] as const)
    .flatMap((kind) => Object.keys(FIELDS_AFTER_KUBERNETES_1_28[kind]).map((path) => ({ kind, path })));

  /** What becomes of a platform with services and a workflow, one of them with all that the schema knows of a field. */
  const patchedWith = onceForEach(({ kind, schema }: Crd, field) => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'Platform', { rendering: Rendering.kubernetesObjects(), buildTemplate: {} });
    const podTemplate = { container: { image: 'example.org/greet:1' } };
    new DataIndexConstruct(platform, 'DataIndex', { podTemplate });
    new JobsServiceConstruct(platform, 'JobsService', { podTemplate });
    const workflow = new WorkflowConstruct(platform, 'Workflow', { definition: definition(), podTemplate });
    const construct = kind === 'SonataFlow' ? workflow : platform;
    const steps = field.split('.');
    ApiObject.of(construct).addJsonPatch(JsonPatch.add(`/spec/${steps.join('/')}`, schemaSample(schemaAt(schema, ['spec', ...steps])!)));
    return {
      written: leavesOf((ApiObject.of(construct).toJson() as JsonObject).spec, schema.properties!.spec),
      findings: construct.findings,
      pods: construct.objects.map((object) => valueAt(object.toJson() as JsonObject, ['spec', 'template', 'spec'])),
    };
  });

  /** The field below what is there already, with which a path is written. */
  function patched(kind: Kind, path: string) {
    const [, field] = /^((?:build\.template|(?:.*\.)?podTemplate(?:\.container)?)\.\w+)/.exec(path)!;
    return patchedWith(crdOf('10.1.0', kind), field);
  }

  test.each(cases)('$kind $path', ({ kind, path }) => {
    const { written, findings } = patched(kind, path);
    expect(written).toContain(path);
    expect(findings.filter(({ rule }) => rule === 'SF-SCHEMA')).toEqual([]);
  });

  test.each(cases.filter(({ path }) => path.includes('podTemplate.')))('$kind $path in the Deployment', ({ kind, path }) => {
    const [owner, inPod] = path.split(/\.?podTemplate\./);
    const schema = schemaAt(crdOf('10.1.0', kind).schema, ['spec', ...owner.split('.').filter(Boolean), 'podTemplate'])!;
    const written = patched(kind, path).pods.flatMap((pod) => pod === undefined ? [] : leavesOf(pod, schema));
    expect(written).toContain(inPod.replace(/^container\./, 'containers[].'));
  });
});
