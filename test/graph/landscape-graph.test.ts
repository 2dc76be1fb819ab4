import { Testing } from 'cdk8s';
import { landscapeOf } from '../landscapes';
import { manyWorkflows } from './many-workflows';
import { OrderProcessingChart } from '../../examples/order-processing/chart';
import { findingsByResource } from '../../src/checks/run';
import { Graph } from '../../src/graph/graph';
import { landscapeGraph, NOT_CONSUMED, NOT_PRODUCED } from '../../src/graph/landscape-graph';
import { JsonObject } from '../../src/json/json';
import { asObject } from '../../src/json/lenient';
import { landscapeManifests } from '../../src/manifests/landscape-manifests';
import { workflowExplanation } from '../../src/manifests/workflow/workflow-explanation';
import { Landscape } from '../../src/model/landscape';
import { workflowModel } from '../../src/model/workflow';

const orders = landscapeOf(Testing.synth(new OrderProcessingChart(Testing.app(), 'orders', { namespace: 'orders' })) as JsonObject[], {}, { corrected: false });
const resource = (kind: string, name: string, namespace: string, spec: JsonObject, annotations: JsonObject = {}): JsonObject => (
  { apiVersion: 'sonataflow.org/v1alpha08', kind, metadata: { name, namespace, annotations }, spec }
);
const flow = (parts: JsonObject, actions: JsonObject[] = []): JsonObject => ({ flow: { start: 'A', states: [{ name: 'A', type: 'operation', actions, end: true }], ...parts } });
const sentences = ({ edges }: Graph) => edges.map(({ from, kind, to, label, said }) => `${from} ${kind} ${to}${label === undefined ? '' : ` (${label})`} by ${said}`);

test('the edges of a small landscape, one by one', () => {
  const landscape = landscapeOf([
    resource('SonataFlowClusterPlatform', 'cluster', '', { platformRef: { name: 'p', namespace: 'shared' }, capabilities: { workflows: ['services'] } }),
    resource('SonataFlowPlatform', 'p', 'shared', {
      services: { dataIndex: { persistence: { postgresql: { secretRef: { name: 's' }, jdbcUrl: 'jdbc:postgresql://me:secret@db.example.org/x?currentSchema=di' } } } },
    }),
    resource('SonataFlowPlatform', 'q', 'team', {
      persistence: { postgresql: { secretRef: { name: 's' }, serviceRef: { name: 'pg' } } },
      eventing: { broker: { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'events' } } },
    }),
    resource('SonataFlow', 'a', 'team', flow({
      events: [{ name: 'in', type: 'x.in', kind: 'consumed' }, { name: 'out', type: 'x.out', kind: 'produced' }],
      functions: [
        { name: 'f', operation: 'specs/s.yaml#op' }, { name: 'k', type: 'custom', operation: 'knative:services.v1.serving.knative.dev/team/b?path=/' },
        { name: 'r', type: 'custom', operation: 'rest:get:https://user:pw@api.example.org/v1/x?key=secret' }, { name: 'unused', operation: 'specs/other.yaml#op' },
      ],
    }, [{ functionRef: 'f' }, { functionRef: 'k' }, { functionRef: 'r' }, { subFlowRef: 'sub' }])),
    resource('SonataFlow', 'b', 'team', { sink: { uri: 'http://sink.example.org?token=secret' }, persistence: {}, podTemplate: { container: { image: 'x/y:1' } }, ...flow({}) }),
  ]);
  const database = 'database pg.team:5432/sonataflow';
  expect(sentences(landscapeGraph(landscape))).toEqual([
    'service http://p-data-index-service.shared stores schema di in database …@db.example.org/x by spec.services.dataIndex.persistence.postgresql',
    'schema di in database …@db.example.org/x isIn database …@db.example.org/x by spec.services.dataIndex.persistence.postgresql',
    'platform shared/p deploys service http://p-data-index-service.shared by spec.services.dataIndex',
    `platform team/q provides ${database} by spec.persistence.postgresql`,
    'platform team/q provides broker team/events by spec.eventing.broker',
    'cluster platform cluster refersTo platform shared/p by spec.platformRef',
    'platform team/q knows cluster platform cluster by SonataFlowClusterPlatform cluster: spec.platformRef',
    'workflow team/a uses service http://p-data-index-service.shared by SonataFlowPlatform shared/p: spec.services.dataIndex',
    `workflow team/a stores schema a in ${database} by SonataFlowPlatform q: spec.persistence.postgresql`,
    `schema a in ${database} isIn ${database} by SonataFlowPlatform q: spec.persistence.postgresql`,
    'workflow team/a sendsTo broker team/events by SonataFlowPlatform q: spec.eventing.broker',
    'event x.in at broker team/events consumes workflow team/a by spec.flow.events[0]',
    'workflow team/a produces event x.out at broker team/events by spec.flow.events[1]',
    'workflow team/a runs subflow team/a/sub by spec.flow.states[0].actions[3].subFlowRef',
    'workflow team/a calls api team/specs/s.yaml (op) by spec.flow.functions[0]',
    'workflow team/a calls workflow team/b by spec.flow.functions[1]',
    'workflow team/a calls api team/https://…@api.example.org (get /v1/x) by spec.flow.functions[2]',
    'workflow team/b uses service http://p-data-index-service.shared by SonataFlowPlatform shared/p: spec.services.dataIndex',
    'workflow team/b sendsTo sink http://sink.example.org?… by spec.sink',
  ]);
});

