import { ApiObject, App, Chart, Include, Testing, YamlOutputType } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ApplicationProperties, Checks, JobsServiceConstruct, Rendering, SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, SonataFlowTesting,
  WorkflowConstruct,
} from '../../../../src/index';
import { definition, messageOf, testChart } from '../../../support';

const APPLICATION_PROPERTIES = { applicationProperties: ApplicationProperties.fromString('a=1\n') };

describe('two objects of one identity', () => {
  test.each<[string, (chart: Chart, platform: SonataFlowPlatformConstruct) => void, string]>([
    ['the ConfigMap of the properties', (chart, platform) => {
      new WorkflowConstruct(platform, 'W', { definition: definition(), ...APPLICATION_PROPERTIES });
      new kplus.ConfigMap(chart, 'Own', { metadata: { name: 'greet-props' } });
    }, '[chart/P/W] SF-OBJECT-TWO: given the ConfigMap "greet-props" of the namespace "orders" 2 times: chart/P/W/ApplicationProperties, chart/Own/Resource'],
    ['a custom resource', (chart) => {
      new ApiObject(chart, 'Own', { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlowPlatform', metadata: { name: 'sonataflow-platform' } });
    }, 'SF-OBJECT-TWO: given the SonataFlowPlatform "sonataflow-platform"'],
    ['cluster platforms in two charts', (chart, platform) => {
      new SonataFlowClusterPlatformConstruct(chart, 'A', { platform });
      new SonataFlowClusterPlatformConstruct(new Chart(chart.node.root as App, 'other', { namespace: 'other' }), 'B', { platform });
    }, 'SF-OBJECT-TWO: given the SonataFlowClusterPlatform "sonataflow-cluster-platform" 2 times: '],
  ])('%s', (_what, make, message) => {
    const chart = testChart('orders');
    make(chart, new SonataFlowPlatformConstruct(chart, 'P'));
    expect(messageOf(() => Testing.synth(chart))).toContain(message);
  });

  test('one that is rendered, also in the first synthesis and in another chart', () => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { rendering: Rendering.kubernetesObjects() });
    const jobs = new JobsServiceConstruct(platform, 'J');
    const other = new Chart(chart.node.root as App, 'other', { namespace: 'orders' });
    new kplus.Service(other, 'Own', { metadata: { name: jobs.serviceName }, ports: [{ port: 80 }] });
    expect(messageOf(() => Testing.synth(other))).toContain('[chart/P] SF-OBJECT-TWO: given the Service "sonataflow-platform-jobs-service" of the namespace "orders" 2 times');
  });

  test('of two workflows of one name it is said once', () => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'P');
    for (const id of ['A', 'B']) new WorkflowConstruct(platform, id, { definition: definition(), ...APPLICATION_PROPERTIES });
    expect(new Set(SonataFlowTesting.findings(chart).map(({ rule }) => rule))).toEqual(new Set(['SF-WORKFLOW-TWO']));
  });

  test('of two constructs whose objects have one name it is said once', () => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { rendering: Rendering.kubernetesObjects() });
    const { serviceName } = new JobsServiceConstruct(platform, 'J');
    new WorkflowConstruct(platform, 'W', { definition: definition(serviceName), podTemplate: { container: { image: 'example.org/jobs:1' } } });
    expect(SonataFlowTesting.findings(chart).filter(({ rule }) => rule === 'SF-OBJECT-TWO').map(({ given }) => given)).toEqual([
      'the ConfigMap "sonataflow-platform-jobs-service-props", the Deployment "sonataflow-platform-jobs-service", '
      + 'the Service "sonataflow-platform-jobs-service" of the namespace "orders" 2 times: chart/P/W, chart/P',
    ]);
  });

  test('of two platforms of one name it is said by their own rule', () => {
    const chart = testChart('orders');
    for (const id of ['A', 'B']) new SonataFlowPlatformConstruct(chart, id);
    expect(new Set(SonataFlowTesting.findings(chart).map(({ rule }) => rule))).toEqual(new Set(['SF-PLATFORM-TWO']));
    const other = testChart('orders');
    for (const id of ['A', 'B']) new SonataFlowPlatformConstruct(other, id, { metadata: { name: 'hub', annotations: { 'sonataflow.org/secondary.platform': 'true' } } });
    expect(new Set(SonataFlowTesting.findings(other).map(({ rule }) => rule))).toEqual(new Set(['SF-OBJECT-TWO']));
  });

  test('nobody can acknowledge them', () => {
    const chart = testChart('orders');
    const workflow = new WorkflowConstruct(new SonataFlowPlatformConstruct(chart, 'P'), 'W', { definition: definition(), ...APPLICATION_PROPERTIES });
    new kplus.ConfigMap(chart, 'Own', { metadata: { name: 'greet-props' } });
    Checks.acknowledge(workflow, 'SF-OBJECT-TWO', 'known');
    expect(SonataFlowTesting.findings(workflow).map(({ rule }) => rule).filter((rule) => /OBJECT|ACKNOWLEDGE/.test(rule))).toEqual(['SF-ACKNOWLEDGE', 'SF-OBJECT-TWO']);
  });

  test('what is not of SonataFlow, or in another namespace, or of another group, is nobody\'s business', () => {
    const chart = testChart('orders');
    new WorkflowConstruct(new SonataFlowPlatformConstruct(chart, 'P'), 'W', { definition: definition(), ...APPLICATION_PROPERTIES });
    for (const id of ['A', 'B']) new kplus.Namespace(chart, id, { metadata: { name: 'orders' } });
    new ApiObject(chart, 'Elsewhere', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'greet-props', namespace: 'elsewhere' } });
    new ApiObject(chart, 'Other', { apiVersion: 'example.org/v1', kind: 'ConfigMap', metadata: { name: 'greet-props' } });
    expect(Testing.synth(chart)).toHaveLength(7);
  });
});

