import { brief, complete, findingsOf } from '../input';

const workflow = (flow: string, { profile = 'preview', name = 'greet', annotations = '' } = {}) => complete(`
kind: SonataFlow
metadata:
  name: ${name}
  annotations: {sonataflow.org/profile: ${profile}${annotations}}
spec:
  ${profile === 'gitops' ? 'podTemplate: {container: {image: registry.example.org/greet:1.0}}' : '{}'}
  flow:
${flow.replace(/^/gm, '    ')}`.replace('  {}\n', ''));

const found = (...args: Parameters<typeof workflow>) => brief(findingsOf(workflow(...args))).filter((line) => line.startsWith('SF-FLOW'));

const REST = `
functions: [{name: book, type: custom, operation: 'rest:post:/bookings'}]
states: [{name: Book, type: operation, actions: [{functionRef: book}], end: true}]`;

test.each([
  ['preview', 'error'],
  ['dev', 'error'],
  ['gitops', 'warning'],
])('in %s what stops the build is of the weight %s', (profile, severity) => {
  expect(found('states: [{name: Greet, type: inject, data: {}}]', { profile })).toEqual([`SF-FLOW-NO-END ${severity} spec.flow.states[0]`]);
});

test('the name of the custom resource is the id', () => {
  expect(found(REST, { name: 'room-booking' })).toEqual(['SF-FLOW-ID error metadata.name']);
  expect(found(REST, { name: 'roombooking' })).toEqual([]);
});

test('what the operator takes from annotations is judged there', () => {
  expect(found('states: [{name: Greet, type: inject, data: {}, end: true}]', { annotations: ', sonataflow.org/description: say "hello"' })).toEqual([
    'SF-FLOW-JAVA error metadata.annotations["sonataflow.org/description"]',
  ]);
});

test('a flow without start begins with its first state', () => {
  expect(found('states: [{name: A, type: inject, data: {}, transition: B}, {name: B, type: inject, data: {}, end: true}]')).toEqual([]);
});

test('fields that the operator leaves out are a warning, and what is amiss without them an error', () => {
  expect(found('functions: [{name: f, type: expression, operation: .}]\nstates: [{name: A, type: operation, actions: [{functionref: f}], end: true}]')).toEqual([
    'SF-FLOW-ACTION error spec.flow.states[0].actions[0]', 'SF-FLOW-FIELD warning spec.flow.states[0].actions[0].functionref',
  ]);
});

test('secrets, retries and auth are never looked up', () => {
  expect(found(`
functions: [{name: f, type: expression, operation: $SECRET.token}]
states: [{name: A, type: operation, actions: [{functionRef: f, retryRef: none}], end: true}]`)).toEqual([]);
});

test('an image that the operator builds has no classes of its own', () => {
  const flow = `
functions: [{name: f, type: custom, operation: 'service:java:org.acme.Greeter::greet'}]
states: [{name: A, type: operation, actions: [{functionRef: f}], end: true}]`;
  expect(found(flow)).toEqual(['SF-FLOW-FUNCTION warning spec.flow.functions[0].operation']);
  expect(found(flow, { profile: 'gitops' })).toEqual([]);
});
