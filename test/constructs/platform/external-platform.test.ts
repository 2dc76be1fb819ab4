import { ApiObject, App, Chart, Testing } from 'cdk8s';
import {
  DataIndexConstruct, Destination, ExternalPlatformOptions, InheritedPersistence, OperatorVersion, PropertySource, PropertyValue, Rendering,
  SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowConstructProps,
} from '../../../src';
import { brokenRules, definition, messageOf, postgres, testChart } from '../../support';

const fromName = (chart: Chart, options: ExternalPlatformOptions = {}, name = 'hub') =>
  SonataFlowPlatformConstruct.fromPlatformName(chart, 'P', name, options);
const workflowIn = (chart: Chart, props: Partial<WorkflowConstructProps> = {}) =>
  new WorkflowConstruct(chart, 'W', { definition: definition(), ...props });
const kinds = (chart: Chart) => (Testing.synth(chart) as Array<{ kind: string }>).map(({ kind }) => kind);

test('writes nothing, and the workflows of its namespace have a platform', () => {
  const chart = testChart('orders');
  const platform = fromName(chart);
  const workflow = workflowIn(chart);
  expect(kinds(chart)).toEqual(['SonataFlow']);
  expect(workflow.findings).toEqual([]);
  expect([platform.platformName, platform.platformNamespace]).toEqual(['hub', 'orders']);
  expect([platform.jobsServiceUrl, platform.dataIndexUrl]).toEqual([undefined, undefined]);
});

test('in a namespace of its own, workflows of another one are not bound', () => {
  const chart = testChart('orders');
  const platform = fromName(chart, { namespace: 'billing', jobsService: true });
  expect(workflowIn(chart, { platform }).findings.map(({ rule }) => rule).sort()).toEqual(['SF-PLATFORM-NAMESPACE', 'SF-PLATFORM-NONE']);
});

test('its services are wired in', () => {
  const chart = testChart('orders');
  const platform = fromName(chart, { jobsService: true, dataIndex: true });
  const urls = { jobs: 'http://hub-jobs-service.orders', index: 'http://hub-data-index-service.orders' };
  expect([platform.jobsServiceUrl, platform.dataIndexUrl]).toEqual([urls.jobs, urls.index]);
  expect(workflowIn(chart).managedProperties).toContainEqual(expect.objectContaining({
    name: 'mp.messaging.outgoing.kogito-job-service-job-request-events.url', value: `${urls.jobs}/v2/jobs/events`, source: PropertySource.JOBS_SERVICE,
  }));
});

test.each([
  [InheritedPersistence.EXPLICIT, { postgresql: { serviceRef: { name: 'postgres', databaseSchema: 'greet' } } }],
  [InheritedPersistence.EMPTY_OBJECT, {}],
  [InheritedPersistence.ABSENT, undefined],
])('its database is inherited, written as %s', (inheritedPersistence, written) => {
  const chart = testChart('orders');
  fromName(chart, { persistence: postgres(chart), inheritedPersistence });
  workflowIn(chart);
  const { persistence } = SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet').spec as { persistence?: object };
  if (written) expect(persistence).toMatchObject(written);
  else expect(persistence).toBeUndefined();
});

test('its broker, its properties, monitoring and what is written count', () => {
  const chart = testChart('orders');
  fromName(chart, {
    rendering: Rendering.kubernetesObjects(),
    broker: Destination.broker('bus', { namespace: 'events' }),
    properties: { 'acme.region': PropertyValue.fromText('eu') },
    monitoring: true,
  });
  const workflow = workflowIn(chart, { podTemplate: { container: { image: 'example.org/greet:1' } } });
  expect(workflow.managedProperties).toContainEqual(expect.objectContaining({ name: 'acme.region', value: 'eu', source: PropertySource.PLATFORM }));
  expect(SonataFlowTesting.objectNamed(chart, 'SinkBinding', 'greet-sb')).toMatchObject({ spec: { sink: { ref: { name: 'bus', namespace: 'events' } } } });
  expect(kinds(chart)).toContain('ServiceMonitor');
  expect(kinds(chart)).not.toContain('SonataFlow');
});

