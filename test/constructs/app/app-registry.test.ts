import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { SonataFlowPlatformConstruct } from '../../../src';
import { AppRegistry } from '../../../src/constructs/app/app-registry';
import { madeUpPlatform, testChart } from '../../support';

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
