import { Testing } from 'cdk8s';
import { Severity } from 'cdk8s-sonataflow';
import { OrderProcessingChart } from './chart';

const orders = () => new OrderProcessingChart(Testing.app(), 'order-processing', { namespace: 'orders' });

test('the manifests have not changed', () => {
  expect(Testing.synth(orders())).toMatchSnapshot();
});

test('nothing is wrong', () => {
  const { platform, fulfilment, payments, returns } = orders();
  const findings = [platform, fulfilment, payments, returns].flatMap((construct) => construct.findings);
  expect(findings.filter(({ severity }) => severity === Severity.ERROR)).toEqual([]);
});

test('all events go to the broker', () => {
  const { fulfilment, payments, returns } = orders();
  for (const { managedProperties } of [fulfilment, payments, returns]) {
    expect(managedProperties).toContainEqual(expect.objectContaining({ name: 'mp.messaging.outgoing.kogito_outgoing_stream.url', value: '${K_SINK}' }));
  }
});

test('payments are kept in a database of their own', () => {
  const { fulfilment, payments } = orders();
  expect(fulfilment.database).toMatchObject({
    source: 'platform', jdbcUrl: 'jdbc:postgresql://postgres.orders:5432/sonataflow?currentSchema=order-fulfilment',
  });
  expect(payments.database).toMatchObject({ source: 'own', jdbcUrl: 'jdbc:postgresql://db.example.org:5432/payments?sslmode=verify-full' });
});

test('files travel in ConfigMaps named after workflow and folder', () => {
  const { fulfilment, payments } = orders();
  const names = [fulfilment, payments].flatMap(({ configMaps }) => configMaps.map(({ name }) => name));
  expect(names).toEqual([
    'order-fulfilment-props', 'order-fulfilment.resources', 'order-fulfilment.resources.specs',
    'paymentcollection-props', 'paymentcollection.resources.specs',
  ]);
});
