import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import {
  DataIndexConstruct, JobsServiceConstruct, Rendering, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct,
} from '../../src';
import { definition, postgres } from '../support';

interface Written {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Record<string, string>; readonly annotations?: Record<string, string> };
  readonly spec?: {
    readonly selector?: unknown;
    readonly template?: { readonly metadata?: { readonly labels?: Record<string, string>; readonly annotations?: Record<string, string> } };
  };
}

const IMAGE = { podTemplate: { container: { image: 'example.org/greet:1' } } };

function app({ corrections, labels }: { corrections?: boolean; labels?: Record<string, string> } = {}) {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'orders', labels });
  const platform = new SonataFlowPlatformConstruct(chart, 'P', { rendering: Rendering.kubernetesObjects({ corrections }), persistence: postgres(chart) });
  const jobs = new JobsServiceConstruct(platform, 'J');
  new DataIndexConstruct(platform, 'D');
  const workflow = new WorkflowConstruct(platform, 'W', { definition: definition(), ...IMAGE });
  return { chart, platform, jobs, workflow };
}

const written = (chart: Chart) => Testing.synth(chart) as Written[];
const selectors = (objects: readonly Written[]) => JSON.stringify(objects.map(({ spec }) => spec?.selector));

test('what is given to a custom resource reaches all that is written in its place, and its pods', () => {
  const { chart, platform, workflow } = app();
  for (const construct of [platform, workflow]) {
    ApiObject.of(construct).metadata.addLabel('team', 'loans');
    ApiObject.of(construct).metadata.addAnnotation('example.org/owner', 'loans');
  }
  const objects = written(chart);
  expect(objects.length).toBeGreaterThan(9);
  for (const { metadata, spec } of objects) {
    expect(metadata).toMatchObject({ labels: { team: 'loans' }, annotations: { 'example.org/owner': 'loans' } });
    if (spec?.template) expect(spec.template.metadata).toMatchObject({ labels: { team: 'loans' }, annotations: { 'example.org/owner': 'loans' } });
  }
  expect(selectors(objects)).not.toContain('team');
});

test('labels of a chart reach all, those of the operator stay, and no selector has them', () => {
  const objects = written(app({ labels: { 'team': 'loans', 'app': 'shop', 'app.kubernetes.io/managed-by': 'cdk8s' } }).chart);
  for (const { metadata: { labels } } of objects) expect(labels).toMatchObject({ team: 'loans' });
  expect(selectors(objects)).toBe(selectors(written(app().chart)));
  const deployment = objects.find(({ kind, metadata: { name } }) => kind === 'Deployment' && name === 'greet')!;
  expect(deployment.metadata.labels).toMatchObject({ app: 'greet' });
});

test('one object gets what is given to it alone', () => {
  const { chart, jobs } = app();
  const deployment = jobs.objects.find(({ kind }) => kind === 'Deployment')!;
  deployment.metadata.addLabel('tier', 'backend');
  deployment.metadata.addAnnotation('example.org/note', 'kept');
  deployment.metadata.addFinalizers('example.org/finalizer');
  deployment.addJsonPatch(JsonPatch.add('/metadata/labels/patched', 'last'));
  const { metadata, spec } = SonataFlowTesting.objectNamed(chart, 'Deployment', jobs.serviceName) as unknown as Written;
  expect(metadata).toMatchObject({ labels: { tier: 'backend', patched: 'last' }, annotations: { 'example.org/note': 'kept' }, finalizers: ['example.org/finalizer'] });
  expect(spec?.template?.metadata).toMatchObject({ labels: { tier: 'backend' }, annotations: { 'example.org/note': 'kept' } });
  expect(JSON.stringify(spec?.selector)).not.toContain('tier');
  expect(written(chart).filter(({ metadata: { labels } }) => labels?.tier)).toHaveLength(1);
});

test('the sync waves of Argo CD order the objects, and no pod is made anew for them', () => {
  const { chart, platform, workflow } = app();
  ApiObject.of(platform).metadata.addAnnotation('argocd.argoproj.io/sync-wave', '1');
  ApiObject.of(workflow).metadata.addAnnotation('argocd.argoproj.io/sync-wave', '2');
  const waves = (names: (name: string) => boolean) => new Set(written(chart).filter(({ metadata: { name } }) => names(name))
    .map(({ metadata: { annotations } }) => annotations?.['argocd.argoproj.io/sync-wave']));
  expect(waves((name) => name.startsWith('greet'))).toEqual(new Set(['2']));
  expect(waves((name) => !name.startsWith('greet'))).toEqual(new Set(['1']));
  expect(JSON.stringify(written(chart).map(({ spec }) => spec?.template))).not.toContain('argocd');
});

test('what says something of the custom resource alone stays there', () => {
  const { chart, workflow } = app();
  ApiObject.of(workflow).metadata.addAnnotation('sonataflow.org/description', 'greets');
  ApiObject.of(workflow).metadata.addAnnotation('kubectl.kubernetes.io/last-applied-configuration', '{}');
  expect(JSON.stringify(written(chart).map(({ metadata }) => metadata))).not.toMatch(/description|last-applied/);
});

describe('to the letter', () => {
  test('everything stays as the operator makes it, and what is given is found', () => {
    const expected = written(app({ corrections: false }).chart);
    const { chart, platform, jobs, workflow } = app({ corrections: false });
    expect(SonataFlowTesting.findings(chart).filter(({ rule }) => rule === 'SF-LABEL-IGNORED')).toEqual([]);
    ApiObject.of(platform).metadata.addLabel('team', 'loans');
    ApiObject.of(workflow).metadata.addAnnotation('argocd.argoproj.io/sync-wave', '2');
    jobs.objects[0].metadata.addLabel('tier', 'backend');
    expect(written(chart)).toEqual(expected);
    expect(SonataFlowTesting.findings(chart).filter(({ rule }) => rule === 'SF-LABEL-IGNORED').map(({ where, given }) => `${where}: ${given}`).sort()).toEqual([
      'chart/P/W: argocd.argoproj.io/sync-wave on the SonataFlow greet',
      'chart/P: team on the SonataFlowPlatform sonataflow-platform',
      `chart/P: tier on the ${jobs.objects[0].kind} ${jobs.objects[0].name}`,
    ].sort());
  });
});

test('a patch that does not fit says whose it is', () => {
  const { chart, workflow } = app();
  Testing.synth(chart);
  const [object] = workflow.objects;
  object!.addJsonPatch(JsonPatch.replace('/nothing/there', 1));
  expect(() => Testing.synth(chart)).toThrow(`Failed serializing construct at path '${object!.node.path}'`);
});
