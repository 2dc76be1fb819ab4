import { JsonObject } from '../../src/json/json';
import { eventRouting } from '../../src/model/eventing';
import { landscapeOf } from '../landscapes';
import { gitops, platform } from '../platforms';

const bus = (name: string, rest: JsonObject = {}): JsonObject => ({ ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name, ...rest } });
const EVENTS = [{ name: 'Placed', type: 'placed' }];

function routing(spec: JsonObject, ...brokers: ReadonlyArray<JsonObject | undefined>) {
  const objects = brokers.map((broker, i) => platform(broker ? { eventing: { broker } } : {}, { name: `p${i}`, namespace: `n${i}` }));
  const landscape = landscapeOf([gitops({}, spec), ...objects]);
  const platforms = brokers.flatMap((_broker, i) => landscape.platforms(`n${i}`));
  const { sink, sinkField, routes, addressedTypes } = eventRouting(landscape.workflows[0], platforms, EVENTS);
  return { sink, sinkField, brokers: routes.map(({ broker }) => `${broker.namespace}/${broker.name}`), addressedTypes };
}

const p0 = 'SonataFlowPlatform p0: spec.eventing.broker';
const p1 = 'SonataFlowPlatform p1: spec.eventing.broker';

test.each<[string, JsonObject, ReadonlyArray<JsonObject | undefined>, JsonObject | undefined, string | undefined, string[]]>([
  ['nothing', {}, [undefined], undefined, undefined, []],
  ['the workflow\'s sink, and the platform\'s broker', { sink: bus('s') }, [bus('b')], bus('s', { namespace: 'orders' }), 'spec.sink', ['n0/b']],
  ['the platform\'s broker', {}, [bus('b')], bus('b', { namespace: 'n0' }), p0, ['n0/b']],
  ['a broker of another namespace', {}, [bus('b', { namespace: 'far' })], bus('b', { namespace: 'far' }), p0, ['far/b']],
  ['the cluster\'s broker', {}, [undefined, bus('c')], bus('c', { namespace: 'n1' }), p1, ['n1/c']],
  ['the nearer broker', {}, [bus('b'), bus('c')], bus('b', { namespace: 'n0' }), p0, ['n0/b']],
  ['an address takes events, but does not give any', {}, [{ uri: 'http://x' }, bus('c')], { uri: 'http://x' }, p0, ['n1/c']],
  ['a sink that says nothing', { sink: {} }, [bus('b')], {}, 'spec.sink', ['n0/b']],
  ['a source', { sources: [{ eventType: 'placed', ...bus('s') }] }, [bus('b')], bus('b', { namespace: 'n0' }), p0, ['orders/s']],
  ['the first source of a type', { sources: [{ eventType: 'placed', ...bus('s') }, { eventType: 'placed', ...bus('t') }] }, [], undefined, undefined, ['orders/s']],
  ['a source of another type', { sources: [{ eventType: 'paid', ...bus('s') }] }, [bus('b')], bus('b', { namespace: 'n0' }), p0, ['n0/b']],
  ['a source that is no broker', { sources: [{ eventType: 'placed', ...bus('s', { kind: 'Channel' }) }] }, [bus('b')], bus('b', { namespace: 'n0' }), p0, []],
  ['a broker without a version', {}, [{ ref: { kind: 'Broker', name: 'b' } }], { ref: { kind: 'Broker', name: 'b', namespace: 'n0' } }, p0, []],
])('%s', (_what, spec, brokers, sink, sinkField, expected) => {
  expect(routing(spec, ...brokers)).toEqual({ sink, sinkField, brokers: expected, addressedTypes: [] });
});

test('a source by address alone', () => {
  expect(routing({ sources: [{ eventType: 'placed', uri: 'http://x' }] }, bus('b'))).toMatchObject({ brokers: [], addressedTypes: ['placed'] });
});

test.each([
  ['greet', 'Placed', 'greet-placed-orders-greet'],
  ['a-rather-long-name-for-a-workflow-that-orders-things', 'a_very_long_event_name_indeed_it_is', 'a-rather-long-name-for-a-workfl9910b73eb091fa897a92f50d8dd2a14e'],
])('the Trigger of %s for %s', (name, event, expected) => {
  const landscape = landscapeOf([gitops({}, {}, { name }), platform({ eventing: { broker: bus('b') } })]);
  const { routes } = eventRouting(landscape.workflows[0], landscape.platforms('orders'), [{ name: event, type: 't' }]);
  expect(routes.map(({ triggerName }) => triggerName)).toEqual([expected]);
});
