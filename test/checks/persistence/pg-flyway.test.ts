import { brief, complete, findingsOf } from '../input';

const text = (container: string, file = '') => complete(`
kind: SonataFlow
metadata: {annotations: {sonataflow.org/profile: gitops}}
spec:
  podTemplate: {container: {image: "example.org/greet:1"${container}}}
  persistence: {postgresql: {secretRef: {name: s}, serviceRef: {name: postgres}}}
  flow: {states: [{name: A, type: inject, data: {}, end: true}]}
${file}`);
const told = (given: ReturnType<typeof text>) => brief(findingsOf(given)).filter((line) => line.startsWith('SF-PG-FLYWAY'));
const variable = (value: string) => text(`, env: [{name: KIE_FLYWAY_ENABLED, value: "${value}"}]`);
const file = (line: string) => text('', `---
apiVersion: v1
kind: ConfigMap
metadata: {name: greet-props}
data: {application.properties: "${line}"}
`);

test.each([
  ['nothing', text('')],
  ['a variable that switches it off', variable('false')],
  ['an empty variable', variable('')],
  ['a file that switches it off', file('kie.flyway.enabled=false')],
])('%s leaves the tables to others', (_what, given) => expect(told(given)).toHaveLength(1));

test.each([
  ['a variable of the container', variable('true')],
  ['a variable from a Secret', text(', env: [{name: KIE_FLYWAY_ENABLED, valueFrom: {secretKeyRef: {name: s, key: k}}}]')],
  ['a file', file('kie.flyway.enabled=true')],
  ['a file, for the profile', file('%prod.kie.flyway.enabled=true')],
])('%s says that they are made', (_what, given) => expect(told(given)).toEqual([]));
