import { ApiObject, ApiObjectMetadata, Chart, JsonPatch, Testing } from 'cdk8s';
import { byIdentity, Case, describeWithCases, readCases, readObjects, Release, RELEASES } from './cases';
import {
  ClusterFacts, OperatorVersion, Rendering, SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition,
} from '../../src';

/** Custom resources of the cases as constructs, rendered to the letter, are what the operator made of them. */

interface Loaded {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ApiObjectMetadata & { readonly name: string };
  readonly spec: { readonly flow?: Record<string, unknown>; readonly platformRef?: { readonly name: string; readonly namespace: string } };
}

const OPERATORS: Record<Release, OperatorVersion> = { '10.1.0': OperatorVersion.APACHE_10_1_0, '1.x': OperatorVersion.KUBESMARTS_1_X };

/** What the operator takes over has an owner that a synthesis does not have, and one that it makes up has no construct. */
const MADE_UP_PLATFORM = ['SonataFlowPlatform', 'PersistentVolumeClaim', 'Pod'];

function build({ input, flags }: Case, release: Release): Chart[] {
  const app = Testing.app();
  const charts = new Map<string, Chart>();
  const chartOf = (namespace: string) => {
    const chart = charts.get(namespace) ?? new Chart(app, namespace, { namespace });
    charts.set(namespace, chart);
    return chart;
  };
  const objects = readObjects(input) as Loaded[];
  const namespaceOf = ({ metadata }: Loaded) => metadata.namespace ?? 'default';
  const clusterFacts: ClusterFacts = {
    openshift: flags.includes('--openshift'),
    knative: !flags.includes('--no-knative'),
    prometheus: !flags.includes('--no-prometheus'),
    builtImage: 'example.org/{namespace}/{name}:built',
    routeDomain: 'apps.example.org',
  };
  const common = { rendering: Rendering.kubernetesObjects({ corrections: false }), operatorVersion: OPERATORS[release], clusterFacts };
  const ofKind = (kind: string) => objects.filter((object) => object.apiVersion === 'sonataflow.org/v1alpha08' && object.kind === kind);
  const platforms = new Map<string, SonataFlowPlatformConstruct>();

  ofKind('SonataFlowPlatform').forEach((object, i) => {
    const platform = new SonataFlowPlatformConstruct(chartOf(namespaceOf(object)), `Platform${i}`, { ...common, metadata: object.metadata });
    ApiObject.of(platform).addJsonPatch(JsonPatch.replace('/spec', object.spec ?? {}));
    platforms.set(`${namespaceOf(object)}/${object.metadata.name}`, platform);
  });
  ofKind('SonataFlow').forEach((object, i) => {
    const chart = chartOf(namespaceOf(object));
    if (!ofKind('SonataFlowPlatform').some((platform) => namespaceOf(platform) === namespaceOf(object)) && !chart.node.tryFindChild('MadeUp')) {
      new SonataFlowPlatformConstruct(chart, 'MadeUp', common);
    }
    const workflow = new WorkflowConstruct(chart, `Workflow${i}`, {
      definition: WorkflowDefinition.fromObject({ ...object.spec.flow }), metadata: object.metadata,
    });
    ApiObject.of(workflow).addJsonPatch(JsonPatch.replace('/spec', object.spec));
  });
  ofKind('SonataFlowClusterPlatform').forEach((object, i) => {
    const { name, namespace } = object.spec.platformRef!;
    const platform = platforms.get(`${namespace}/${name}`);
    if (!platform) return;
    const cluster = new SonataFlowClusterPlatformConstruct(chartOf(namespace), `Cluster${i}`, { platform, metadata: object.metadata });
    ApiObject.of(cluster).addJsonPatch(JsonPatch.replace('/spec', object.spec));
  });
  objects.filter(({ apiVersion }) => apiVersion !== 'sonataflow.org/v1alpha08').forEach((object, i) => {
    const apiObject = new ApiObject(chartOf(namespaceOf(object)), `Object${i}`, { apiVersion: object.apiVersion, kind: object.kind, metadata: object.metadata });
    for (const [field, value] of Object.entries(object)) {
      if (!['apiVersion', 'kind', 'metadata'].includes(field)) apiObject.addJsonPatch(JsonPatch.add(`/${field}`, value));
    }
  });
  return [...charts.values()];
}

const identities = (objects: readonly unknown[]) => Object.keys(byIdentity(objects));

function adopts({ input, expected }: Case): boolean {
  const made = new Set(identities(readObjects(expected)));
  return identities(readObjects(input).filter((object) => (object as Loaded).apiVersion !== 'sonataflow.org/v1alpha08')
    .map((object) => ({ ...object as Loaded, metadata: { namespace: 'default', ...(object as Loaded).metadata } }))).some((identity) => made.has(identity));
}

describeWithCases.each(RELEASES)('constructs, operator %s', (release) => {
  const cases = readCases(release).filter((given) => given.outcome === 'ok' && !adopts(given));
  test.each(cases.map((given) => [given.name, given] as const))('%s', (_name, given) => {
    const input = new Set(identities(readObjects(given.input).map((object) => ({
      ...object as Loaded, metadata: { namespace: 'default', ...(object as Loaded).metadata },
    }))));
    const written = build(given, release).flatMap((chart) => Testing.synth(chart) as Loaded[]);
    const rendered = written.filter((object) => !input.has(identities([object])[0]));
    const expected = (readObjects(given.expected) as Loaded[]).filter(({ kind }) => !MADE_UP_PLATFORM.includes(kind));
    expect(byIdentity(rendered.filter(({ kind }) => !MADE_UP_PLATFORM.includes(kind)))).toEqual(byIdentity(expected));
  });
});
