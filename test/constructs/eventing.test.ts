import { ApiObject, Chart, Testing } from 'cdk8s';
import {
  DataIndexConstruct, Destination, JobsServiceConstruct, Rendering, SonataFlowPlatformConstruct, SonataFlowPlatformConstructProps,
  SonataFlowTesting, WorkflowConstruct, WorkflowConstructProps,
} from '../../src';
import { CERTIFICATE, brokenRules, definition, messageOf, testChart } from '../support';

const BROKER = { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker' };
const EVENTS = [{ name: 'paid', type: 'order.paid', kind: 'consumed' }, { name: 'shipped', type: 'order.shipped', kind: 'produced' }];

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string; readonly annotations?: Record<string, string> };
  readonly spec: { readonly [field: string]: unknown };
}

function rendered(chart: Chart, kind: string): Manifest[] {
  return (Testing.synth(chart) as Manifest[]).filter((object) => object.kind === kind);
}

describe('custom resources', () => {
  test('broker of the platform, source and sink of services', () => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { broker: Destination.broker('bus') });
    new DataIndexConstruct(platform, 'D', { source: Destination.broker('index', { namespace: 'events' }) });
    new JobsServiceConstruct(platform, 'J', { source: Destination.broker('jobs'), sink: Destination.uri('http://x.org', { caCerts: CERTIFICATE }) });
    expect(SonataFlowTesting.objectNamed(chart, 'SonataFlowPlatform', 'sonataflow-platform').spec).toEqual({
      eventing: { broker: { ref: { ...BROKER, name: 'bus' } } },
      services: {
        dataIndex: { source: { ref: { ...BROKER, name: 'index', namespace: 'events' } } },
        jobService: { source: { ref: { ...BROKER, name: 'jobs' } }, sink: { uri: 'http://x.org', CACerts: CERTIFICATE } },
      },
    });
  });

  test('sink and sources of a workflow, in whatever order they come', () => {
    const chart = testChart('orders');
    const source = { eventType: 'order.paid', destination: Destination.broker('paid') };
    const workflow = new WorkflowConstruct(chart, 'W', { definition: definition(), sink: Destination.service('out'), sources: [source] });
    workflow.addSource('order.lost', Destination.broker('lost', { namespace: 'events' }));
    expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet').spec).toMatchObject({
      sink: { ref: { apiVersion: 'v1', kind: 'Service', name: 'out' } },
      sources: [
        { eventType: 'order.lost', ref: { ...BROKER, name: 'lost', namespace: 'events' } },
        { eventType: 'order.paid', ref: { ...BROKER, name: 'paid' } },
      ],
    });
  });

  test('mistakes in several sources are told at once', () => {
    const sources = [{ eventType: 5, destination: 'a' }, { eventType: 'b', destination: 'c' }] as never;
    expect(messageOf(() => new WorkflowConstruct(testChart('orders'), 'W', { definition: definition(), sources }))).toMatch(
      /given a number as sources\[0\]\.eventType[^]*given a text as sources\[0\]\.destination[^]*given a text as sources\[1\]\.destination/,
    );
  });

  test('two sources of one event type', () => {
    const source = { eventType: 'order.paid', destination: Destination.broker('paid') };
    const make = (sources: WorkflowConstructProps['sources']) => new WorkflowConstruct(testChart(), 'W', { definition: definition(), sources });
    expect(brokenRules(() => make([source, source]))).toEqual(['SF-EVENT-SOURCE-TWO']);
    expect(brokenRules(() => make([source]).addSource('order.paid', Destination.broker('other')))).toEqual(['SF-EVENT-SOURCE-TWO']);
    expect(brokenRules(() => make([{ ...source, eventType: '' }]))).toEqual(['SF-EVENT-SOURCE-TWO']);
  });
});

describe('Kubernetes objects', () => {
  const rendering = Rendering.kubernetesObjects();
  const make = (chart: Chart, props: SonataFlowPlatformConstructProps, workflow: Partial<WorkflowConstructProps> = {}) => {
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { rendering, ...props });
    new WorkflowConstruct(platform, 'W', {
      definition: definition('greet', { events: EVENTS }), podTemplate: { container: { image: 'example.org/greet:1' } }, ...workflow,
    });
    return platform;
  };
  const brokers = (chart: Chart) => rendered(chart, 'Trigger').map(({ metadata, spec }) => `${metadata.namespace}/${spec.broker}`);

  test('a workflow\'s own source and sink beat the platform\'s broker', () => {
    const chart = testChart('orders');
    const source = { eventType: 'order.paid', destination: Destination.broker('own', { namespace: 'events' }) };
    make(chart, { broker: Destination.broker('bus') }, { sink: Destination.broker('out'), sources: [source] });
    expect(brokers(chart)).toEqual(['events/own']);
    expect(rendered(chart, 'SinkBinding').map(({ spec }) => spec.sink)).toEqual([{ ref: { ...BROKER, name: 'out', namespace: 'orders' } }]);
  });

  test('without them the platform\'s broker counts, in its own namespace or another one', () => {
    const [near, far] = [testChart('orders'), testChart('orders')];
    make(near, { broker: Destination.broker('bus') });
    make(far, { broker: Destination.broker('bus', { namespace: 'events' }) });
    expect(brokers(near)).toEqual(['orders/bus']);
    expect(brokers(far)).toEqual(['events/bus']);
  });

  test('a Jobs Service has its own sink, a Data Index none', () => {
    const chart = testChart('orders');
    const platform = make(chart, { broker: Destination.broker('bus') });
    new JobsServiceConstruct(platform, 'J', { sink: Destination.uri('http://x.org', { audience: 'x' }) });
    new DataIndexConstruct(platform, 'D');
    const sinks = rendered(chart, 'SinkBinding').map(({ metadata: { name }, spec }) => [name, spec.sink]);
    expect(sinks).toContainEqual(['sonataflow-platform-jobs-service-sb', { uri: 'http://x.org', audience: 'x' }]);
    expect(sinks.map(([name]) => name)).not.toContain('sonataflow-platform-data-index-service-sb');
  });

  describe('of a Kafka broker the events that have an order keep it', () => {
    const ORDERED = { 'kafka.eventing.knative.dev/delivery.order': 'ordered' };
    const CLASS = 'eventing.knative.dev/broker.class';
    const ordered = (chart: Chart) => rendered(chart, 'Trigger').filter(({ metadata: { annotations } }) => annotations).map(({ metadata }) => metadata.annotations);

    test.each([['Kafka', 2], ['MTChannelBasedBroker', 0]])('a Broker of the app of the class %s', (brokerClass, count) => {
      const app = Testing.app();
      const bus = new ApiObject(new Chart(app, 'events', { namespace: 'events' }), 'Bus', {
        ...BROKER, metadata: { name: 'bus', annotations: { [CLASS]: brokerClass } },
      });
      const chart = new Chart(app, 'orders', { namespace: 'orders' });
      new DataIndexConstruct(make(chart, { broker: Destination.fromApiObject(bus) }), 'D');
      expect(ordered(chart)).toEqual(Array(count).fill(ORDERED));
    });

    test('by the fact brokerClasses', () => {
      const chart = testChart('orders');
      const platform = make(chart, { broker: Destination.broker('bus'), clusterFacts: { brokerClasses: { 'orders/bus': 'Kafka' } } });
      new JobsServiceConstruct(platform, 'J');
      expect(ordered(chart)).toEqual([ORDERED, ORDERED]);
    });
  });
});
