import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Include, JsonPatch, YamlOutputType } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { parseAllDocuments } from 'yaml';
import { Checks, Rendering, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowDefinition } from '../../src';

/** Each way in which cdk8s is used with each other, in every output mode. */

interface Written {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Record<string, string> };
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
  readonly expected: (objects: readonly Written[], rendering: Rendering) => void;
}

const INCLUDED = join(__dirname, '..', 'constructs', 'app', 'included.yaml');

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
];

const MODES = Object.values(YamlOutputType).filter((mode): mode is YamlOutputType => typeof mode === 'number');
const RENDERINGS: ReadonlyArray<[string, Rendering]> = [
  ['custom resources', Rendering.customResources()], ['Kubernetes objects', Rendering.kubernetesObjects()],
];
const CASES = PLATFORMS.flatMap(([platform, make]) => RENDERINGS.flatMap(([rendered, rendering]) => WAYS.flatMap((way) => (
  MODES.map((mode) => ({ ...way, name: `${platform}, ${rendered}, ${way.name}, ${YamlOutputType[mode]}`, make, rendering, mode }))
))));

test.each(CASES)('$name', ({ make, rendering, use, expected, mode }) => {
  const outdir = mkdtempSync(join(tmpdir(), 'seams-'));
  const app = new App({ outdir, yamlOutputType: mode });
  use(new TwoNamespaces(app, (chart) => make(chart, rendering)));
  if (mode === YamlOutputType.FILE_PER_RESOURCE) {
    expect(() => app.synth()).toThrow('SF-OUTPUT-TWO');
    return;
  }
  app.synth();
  const files = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml')).sort();
  const objects = files.flatMap((file) => parseAllDocuments(readFileSync(join(outdir, file), 'utf8')).map((document) => document.toJS() as Written));
  expect(objects.length).toBeGreaterThan(1);
  expected(objects, rendering);
  expect(SonataFlowTesting.findings(app).filter(({ severity }) => severity === 'error')).toEqual([]);
});
