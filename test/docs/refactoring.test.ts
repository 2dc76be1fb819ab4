import { Chart, Testing } from 'cdk8s';
import { JobsServiceConstruct, SonataFlowPlatformConstruct, SonataFlowTesting } from 'cdk8s-sonataflow';

function before(): Chart {
  const chart = new Chart(Testing.app(), 'Orders', { namespace: 'orders' });
  new JobsServiceConstruct(new SonataFlowPlatformConstruct(chart, 'Platform'), 'JobsService');
  return chart;
}

/** The same, with the service beside its platform. */
function after(): Chart {
  const chart = new Chart(Testing.app(), 'Orders', { namespace: 'orders' });
  const platform = new SonataFlowPlatformConstruct(chart, 'Hub');
  new JobsServiceConstruct(chart, 'Jobs', { platform });
  return chart;
}

test('the refactoring changes nothing in the cluster', () => {
  expect(SonataFlowTesting.diff(before(), after())).toEqual([]);
});
