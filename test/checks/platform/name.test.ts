import { CheckTarget } from '../../../src/checks/check';
import { platformName, workflowName } from '../../../src/checks/platform/name';
import { fieldName } from '../../../src/json/field-path';
import { JsonObject } from '../../../src/json/json';
import { platformModel } from '../../../src/model/platform';
import { workflowModel } from '../../../src/model/workflow';
import { landscapeOf } from '../../landscapes';
import { gitops, platform, POSTGRESQL, profiled } from '../../platforms';

const long = (length: number) => 'a'.repeat(length);

function ofPlatform(name: string, spec: JsonObject = {}, target: CheckTarget = 'customResources') {
  const landscape = landscapeOf([platform(spec, { name })], {}, { corrected: target === 'kubernetesObjects' });
  const [resource] = landscape.platforms('orders');
  return platformName.check({ landscape, target, resource, platform: platformModel(landscape, resource) });
}

function ofWorkflow(object: JsonObject, ...others: readonly JsonObject[]) {
  const landscape = landscapeOf([object, ...others]);
  const [resource] = landscape.workflows;
  return workflowName.check({ landscape, target: 'customResources', resource, workflow: workflowModel(landscape, resource) })
    .map(({ path = [], given, fix }) => [fieldName(path), given, fix]);
}

const JOBS = { services: { jobService: {} } };
const MIGRATING = { services: { dataIndex: { persistence: { dbMigrationStrategy: 'job' } } }, persistence: { postgresql: POSTGRESQL } };

test.each([
  ['the longest with a Jobs Service', long(50), JOBS],
  ['the longest without services', long(63), {}],
  ['dots without services', 'a.b', {}],
])('taken for a platform: %s', (_what, name, spec) => expect(ofPlatform(name, spec)).toEqual([]));

test.each([
  ['a Service that is too long', long(51), JOBS, 'aaa-jobs-service" of 64 characters', 'choose a name of at most 44 characters that begins with a letter and has no dot'],
  ['a Service with a dot', 'a.b', JOBS, '"a.b-jobs-service"', expect.anything()],
  ['a Service with a digit first', '1a', JOBS, '"1a-jobs-service"', expect.anything()],
  ['a label that is too long', long(70), {}, 'label value', 'choose a name of at most 63 characters'],
])('refused for a platform: %s', (_what, name, spec, given, fix) => {
  expect(ofPlatform(name, spec)).toEqual([{ path: ['metadata', 'name'], given: expect.stringContaining(given), allowed: expect.anything(), fix }]);
});

test('labels of the migration Job count only where there is one', () => {
  expect(ofPlatform(long(37), MIGRATING)).toMatchObject([
    { given: expect.stringMatching(/makes the label value .* of 64 characters$/), fix: 'choose a name of at most 36 characters' },
  ]);
  expect(ofPlatform(long(37), MIGRATING, 'kubernetesObjects')).toEqual([]);
  expect(ofPlatform(long(36), MIGRATING)).toEqual([]);
});

const named = (name: string) => gitops({}, {}, { name });

test.each(['a-1', long(63)])('taken for a workflow: %s', (name) => expect(ofWorkflow(named(name))).toEqual([]));

test.each(['a.b', '1a', long(64)])('refused for a workflow: %s', (name) => {
  expect(ofWorkflow(named(name))).toEqual([['metadata.name', JSON.stringify(name), expect.anything()]]);
});

describe('events', () => {
  const flow = (...names: readonly string[]) => ({ states: [{ name: 'End', type: 'inject', data: {}, end: true }], events: names.map((name) => ({ name, type: `type.${name}` })) });
  const HUB = platform({ eventing: { broker: { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus' } } } });

  test.each<[string, string[], unknown[][]]>([
    ['capitals', ['Placed', 'paid'], []],
    ['letters that no Trigger takes', ['placed', 'Order_Paid'], [['spec.flow.events[1].name', expect.stringContaining('"Order_Paid"'), 'write "order-paid"']]],
    ['nothing of it can stay', ['__'], [['spec.flow.events[0].name', expect.stringContaining('"__"'), 'write "event"']]],
    ['names that only capitals tell apart', ['Placed', 'placed'],
      [['spec.flow.events[1].name', 'events that share the Trigger "greet-placed-orders-greet": "Placed", "placed"', 'give the events other names']]],
  ])('%s', (_what, names, expected) => expect(ofWorkflow(gitops({}, { flow: flow(...names) }), HUB)).toEqual(expected));

  test('have no Triggers in development, nor without a broker', () => {
    expect(ofWorkflow(profiled('dev', { flow: flow('order_paid') }), HUB)).toEqual([]);
    expect(ofWorkflow(gitops({}, { flow: flow('order_paid') }))).toEqual([]);
  });
});
