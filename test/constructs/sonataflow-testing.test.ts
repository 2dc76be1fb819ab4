import { ApiObject } from 'cdk8s';
import { SonataFlowTesting } from '../../src';
import { messageOf, testChart } from '../support';

const configMap = (chart: ReturnType<typeof testChart>, id: string, name: string) =>
  new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });

test('finds the object', () => {
  const chart = testChart();
  configMap(chart, 'A', 'a');
  configMap(chart, 'B', 'b');
  expect(SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'b')).toMatchObject({ metadata: { name: 'b' } });
});

test('names the nearest one when there is none, and complains when there are two', () => {
  const chart = testChart();
  configMap(chart, 'A', 'orders');
  expect(messageOf(() => SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'order'))).toContain('did you mean "ConfigMap orders"?');
  configMap(chart, 'B', 'orders');
  expect(messageOf(() => SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'orders'))).toContain('of which the chart has 2');
});
