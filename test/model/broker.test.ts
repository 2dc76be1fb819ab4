import { JsonObject } from '../../src/json/json';
import { brokerState } from '../../src/model/broker';
import { landscapeOf } from '../landscapes';

const broker = (rest: JsonObject, annotations: JsonObject = {}): JsonObject =>
  ({ apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', metadata: { name: 'bus', namespace: 'orders', annotations }, ...rest });
const ready = (status: string): JsonObject => ({ status: { conditions: [{ type: 'Ready', status }] } });

test.each([
  ['not described', [], {}, { brokerClass: '', ready: true }],
  ['a fact', [], { brokerClasses: { 'orders/bus': 'Kafka' } }, { brokerClass: 'Kafka', ready: true }],
  ['a manifest, which has no status', [broker({})], {}, { brokerClass: '', ready: true }],
  ['its annotation beats the fact', [broker({}, { 'eventing.knative.dev/broker.class': 'KafkaNamespaced' })], { brokerClasses: { 'orders/bus': 'X' } },
    { brokerClass: 'KafkaNamespaced', ready: true }],
  ['ready', [broker(ready('True'))], {}, { brokerClass: '', ready: true }],
  ['not ready', [broker(ready('False'))], {}, { brokerClass: '', ready: false }],
  ['not yet known', [broker({ status: {} })], {}, { brokerClass: '', ready: false }],
])('broker: %s', (_what, objects, facts, state) => {
  expect(brokerState(landscapeOf(objects, facts), 'orders', 'bus')).toEqual(state);
});
