import { App, Chart, Testing } from 'cdk8s';
import { JobsServiceConstruct, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowDefinition } from 'cdk8s-sonataflow';

function orders(app: App) {
  const chart = new Chart(app, 'orders', { namespace: 'orders' });
  const platform = new SonataFlowPlatformConstruct(chart, 'Platform');
  new JobsServiceConstruct(platform, 'JobsService');
  const workflow = new WorkflowConstruct(platform, 'Ping', {
    definition: WorkflowDefinition.fromObject({ id: 'ping', states: [{ name: 'Ping', type: 'sleep', duration: 'PT5S', end: true }] }),
  });
  return { chart, platform, workflow };
}

test('the manifests have not changed', () => {
  expect(Testing.synth(orders(Testing.app()).chart)).toMatchSnapshot();
});

test('the workflow finds the Jobs Service', () => {
  const { chart, platform, workflow } = orders(Testing.app());
  expect(platform.jobsServiceUrl).toBe('http://sonataflow-platform-jobs-service.orders');
  expect(workflow.managedProperties).toContainEqual(expect.objectContaining({ name: 'kogito.jobs-service.url', value: platform.jobsServiceUrl }));
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'ping')).toMatchObject({ metadata: { namespace: 'orders' } });
});

test('nothing is wrong', () => {
  const { platform, workflow } = orders(Testing.app());
  const findings = [...platform.findings, ...workflow.findings];
  expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['information SF-SERVICE-EPHEMERAL']);
});