test('its operator decides about the image tag', () => {
  const chart = testChart('orders');
  fromName(chart, { rendering: Rendering.kubernetesObjects(), operatorVersion: OperatorVersion.custom({ tag: '10.1.7' }) });
  workflowIn(chart, { podTemplate: { container: { image: 'example.org/greet:1' } } });
  expect(SonataFlowTesting.objectNamed(chart, 'Deployment', 'greet')).toMatchObject({ metadata: { labels: { 'app.kubernetes.io/version': '10.1.7' } } });
});

describe('mistakes', () => {
  test('names that Kubernetes refuses', () => {
    expect(brokenRules(() => fromName(testChart(), { namespace: 'a b' }, 'A'))).toEqual(['SF-NAME', 'SF-NAME']);
    expect(brokenRules(() => fromName(testChart(), { inheritedPersistence: 'empty' as InheritedPersistence }))).toEqual(['SF-INHERITED-PERSISTENCE']);
  });

  test('a second platform in its namespace', () => {
    const chart = testChart('orders');
    fromName(chart);
    new SonataFlowPlatformConstruct(new Chart(chart, 'other', { namespace: 'orders' }), 'Own');
    const message = messageOf(() => Testing.synth(chart));
    expect(message).toContain('[chart/P] SF-PLATFORM-TWO');
    expect(message).toContain('[chart/other/Own] SF-PLATFORM-TWO');
  });

  test('a name whose Services would have names that are too long', () => {
    const chart = testChart('orders');
    fromName(chart, { jobsService: true }, 'a'.repeat(60));
    expect(messageOf(() => Testing.synth(chart))).toContain('[chart/P] SF-NAME');
  });
});

describe('one that is named in several places', () => {
  const shared = (chart: Chart, options: ExternalPlatformOptions = {}) => (
    SonataFlowPlatformConstruct.fromPlatformName(chart, 'Shared', 'shared', { namespace: 'services', jobsService: true, ...options })
  );
  const other = (chart: Chart, id: string) => new Chart(chart.node.root as App, id, { namespace: id });

  test('is one platform', () => {
    const chart = testChart('orders');
    for (const there of [chart, other(chart, 'billing')]) {
      fromName(there);
      SonataFlowClusterPlatformConstruct.fromName(there, 'CP', 'cluster', { platform: shared(there) });
      expect(workflowIn(there).managedProperties).toContainEqual(expect.objectContaining({ value: 'http://shared-jobs-service.services/v2/jobs/events' }));
    }
    expect(SonataFlowTesting.findings(chart.node.root)).toEqual([]);
  });

  test('and declared in one is what is declared', () => {
    const chart = testChart('orders');
    const there = other(chart, 'services');
    shared(chart);
    const platform = new SonataFlowPlatformConstruct(there, 'P', { metadata: { name: 'shared' } });
    new DataIndexConstruct(platform, 'D');
    expect(workflowIn(there).platform).toBe(platform);
    expect(SonataFlowTesting.findings(chart.node.root).filter(({ rule }) => rule === 'SF-PLATFORM-TWO')).toEqual([]);
  });

  test('and included in one is what is included', () => {
    const chart = testChart('orders');
    const there = other(chart, 'services');
    shared(chart);
    new ApiObject(there, 'P', { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlowPlatform', metadata: { name: 'shared' }, spec: { services: { dataIndex: {} } } });
    expect(workflowIn(there).platform?.dataIndexUrl).toBe('http://shared-data-index-service.services');
    expect(SonataFlowTesting.findings(chart.node.root).filter(({ rule }) => rule === 'SF-PLATFORM-TWO')).toEqual([]);
  });

  test('and said differently is a mistake', () => {
    const chart = testChart('orders');
    shared(chart);
    shared(other(chart, 'billing'), { jobsService: false });
    expect(messageOf(() => Testing.synth(chart))).toContain('SF-PLATFORM-TWO');
  });
});
