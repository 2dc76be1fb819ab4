import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, JsonPatch, Testing, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ApplicationProperties, Rendering, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowProfile, WorkflowResources,
} from '../../../src';
import { readYaml } from '../../../src/yaml/yaml';
import { definition, messageOf, testChart } from '../../support';

const spec = (name = 'pay.yaml', text = 'openapi: 3.0.3\n') => WorkflowResources.fromString(name, text, { workflowPath: 'specs' });

function workflowIn(chart: Chart, resources?: WorkflowResources[]): WorkflowConstruct {
  return new WorkflowConstruct(chart, 'W', { definition: definition(), resources });
}

test('ConfigMaps come before the custom resource that names them', () => {
  const chart = testChart('orders');
  new WorkflowConstruct(chart, 'W', { definition: definition(), resources: [spec()], applicationProperties: ApplicationProperties.fromString('a=b') });
  expect(Testing.synth(chart).map(({ kind, metadata: { name, namespace } }) => [kind, name, namespace])).toEqual([
    ['ConfigMap', 'greet-props', 'orders'], ['ConfigMap', 'greet.resources.specs', 'orders'], ['SonataFlow', 'greet', 'orders'],
  ]);
  expect(SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'greet.resources.specs')).toMatchObject({ data: { 'pay.yaml': 'openapi: 3.0.3\n' } });
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet').spec)
    .toMatchObject({ resources: { configMaps: [{ configMap: { name: 'greet.resources.specs' }, workflowPath: 'specs' }] } });
});

test('without resources nothing is said of them', () => {
  const chart = testChart();
  workflowIn(chart, []);
  expect(Testing.synth(chart).map(({ kind, spec: written }) => [kind, Object.keys(written)])).toEqual([['SonataFlow', ['flow']]]);
});

test('resources added later give the same documents, in whatever order', () => {
  const written = (before: string[], later: string[]) => {
    const chart = testChart();
    const workflow = workflowIn(chart, before.map((name) => spec(name)));
    for (const name of later) workflow.addResources(spec(name, name === 'large' ? 'x'.repeat(240_000) : undefined));
    return Testing.synth(chart).map((object) => Yaml.stringify(object)).sort();
  };
  expect(written(['a'], ['b', 'c'])).toEqual(written(['a', 'b', 'c'], []));
  expect(written([], ['large', 'c', 'a'])).toEqual(written(['c'], ['a', 'large']));
});

test('a ConfigMap that is written elsewhere', () => {
  const chart = testChart();
  const shared = kplus.ConfigMap.fromConfigMapName(chart, 'Shared', 'shared-schemas');
  workflowIn(chart, [WorkflowResources.fromConfigMap(shared, { workflowPath: 'schemas' }), WorkflowResources.fromConfigMap(shared)]);
  expect(Testing.synth(chart)).toHaveLength(1);
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet').spec).toMatchObject({
    resources: { configMaps: [{ configMap: { name: 'shared-schemas' } }, { configMap: { name: 'shared-schemas' }, workflowPath: 'schemas' }] },
  });
});

test('what is wrong only together stops the synth', () => {
  const chart = testChart();
  workflowIn(chart, [spec(), spec()]);
  expect(messageOf(() => Testing.synth(chart))).toContain('SF-RESOURCES-CONFLICT: given 2 files at "specs/pay.yaml"');
});

test('a patch of a ConfigMap takes effect', () => {
  const chart = testChart();
  const [configMap] = workflowIn(chart, [spec()]).configMaps;
  ApiObject.of(configMap).addJsonPatch(JsonPatch.add('/immutable', true));
  expect(SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'greet.resources.specs')).toMatchObject({ immutable: true });
});

test('text survives to the last character', () => {
  const chart = testChart();
  const text = '\ufeff# ä\r\n\tkey: "|" \u0085\u2028\u0000\n\n  \n';
  workflowIn(chart, [spec('odd.txt', text)]);
  const { documents } = readYaml(Yaml.stringify(SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'greet.resources.specs')), 'here');
  expect(documents[0].object).toMatchObject({ data: { 'odd.txt': text } });
});

test('a file that is no text is there in base64', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'resources-')), 'logo.png');
  writeFileSync(file, Buffer.from([0x89, 0x50, 0xff]));
  const chart = testChart();
  workflowIn(chart, [WorkflowResources.fromFile(file)]);
  const { data, binaryData } = SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'greet.resources');
  expect([data, binaryData]).toEqual([undefined, { 'logo.png': 'iVD/' }]);
});

describe('rendered as Kubernetes objects', () => {
  const rendered = (profile: WorkflowProfile) => {
    const chart = testChart('orders');
    new SonataFlowPlatformConstruct(chart, 'P', { rendering: Rendering.kubernetesObjects() });
    new WorkflowConstruct(chart, 'W', {
      definition: definition(),
      profile,
      resources: [spec(), WorkflowResources.fromString('sub.sw.yaml', 'id: sub')],
      podTemplate: { container: { image: 'example.org/greet:1' } },
    });
    return chart;
  };
  const deployment = (chart: Chart) => JSON.stringify(SonataFlowTesting.objectNamed(chart, 'Deployment', 'greet'));

  test('they are mounted in development', () => {
    const chart = rendered(WorkflowProfile.DEV);
    expect(SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'greet.resources')).toMatchObject({ data: { 'sub.sw.yaml': 'id: sub' } });
    expect(deployment(chart)).toContain('{"configMap":{"name":"greet.resources"}}');
    expect(deployment(chart)).toContain('{"configMap":{"name":"greet.resources.specs"}}');
    expect(deployment(chart)).toContain('/home/kogito/serverless-workflow-project/src/main/resources/specs"');
  });

  test('and not even written where an image is given, which has them', () => {
    const chart = rendered(WorkflowProfile.GITOPS);
    expect(deployment(chart)).not.toContain('resources.specs');
    expect(JSON.stringify(Testing.synth(chart))).not.toContain('greet.resources');
  });
});
