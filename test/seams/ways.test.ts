import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, Include, JsonPatch, YamlOutputType } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Checks, Rendering, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowDefinition } from '../../src';
import { inFolder, platform } from '../cli/files';
import { yamlObjects } from '../yaml-objects';

/** Each way in which cdk8s is used with each other, in every output mode. */

interface Written {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Record<string, string> };
  readonly data?: object;
  readonly spec?: { readonly podTemplate?: { readonly replicas?: number }; readonly replicas?: number };
}

const FLOW = {
  id: 'waits',
  version: '1.0',
  start: 'W',
  events: [{ name: 'paid', type: 'paid', kind: 'consumed', source: 's' }],
  states: [{ name: 'W', type: 'event', onEvents: [{ eventRefs: ['paid'], actions: [] }], end: true }],
};

/** An app with two namespaces that have the same names. */
class TwoNamespaces {
  readonly workflows: WorkflowConstruct[];
  readonly charts: Chart[];

  constructor(readonly app: App, makePlatform: (chart: Chart) => void) {
    this.charts = ['a', 'b'].map((namespace) => new Chart(app, namespace, { namespace, labels: { team: 'loans' } }));
    this.charts.forEach(makePlatform);
    this.workflows = this.charts.map((chart) => new WorkflowConstruct(chart, 'W', {
      definition: WorkflowDefinition.fromObject(FLOW), podTemplate: { container: { image: 'example.org/waits:1' } },
    }));
  }
}

interface Way {
  readonly name: string;
  readonly use: (two: TwoNamespaces) => void;
  /** What lies beside the app. */
  readonly files?: Readonly<Record<string, string>>;
  readonly expected: (objects: readonly Written[], rendering: Rendering) => void;
}

const CLUSTER_PLATFORM = `apiVersion: sonataflow.org/v1alpha08
kind: SonataFlowClusterPlatform
metadata: {name: cluster}
spec: {platformRef: {name: hub, namespace: hub}}
`;
const INCLUDED = join(__dirname, '..', 'constructs', 'app', 'objects', 'included.yaml');

const PLATFORMS: ReadonlyArray<[string, (chart: Chart, rendering: Rendering) => void]> = [
  ['a declared platform', (chart, rendering) => { new SonataFlowPlatformConstruct(chart, 'P', { rendering }); }],
  ['an external platform', (chart, rendering) => { SonataFlowPlatformConstruct.fromPlatformName(chart, 'P', 'hub', { rendering }); }],
];

const WAYS: readonly Way[] = [
  {
    name: 'patched',
    use: ({ workflows }) => workflows.forEach((workflow) => ApiObject.of(workflow).addJsonPatch(JsonPatch.add('/spec/podTemplate/replicas', 3))),
    expected: (objects, rendering) => {
      const kind = rendering._kubernetesObjects ? 'Deployment' : 'SonataFlow';
      const found = objects.filter((object) => object.kind === kind && object.metadata.name === 'waits');
      expect(found.map(({ spec }) => spec?.podTemplate?.replicas ?? spec?.replicas)).toEqual([3, 3]);
    },
  },
  {
    name: 'labelled',
    use: ({ charts }) => charts.forEach((chart) => new kplus.ConfigMap(chart, 'Beside', { metadata: { name: 'beside' } })),
    expected: (objects) => {
      expect(objects.filter(({ metadata: { labels } }) => labels?.team !== 'loans').map(({ kind, metadata: { name } }) => `${kind} ${name}`)).toEqual([]);
    },
  },
  {
    name: 'with an included workflow',
    use: ({ charts }) => charts.forEach((chart) => new Include(chart, 'I', { url: INCLUDED })),
    expected: (objects) => {
      expect(objects.filter(({ kind, metadata: { name } }) => kind === 'SonataFlow' && name === 'greet')).toHaveLength(2);
    },
  },
  {
    name: 'acknowledged and strict',
    use: ({ app }) => {
      Checks.acknowledge(app, 'SF-EVENT-NO-BROKER', 'brokers come later');
      Checks.strict(app);
    },
    expected: () => undefined,
  },
  {
    name: 'configured, with what is in the cluster',
    use: () => undefined,
    files: {
      '.sonataflowrc': 'operator: 1.x\nstrict: true\nclusterFacts: cluster.yaml\nacknowledgements: [{rule: SF-EVENT-NO-BROKER, reason: later}]\n',
      'cluster.yaml': `${CLUSTER_PLATFORM}---\n${platform('hub', '{services: {jobService: {}}}')}`,
    },
    expected: (objects, rendering) => {
      if (!rendering._kubernetesObjects) return;
      const labels = objects.filter(({ kind }) => kind === 'Deployment').map((object) => object.metadata.labels?.['app.kubernetes.io/version']);
      expect(labels.length).toBeGreaterThanOrEqual(2);
      expect(new Set(labels)).toEqual(new Set(['main']));
      const properties = objects.filter(({ kind, metadata: { name } }) => kind === 'ConfigMap' && name === 'waits-managed-props');
      expect(JSON.stringify(properties.map(({ data }) => data)).match(/kogito\.jobs-service\.url = http:\/\/hub-jobs-service\.hub/g)).toHaveLength(2);
    },
  },
];

const MODES = Object.values(YamlOutputType).filter((mode): mode is YamlOutputType => typeof mode === 'number');
const RENDERINGS: ReadonlyArray<[string, Rendering]> = [
  ['custom resources', Rendering.customResources()], ['Kubernetes objects', Rendering.kubernetesObjects()],
];
const CASES = PLATFORMS.flatMap(([platformed, make]) => RENDERINGS.flatMap(([rendered, rendering]) => WAYS.flatMap((way) => (
  MODES.map((mode) => ({ ...way, name: `${platformed}, ${rendered}, ${way.name}, ${YamlOutputType[mode]}`, make, rendering, mode }))
))));

test.each(CASES)('$name', ({ make, rendering, use, files: beside = {}, expected, mode }) => inFolder(beside, (folder) => {
  const outdir = join(folder, 'dist');
  const app = new App({ outdir, yamlOutputType: mode });
  use(new TwoNamespaces(app, (chart) => make(chart, rendering)));
  if (mode === YamlOutputType.FILE_PER_RESOURCE) {
    expect(() => app.synth()).toThrow('SF-OUTPUT-TWO');
    return;
  }
  app.synth();
  const files = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml')).sort();
  const objects = files.flatMap((file) => yamlObjects(readFileSync(join(outdir, file), 'utf8')) as Written[]);
  expect(objects.length).toBeGreaterThan(1);
  expected(objects, rendering);
  expect(SonataFlowTesting.findings(app).filter(({ severity }) => severity === 'error')).toEqual([]);
}));
