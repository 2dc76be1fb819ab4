import { ApiObject, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Destination } from '../../../src/index';
import { brokenRules, messageOf, testChart } from '../../support';

const written = (destination: Destination) => JSON.parse(JSON.stringify(destination._spec));

test.each<[string, Destination, object]>([
  ['a broker', Destination.broker('bus'), { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus' } }],
  [
    'a broker in another namespace',
    Destination.broker('bus', { namespace: 'events' }),
    { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus', namespace: 'events' } },
  ],
  [
    'a Service with a path',
    Destination.service('orders', { uri: '/events', audience: 'orders', caCerts: 'PEM' }),
    { ref: { apiVersion: 'v1', kind: 'Service', name: 'orders' }, uri: '/events', audience: 'orders', caCerts: 'PEM' },
  ],
  [
    'any object',
    Destination.ref({ kind: 'Channel', name: 'c', group: 'messaging.knative.dev', address: 'internal', namespace: 'n' }),
    { ref: { kind: 'Channel', name: 'c', group: 'messaging.knative.dev', address: 'internal', namespace: 'n' } },
  ],
  ['an address', Destination.uri('http://example.org/a?b', { audience: 'a', caCerts: 'PEM' }), { uri: 'http://example.org/a?b', audience: 'a', caCerts: 'PEM' }],
])('%s', (_what, destination, expected) => {
  expect(written(destination)).toEqual(expected);
});

test('an object of the app', () => {
  const chart = testChart('events');
  const broker = new ApiObject(chart, 'Bus', { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', metadata: { name: 'bus' } });
  const service = new kplus.Service(chart, 'Orders', { metadata: { name: 'orders' }, ports: [{ port: 80 }] });
  expect(written(Destination.fromApiObject(broker))).toEqual(written(Destination.broker('bus', { namespace: 'events' })));
  expect(written(Destination.fromApiObject(ApiObject.of(service), { uri: '/in' })))
    .toEqual(written(Destination.service('orders', { namespace: 'events', uri: '/in' })));
});

test.each<[string, () => Destination, string[]]>([
  ['a name in capitals', () => Destination.broker('Bus'), ['SF-NAME']],
  ['an empty namespace', () => Destination.broker('bus', { namespace: '' }), ['SF-NAME']],
  ['a full address at an object', () => Destination.service('orders', { uri: 'http://orders/in' }), ['SF-DESTINATION-URI']],
  ['a path with a blank', () => Destination.service('orders', { uri: '/a b' }), ['SF-DESTINATION-URI']],
  ['a path alone', () => Destination.uri('/orders'), ['SF-DESTINATION-URI']],
  ['a scheme alone', () => Destination.uri('http://'), ['SF-DESTINATION-URI']],
  ['a kind in small letters', () => Destination.ref({ kind: 'broker', name: 'bus' }), ['SF-DESTINATION-KIND']],
  ['all at once', () => Destination.ref({ kind: '', name: '', namespace: 'A', uri: 'x:y' }), ['SF-DESTINATION-KIND', 'SF-NAME', 'SF-NAME', 'SF-DESTINATION-URI']],
])('refuses %s', (_what, action, rules) => {
  expect(brokenRules(action)).toEqual(rules);
});

test('says how an address is to be written', () => {
  expect(messageOf(() => Destination.uri('/orders'))).toBe('[Destination.uri] SF-DESTINATION-URI: given uri "/orders" of no object; '
    + 'allowed: a full address without blanks, such as http://events.example.org/orders; fix: name the object by Destination.ref, with this as its uri');
});

test('what is only known when the app is synthesized is looked at in the custom resource', () => {
  const late = Lazy.any({ produce: () => '/later' }) as string;
  expect(Destination.broker('bus', { uri: late })._spec.uri).toBe(late);
  expect(Destination.ref({ kind: late, name: 'c' })._spec.ref?.kind).toBe(late);
});
