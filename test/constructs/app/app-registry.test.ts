import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct } from '../../../src';
import { AppRegistry } from '../../../src/constructs/app/app-registry';
import { definition, madeUpPlatform, postgres, testChart } from '../../support';

test('a child knows the platform in whose scope it is, however far above', () => {
  const chart = testChart('orders');
  const platform = new SonataFlowPlatformConstruct(chart, 'P');
  const [child, beside] = [new Construct(new Construct(platform, 'A'), 'B'), new Construct(chart, 'C')];
  const at = (construct: Construct) => AppRegistry.of(construct).platformAt(construct);
  expect(at(child)).toBe(platform);
  expect([at(beside), at(platform)]).toEqual([undefined, undefined]);
});

test('a child knows a platform that is managed elsewhere, too', () => {
  const chart = testChart('orders');
  const external = SonataFlowPlatformConstruct.fromPlatformName(chart, 'P', 'hub');
  const child = new Construct(external, 'A');
  expect(AppRegistry.of(child).platformAt(child)).toBe(external);
});

test('a platform is known when this library made it, here or for one that is managed elsewhere', () => {
  const chart = testChart('orders');
  const declared = new SonataFlowPlatformConstruct(chart, 'P');
  const external = SonataFlowPlatformConstruct.fromPlatformName(new Chart(chart, 'away', { namespace: 'away' }), 'P', 'hub');
  const platforms = [declared, external, madeUpPlatform(chart)];
  const registry = AppRegistry.of(chart);
  expect(platforms.map((platform) => registry.known(platform))).toEqual([declared, external, undefined]);
  expect(platforms.map((platform) => registry.declared(platform))).toEqual([declared, undefined, undefined]);
  expect(registry.platformOf('away')).toBe(external);
});

test.each([['A', 'B'], ['B', 'A']])('a secondary platform is that of no workflow, whatever its id is (%s)', (secondary, primary) => {
  const chart = testChart('orders');
  const annotations = { 'sonataflow.org/secondary.platform': 'true' };
  new SonataFlowPlatformConstruct(chart, secondary, { metadata: { name: 'beside', annotations }, persistence: postgres(chart) });
  const platform = new SonataFlowPlatformConstruct(chart, primary, { metadata: { name: 'platform' } });
  const workflow = new WorkflowConstruct(chart, 'W', { definition: definition(), podTemplate: { container: { image: 'example.org/greet:1' } } });
  expect(workflow.platform).toBe(platform);
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet').spec).not.toHaveProperty('persistence');
});
