import { brief, complete, findingsOf } from '../input';

const flow = (state: string) => `
kind: SonataFlow
metadata: {annotations: {sonataflow.org/profile: gitops}}
spec:
  podTemplate: {container: {image: "example.org/greet:1"}}
  persistence: {postgresql: {secretRef: {name: s}, serviceRef: {name: postgres}}}
  flow: {states: [${state}]}
`;
const CALLBACK = '{name: A, type: callback, action: {functionRef: f}, eventRef: e, timeouts: {eventTimeout: PT1S}, end: true}';
const told = (text: string, release: '10.1.0' | '1.x' = '10.1.0') => brief(findingsOf(complete(text), { release })).filter((line) => line.startsWith('SF-PG-CALLBACK'));

test('a timeout of a callback state on PostgreSQL is told for the release that fails', () => {
  expect(told(flow(CALLBACK))).toEqual(['SF-PG-CALLBACK information spec.flow.states[0].timeouts.eventTimeout']);
  expect(told(flow(CALLBACK), '1.x')).toEqual([]);
});

test.each([
  ['another limit', flow(CALLBACK.replace('eventTimeout', 'actionExecTimeout'))],
  ['another state', flow(CALLBACK.replace('callback', 'event'))],
  ['memory', flow(CALLBACK).replace(/ {2}persistence.*\n/, '')],
])('%s is no reason', (_what, text) => expect(told(text)).toEqual([]));
