import { ApiObject, ApiObjectMetadata, Chart, JsonPatch, Testing } from 'cdk8s';
import { byIdentity, Case, readCases, readObjects, Release, REVIEWED } from './cases';
import {
  ClusterFacts, OperatorVersion, Rendering, SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, SonataFlowPlatformConstructProps,
  WorkflowConstruct,
} from '../../src';
import { JsonObject } from '../../src/json/json';

/** An object of a case's input. */
export interface CaseObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ApiObjectMetadata & { readonly name: string };
  readonly spec: JsonObject;
}

/** How custom resources become constructs. */
export interface ConstructWriter {
  platform(chart: Chart, id: string, object: CaseObject, common: SonataFlowPlatformConstructProps): SonataFlowPlatformConstruct;
  workflow(chart: Chart, id: string, object: CaseObject): WorkflowConstruct;
  clusterPlatform(chart: Chart, id: string, object: CaseObject, platform: SonataFlowPlatformConstruct): SonataFlowClusterPlatformConstruct;
}

/** What the operator takes over has an owner that a synthesis does not have, and one that it makes up has no construct. */
const MADE_UP_PLATFORM = ['SonataFlowPlatform', 'PersistentVolumeClaim', 'Pod'];

const isOurs = ({ apiVersion }: CaseObject) => apiVersion === 'sonataflow.org/v1alpha08';

/** The constructs of a landscape. */
export interface CaseConstructs {
  readonly charts: readonly Chart[];
  readonly constructs: ReadonlyArray<SonataFlowPlatformConstruct | WorkflowConstruct | SonataFlowClusterPlatformConstruct>;
}

/** Custom resources as constructs, with the rest beside them as it is. */
export function constructsOf(
  { input, flags }: Pick<Case, 'input' | 'flags'>, release: Release, writer: ConstructWriter, rendering: Rendering,
): CaseConstructs {
  const app = Testing.app();
  const charts = new Map<string, Chart>();
  const chartOf = (namespace: string) => {
    const chart = charts.get(namespace) ?? new Chart(app, namespace, { namespace });
    charts.set(namespace, chart);
    return chart;
  };
  const objects = readObjects(input) as CaseObject[];
  const namespaceOf = ({ metadata }: CaseObject) => metadata.namespace ?? 'default';
  const clusterFacts: ClusterFacts = {
    openshift: flags.includes('--openshift'),
    knative: !flags.includes('--no-knative'),
    prometheus: !flags.includes('--no-prometheus'),
    builtImage: 'example.org/{namespace}/{name}:built',
    routeDomain: 'apps.example.org',
  };
  const operatorVersion = OperatorVersion._released(release);
  const common = { rendering, operatorVersion, clusterFacts };
  const ofKind = (kind: string) => objects.filter((object) => isOurs(object) && object.kind === kind);
  const platforms = new Map<string, SonataFlowPlatformConstruct>();
  const others: Array<WorkflowConstruct | SonataFlowClusterPlatformConstruct> = [];

  ofKind('SonataFlowPlatform').forEach((object, i) => {
    const platform = writer.platform(chartOf(namespaceOf(object)), `Platform${i}`, object, common);
    platforms.set(`${namespaceOf(object)}/${object.metadata.name}`, platform);
  });
  ofKind('SonataFlow').forEach((object, i) => {
    const chart = chartOf(namespaceOf(object));
    if (!ofKind('SonataFlowPlatform').some((platform) => namespaceOf(platform) === namespaceOf(object)) && !chart.node.tryFindChild('MadeUp')) {
      new SonataFlowPlatformConstruct(chart, 'MadeUp', common);
    }
    others.push(writer.workflow(chart, `Workflow${i}`, object));
  });
  ofKind('SonataFlowClusterPlatform').forEach((object, i) => {
    const { name, namespace } = object.spec.platformRef as { name: string; namespace: string };
    const platform = platforms.get(`${namespace}/${name}`);
    if (platform) others.push(writer.clusterPlatform(chartOf(namespace), `Cluster${i}`, object, platform));
  });
  objects.filter((object) => !isOurs(object)).forEach((object, i) => {
    const apiObject = new ApiObject(chartOf(namespaceOf(object)), `Object${i}`, { apiVersion: object.apiVersion, kind: object.kind, metadata: object.metadata });
    for (const [field, value] of Object.entries(object)) {
      if (!['apiVersion', 'kind', 'metadata'].includes(field)) apiObject.addJsonPatch(JsonPatch.add(`/${field}`, value));
    }
  });
  return { charts: [...charts.values()], constructs: [...platforms.values(), ...others] };
}

const identities = (objects: readonly unknown[]) => Object.keys(byIdentity(objects));

/** An object without a namespace is in that of its name. */
const placed = (object: CaseObject): CaseObject => ({ ...object, metadata: { namespace: 'default', ...object.metadata } });

function adopts({ input, expected }: Case): boolean {
  const made = new Set(identities(readObjects(expected)));
  return identities((readObjects(input) as CaseObject[]).filter((object) => !isOurs(object)).map(placed)).some((identity) => made.has(identity));
}

/** A test for each case that the operator has no trouble with: its custom resources as constructs render to what the operator made of them. */
export function describeRenderings(
  title: string, writerOf: (release: Release) => ConstructWriter, comparable: (object: CaseObject) => unknown = (object) => object,
): void {
  describe.each(REVIEWED)(`${title}, operator %s`, (release) => {
    const cases = readCases(release).filter((given) => given.outcome === 'ok' && !adopts(given));
    test.each(cases.map((given) => [given.name, given] as const))('%s', (_name, given) => {
      const input = new Set(identities((readObjects(given.input) as CaseObject[]).map(placed)));
      const { charts } = constructsOf(given, release, writerOf(release), Rendering.kubernetesObjects({ corrections: false }));
      const written = charts.flatMap((chart) => Testing.synth(chart) as CaseObject[]);
      const rendered = written.filter((object) => !input.has(identities([object])[0]));
      const compared = (objects: readonly CaseObject[]) => byIdentity(objects.filter(({ kind }) => !MADE_UP_PLATFORM.includes(kind)).map(comparable));
      expect(compared(rendered)).toEqual(compared(readObjects(given.expected) as CaseObject[]));
    });
  });
}