const many = landscapeOf(manyWorkflows(60), {}, { corrected: false });
describe.each([['order-processing', orders], ['many workflows', many]])('what the operator makes of %s says the same', (_name, landscape: Landscape) => {
  const graph = landscapeGraph(landscape);
  const manifests = [...landscapeManifests(landscape)] as unknown as JsonObject[];
  const of = (kind: string) => graph.edges.filter((edge) => edge.kind === kind);
  const models = landscape.workflows.map((workflow) => workflowModel(landscape, workflow));
  const propertiesOf = (id: string) => {
    const model = models.find(({ name, namespace }) => id === `workflow ${namespace}/${name}`)!;
    return JSON.stringify(workflowExplanation(landscape, model, true));
  };

  test('a consumed event of a broker has its Trigger, and each Trigger of a workflow its edge', () => {
    const triggers = manifests.filter(({ kind }) => kind === 'Trigger').map((trigger) => {
      const { broker, filter, subscriber } = asObject(trigger.spec);
      const ref = asObject(asObject(subscriber).ref);
      return `event ${String(asObject(asObject(filter).attributes).type)} at broker ${String(asObject(trigger.metadata).namespace)}/${String(broker)} > ${String(ref.name)}`;
    });
    const edges = of('consumes').map(({ from, to }) => `${from} > ${to.split('/')[1]}`);
    expect(edges.length).toBeGreaterThan(0);
    expect(triggers).toEqual(expect.arrayContaining(edges));
    const workflows = new Set(models.map(({ name }) => name));
    expect(triggers.filter((text) => workflows.has(text.split(' > ')[1]) && !text.includes('process.') && !edges.includes(text))).toEqual([]);
  });

  test('what sends to a sink has a SinkBinding', () => {
    const bindings = manifests.filter(({ kind }) => kind === 'SinkBinding').map(({ spec }) => {
      const { sink, subject } = asObject(spec);
      const ref = asObject(asObject(sink).ref);
      return `${String(asObject(subject).name)} > broker ${String(ref.namespace)}/${String(ref.name)}`;
    });
    const nameOf = (id: string) => id.startsWith('service') ? id.replace(/^service http:\/\/([^.]+).*/, '$1') : id.split('/')[1];
    const edges = of('sendsTo').map(({ from, to }) => `${nameOf(from)} > ${to}`);
    expect(edges.length).toBeGreaterThan(0);
    expect(bindings.sort()).toEqual(edges.sort());
  });

  test('a database that is stored in stands in the environment', () => {
    const stored = of('stores').filter(({ from }) => from.startsWith('workflow '));
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.filter(({ from, to }) => !propertiesOf(from).includes(to.replace(/^.*database /, '')))).toEqual([]);
  });

  test('each finding is marked once, on what it concerns', () => {
    const all = [...findingsByResource(landscape).values()].flat();
    expect(graph.nodes.flatMap(({ findings }) => findings)).toHaveLength(all.length);
  });
});

test('without a broker, the address of a service that is used stands in the properties', () => {
  const without = (spec: unknown) => ({ ...asObject(spec), eventing: undefined }) as unknown as JsonObject;
  const objects = manyWorkflows(3).map(({ spec, ...object }): JsonObject => ({ ...object, spec: without(spec) }));
  const landscape = landscapeOf(objects, {}, { corrected: false });
  const used = landscapeGraph(landscape).edges.filter(({ kind }) => kind === 'uses');
  expect(used).toHaveLength(6);
  for (const workflow of landscape.workflows) {
    const properties = JSON.stringify(workflowExplanation(landscape, workflowModel(landscape, workflow), true));
    const services = used.filter(({ from }) => from === `workflow team-1/${workflow.metadata.name}`).map(({ to }) => to.replace('service ', ''));
    expect(services.filter((url) => !properties.includes(url))).toEqual([]);
  }
});

test('event types of which one end is missing are marked', () => {
  const marks = landscapeGraph(orders).nodes.filter(({ kind }) => kind === 'eventType').map(({ name, marks: [mark] }) => [name, mark]);
  expect(Object.fromEntries(marks)).toEqual({
    'shop.order.placed': NOT_PRODUCED,
    'payments.collected': undefined,
    'payments.failed': undefined,
    'orders.payment.requested': undefined,
    'orders.fulfilled': NOT_CONSUMED,
    'orders.rejected': NOT_CONSUMED,
    'bank.charge.settled': NOT_PRODUCED,
    'shop.return.announced': NOT_PRODUCED,
    'warehouse.parcel.inspected': NOT_PRODUCED,
    'orders.return.closed': NOT_CONSUMED,
  });
});

test('a service is marked with what is found about it', () => {
  const graph = landscapeGraph(landscapeOf([resource('SonataFlowPlatform', 'p', 'a', {
    services: { dataIndex: { persistence: { postgresql: { secretRef: { name: 's' }, jdbcUrl: 'jdbc:mysql://db/x' } } } },
  })]));
  expect(graph.nodes.filter(({ findings }) => findings.length > 0).map(({ kind }) => kind)).toEqual(['dataIndex']);
});

test('in dev nothing is wired to a broker', () => {
  const graph = landscapeGraph(landscapeOf([
    resource('SonataFlow', 'a', 'team', flow({ events: [{ name: 'in', type: 'x', kind: 'consumed' }] }), { 'sonataflow.org/profile': 'dev' }),
  ]));
  expect(sentences(graph)).toEqual(['event x at no broker consumes workflow team/a by spec.flow.events[0]']);
});

test('a platform that is referred to and not there', () => {
  const { nodes } = landscapeGraph(landscapeOf([resource('SonataFlowClusterPlatform', 'c', '', { platformRef: { name: 'p', namespace: 'n' } })]));
  expect(nodes.map(({ id, marks }) => [id, ...marks])).toEqual([['cluster platform c'], ['platform n/p', 'not among what was given']]);
});
