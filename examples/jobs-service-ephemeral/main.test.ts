import { Testing } from 'cdk8s';
import { SonataFlowTesting } from 'cdk8s-sonataflow';
import { EphemeralJobsServiceChart } from './chart';

test('a Jobs Service about which nothing is said', () => {
  const chart = new EphemeralJobsServiceChart(Testing.app(), 'chart');
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlowPlatform', 'sonataflow-platform').spec).toEqual({ services: { jobService: {} } });
});
