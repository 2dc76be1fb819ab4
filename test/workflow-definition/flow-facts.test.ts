import * as fc from 'fast-check';
import { flowFacts } from '../../src/workflow-definition/flow-facts';

const withState = (state: object) => ({ states: [{ name: 'first', type: 'inject', data: {} }, { name: 'second', ...state }] });
const sleepy = { functionRef: 'f', sleep: { before: 'PT1S' } };
const awake = { functionRef: 'f', sleep: { before: '' } };
const patient = { timeouts: { eventTimeout: 'PT1M' } };
const busy = { timeouts: { stateExecTimeout: 'PT1M', actionExecTimeout: 'PT1M', branchExecTimeout: 'PT1M' } };

test.each<[string, object, boolean]>([
  ['nothing', {}, false],
  ['time limit of the flow', { timeouts: { workflowExecTimeout: { duration: 'PT1H' } } }, true],
  ['time limit of the flow that says nothing', { timeouts: { workflowExecTimeout: {} } }, true],
  ['time limit of the flow that is empty', { timeouts: { workflowExecTimeout: { duration: '' } } }, false],
  ['time limit of the flow in short', { timeouts: { workflowExecTimeout: 'PT1H' } }, true],
  ['event timeout of the flow', { timeouts: { eventTimeout: 'PT1H' } }, true],
  ['empty event timeout of the flow', { timeouts: { eventTimeout: '' } }, false],
  ['other limits of the flow', busy, false],
  ['sleep', withState({ type: 'sleep', duration: 'PT1S' }), true],
  ['delay', withState({ type: 'delay', timeDelay: 'PT1S' }), false],
  ['event with a timeout', withState({ type: 'event', ...patient }), true],
  ['event with other limits', withState({ type: 'event', ...busy }), false],
  ['event with a sleepy action', withState({ type: 'event', onEvents: [{ actions: [awake] }, { actions: [awake, sleepy] }] }), true],
  ['event whose actions do not sleep', withState({ type: 'event', onEvents: [{ actions: [awake] }, {}] }), false],
  ['operation with a sleepy action', withState({ type: 'operation', actions: [awake, { sleep: { after: 'PT1S' } }] }), true],
  ['operation with an event timeout, which it does not know', withState({ type: 'operation', actions: [awake], ...patient }), false],
  ['switch with a timeout', withState({ type: 'switch', ...patient }), true],
  ['switch without', withState({ type: 'switch', ...busy }), false],
  ['parallel with a sleepy action', withState({ type: 'parallel', branches: [{ actions: [awake] }, { actions: [sleepy] }] }), true],
  ['parallel without', withState({ type: 'parallel', branches: [{ actions: [awake] }], ...patient }), false],
  ['foreach with a sleepy action', withState({ type: 'foreach', actions: [sleepy] }), true],
  ['callback with a timeout', withState({ type: 'callback', action: awake, ...patient }), true],
  ['callback with a sleepy action', withState({ type: 'callback', action: sleepy }), true],
  ['callback without', withState({ type: 'callback', action: awake, ...busy }), false],
  ['an unknown type', withState({ type: 'constructor', actions: [sleepy], ...patient }), false],
])('timeouts: %s', (_, flow, hasTimeouts) => expect(flowFacts(flow).hasTimeouts).toBe(hasTimeouts));

test.each([
  [undefined, false, false],
  [[{ name: 'a', type: 'x' }], false, true],
  [[{ name: 'a', type: 'x', kind: 'consumed' }], false, true],
  [[{ name: 'a', type: 'x', kind: 'produced' }], true, false],
  [[{ name: 'a', kind: 'produced' }, { name: 'b' }], true, true],
  [[{ name: 'a', kind: 'other' }], false, false],
])('events %j: produces %s, consumes %s', (events, producesEvents, consumesEvents) => {
  expect(flowFacts({ events })).toMatchObject({ producesEvents, consumesEvents });
});

test('events and functions in their order, with defaults', () => {
  expect(flowFacts({
    events: [{ name: 'b', type: 'x', kind: 'produced' }, { name: 'a', type: 'y' }],
    functions: [{ name: 'g', operation: 'spec.yaml#g', type: 'graphql' }, { name: 'f', operation: 'spec.yaml#f' }],
  })).toMatchObject({
    events: [{ name: 'b', type: 'x', kind: 'produced' }, { name: 'a', type: 'y', kind: 'consumed' }],
    functions: [{ name: 'g', operation: 'spec.yaml#g', type: 'graphql' }, { name: 'f', operation: 'spec.yaml#f', type: 'rest' }],
  });
});

test('never throws', () => {
  const words = fc.constantFrom('states', 'events', 'functions', 'timeouts', 'workflowExecTimeout', 'type', 'actions', 'action', 'onEvents', 'branches',
    'sleep', 'name');
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof({ depthSize: 'small' }, fc.constantFrom(null, 1, '', 'event', 'sleep', 'parallel', 'callback'),
      fc.array(tie('json'), { maxLength: 3 }), fc.dictionary(words, tie('json'))),
  }));
  fc.assert(fc.property(json, (flow) => {
    flowFacts(flow);
    flowFacts({ states: [flow], events: [flow], functions: [flow] });
  }));
});
