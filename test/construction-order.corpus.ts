import { App, Chart, Testing, Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { definition, postgres } from './support';
import {
  DataIndexConstruct, JobsServiceConstruct, PropertyValue, SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, WorkflowConstruct,
} from '../src';

/** The steps after the platform; each one may come at any time. */
const STEPS: ReadonlyArray<(app: App, platforms: SonataFlowPlatformConstruct[]) => void> = [
  (_app, [orders]) => { new JobsServiceConstruct(orders, 'JobsService'); },
  (_app, [orders]) => { new DataIndexConstruct(orders, 'DataIndex'); },
  (_app, [orders]) => { new WorkflowConstruct(orders, 'First', { definition: definition('first') }); },
  (app) => { new WorkflowConstruct(new Chart(app, 'late', { namespace: 'orders' }), 'Second', { definition: definition('second') }); },
  (_app, [, billing]) => { new WorkflowConstruct(billing, 'Third', { definition: definition('third') }); },
  (_app, [, billing]) => { new JobsServiceConstruct(billing, 'JobsService'); },
  (_app, [orders]) => { orders.addProperty('b', PropertyValue.fromText('1')); },
  (_app, [orders]) => { orders.addProperty('a', PropertyValue.fromText('${b}')); },
  (app, [orders]) => { new SonataFlowClusterPlatformConstruct(new Chart(app, 'cluster'), 'Cluster', { platform: orders }); },
  (app) => { SonataFlowPlatformConstruct.fromPlatformName(new Chart(app, 'away', { namespace: 'away' }), 'Hub', 'hub', { monitoring: true }); },
  (app) => { new WorkflowConstruct(new Chart(app, 'away-too', { namespace: 'away' }), 'Fourth', { definition: definition('fourth') }); },
];

function documents(order: readonly number[], platformsFirst: boolean): string[] {
  const app = Testing.app();
  const platforms = (platformsFirst ? ['orders', 'billing'] : ['billing', 'orders']).map((namespace) => {
    const chart = new Chart(app, namespace, { namespace });
    return new SonataFlowPlatformConstruct(chart, 'Platform', { persistence: namespace === 'orders' ? postgres(chart) : undefined });
  }).sort((a, b) => a.platformNamespace! < b.platformNamespace! ? 1 : -1);
  for (const step of order) STEPS[step](app, platforms);
  return app.charts.flatMap((chart) => Testing.synth(chart)).map((object) => Yaml.stringify(object)).sort();
}

test('the order of construction changes nothing but the order of documents', () => {
  const expected = documents([...STEPS.keys()], true);
  fc.assert(fc.property(fc.shuffledSubarray([...STEPS.keys()], { minLength: STEPS.length }), fc.boolean(), (order, platformsFirst) => {
    expect(documents(order, platformsFirst)).toEqual(expected);
  }), { numRuns: 40 });
});
