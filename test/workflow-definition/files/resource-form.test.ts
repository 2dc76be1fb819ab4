import { JsonObject } from '../../../src/json/json';
import { resourceForm } from '../../../src/workflow-definition/files/resource-form';

const state = (more: object) => ({ states: [{ name: 'A', type: 'operation', ...more }] });

test.each<[string, object, object]>([
  ['the path of a schema', { dataInputSchema: 'schemas/a.json' }, { dataInputSchema: { schema: 'schemas/a.json', failOnValidationErrors: true } }],
  ['a flag of a schema in words', { dataInputSchema: { schema: 'a.json', failOnValidationErrors: 'false' } }, { dataInputSchema: { schema: 'a.json', failOnValidationErrors: false } }],
  ['time limits of the flow', { timeouts: { workflowExecTimeout: 'PT1H', stateExecTimeout: 'PT1M', eventTimeout: 'PT5S' } },
    { timeouts: { workflowExecTimeout: { duration: 'PT1H' }, stateExecTimeout: { total: 'PT1M' }, eventTimeout: 'PT5S' } }],
  ['flags in words', { keepActive: 'true', autoRetries: 'FALSE' }, { keepActive: true, autoRetries: false }],
  ['a word that is no flag', { keepActive: 'maybe' }, { keepActive: 'maybe' }],
  ['a number as the code of an error', { errors: [{ name: 'e', code: 404 }] }, { errors: [{ name: 'e', code: '404' }] }],
  ['an error by its name', { errors: ['e'] }, { errors: [{ name: 'e' }] }],
  ['a path in the place of a list', { errors: 'errors.json' }, { errors: 'errors.json' }],
  ['no list', { functions: null, events: [] }, { events: [] }],
  ['what the engine does not look at', { start: { stateName: 'A', comment: 'x' } }, { start: { stateName: 'A' } }],
  ['an unknown field', { comment: 'x' }, { comment: 'x' }],
  ['an end in words', state({ end: 'yes' }), state({ end: true })],
  ['the end of all ways', state({ end: { terminate: 'true', note: 1 } }), state({ end: { terminate: true, note: 1 } })],
  ['events as an object', state({ end: { produceEvents: { a: { eventRef: 'e' }, b: 'f' } } }), state({ end: { produceEvents: [{ eventRef: 'e' }, { eventRef: 'f' }] } })],
  ['the name of a state as a number', { states: [{ name: 1, type: 'inject', data: 2, transition: 3 }] }, { states: [{ name: '1', type: 'inject', data: 2, transition: '3' }] }],
  ['numbers that stay numbers', { states: [{ type: 'foreach', batchSize: 2 }, { type: 'parallel', numCompleted: 1 }] },
    { states: [{ type: 'foreach', batchSize: 2 }, { type: 'parallel', numCompleted: 1 }] }],
  ['short forms that the operator reads', state({ timeouts: { stateExecTimeout: 'PT1M' }, actions: [{ functionRef: 'f' }] }),
    state({ timeouts: { stateExecTimeout: 'PT1M' }, actions: [{ functionRef: 'f' }] })],
  ['states that are none', { states: [null, 1, { type: 'delay', x: 1 }] }, { states: [null, 1, { type: 'delay', x: 1 }] }],
])('%s', (_what, given, expected) => {
  expect(resourceForm(given as JsonObject)).toEqual(expected);
});