describe('objects of one file', () => {
  function app(yamlOutputType: YamlOutputType, namespaces: readonly string[] = ['dev', 'prod']): Chart {
    const made = Testing.app({ yamlOutputType });
    const [chart] = namespaces.map((namespace) => {
      const there = new Chart(made, namespace, { namespace });
      new JobsServiceConstruct(new SonataFlowPlatformConstruct(there, 'P'), 'J');
      return there;
    });
    return chart;
  }

  test('are lost, so the mode that loses none is named', () => {
    const message = messageOf(() => Testing.synth(app(YamlOutputType.FILE_PER_RESOURCE)));
    expect(message).toContain('SF-OUTPUT-TWO: given YamlOutputType.FILE_PER_RESOURCE, which writes 2 objects to 1 file, '
      + 'such as dev/P/Resource, prod/P/Resource to "SonataFlowPlatform.sonataflow-platform"');
    expect(message).toContain('fix: give the app yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE');
  });

  test('in a folder for each chart too, where a chart has several namespaces', () => {
    const chart = app(YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE);
    expect(Testing.synth(chart)).toHaveLength(1);
    new ApiObject(chart, 'A', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'same' } });
    new ApiObject(chart, 'B', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'same', namespace: 'elsewhere' } });
    expect(messageOf(() => Testing.synth(chart))).toContain('fix: give the app yamlOutputType: YamlOutputType.FILE_PER_CHART');
  });

  test.each([YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_CHART])('never in the mode %s', (mode) => {
    expect(Testing.synth(app(mode))).toHaveLength(1);
  });

  test('there are none in one namespace', () => {
    expect(Testing.synth(app(YamlOutputType.FILE_PER_RESOURCE, ['dev']))).toHaveLength(1);
  });
});

test('an included object is compared with the written ones', () => {
  const chart = testChart('orders');
  new WorkflowConstruct(new SonataFlowPlatformConstruct(chart, 'P'), 'W', { definition: definition() });
  new Include(chart, 'Included', { url: `${__dirname}/included.yaml` });
  expect(messageOf(() => Testing.synth(chart))).toContain('SF-OBJECT-TWO: given the SonataFlow "greet"');
});
