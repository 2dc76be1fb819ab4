import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';

const folder = mkdtempSync(join(tmpdir(), 'explain-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** Something of each rank in the order of operator-behaviour 5.4, and under it all the ranks that it beats. */
const RANKS = file('ranks.yaml', `
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlowPlatform
metadata: {name: hub, namespace: shop}
spec:
  persistence: {postgresql: {secretRef: {name: login}, serviceRef: {name: pg}}}
  services: {jobService: {}, dataIndex: {}}
  properties:
    flow:
      - {name: quarkus.http.port, value: platform 1}
      - {name: quarkus.http.host, value: platform 2}
      - {name: kogito.events.grouping.binary, value: platform 3}
      - {name: kogito.service.url, value: platform 4}
      - {name: kogito.jobs-service.url, value: platform 5}
      - {name: kogito.data-index.url, value: platform 5}
      - {name: kogito.persistence.proto.marshaller, value: platform 5}
      - {name: org.kie.kogito.addons.knative.eventing.health-enabled, value: platform 5}
      - {name: kogito.events.grouping, value: platform 6}
      - {name: acme.limit, value: first}
      - {name: acme.limit, value: last}
      - {name: acme.password, valueFrom: {secretKeyRef: {name: acme, key: password}}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: orders-props, namespace: shop}
data:
  application.properties: |
    quarkus.http.port = user 1
    quarkus.http.host = \${kubernetes:services.v1/billing}
    kogito.events.grouping.binary = \${kubernetes:services.v1/billing}
    kogito.service.url = \${kubernetes:services.v1/billing}
    kogito.jobs-service.url = user 5
    kogito.data-index.url = user 5
    kogito.persistence.proto.marshaller = user 5
    org.kie.kogito.addons.knative.eventing.health-enabled = user 5
    kogito.events.grouping = user 6
    kogito.events.usertasks.enabled = user 7
    acme.limit = user
    acme.own = user 8
    acme.secret = user 8
---
apiVersion: v1
kind: Secret
metadata: {name: acme, namespace: shop}
stringData: {password: s3cr3t, ACME_SECRET: s3cr3t}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: shop}
data: {mode: fast}
---
apiVersion: v1
kind: Service
metadata: {name: billing, namespace: shop}
spec: {ports: [{port: 8080}]}
---
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: orders, namespace: shop}
spec:
  podTemplate:
    container:
      envFrom: [{secretRef: {name: acme}}, {prefix: ALL_, configMapRef: {name: settings}}]
      env:
        - {name: QUARKUS_HTTP_PORT, value: '9090'}
        - {name: TWICE, value: first}
        - {name: TWICE, value: last}
        - {name: KOGITO_PERSISTENCE_TYPE, value: mine}
        - {name: MODE, valueFrom: {configMapKeyRef: {name: settings, key: mode}}}
        - {name: OTHER, valueFrom: {configMapKeyRef: {name: nobody, key: knows}}}
        - {name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
        - {name: CPUS, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}
  flow: {states: [{name: A, type: inject, data: {}, end: true}]}
`);

test('every rank of precedence', () => {
  const { status, out, err } = run('explain', RANKS, '--workflow', 'orders');
  expect([status, err]).toEqual([0, '']);
  expect(out).not.toContain('s3cr3t');
  expect(out).toMatchSnapshot();
});

const explained = (...args: string[]) => JSON.parse(run('explain', ...args, '--format', 'json').out) as Record<'environment' | 'properties', Array<{ name: string }>>;
const property = (name: string, ...args: string[]) => explained(...args).properties.find((entry) => entry.name === name);

test('as JSON', () => {
  expect(property('quarkus.http.port', RANKS, '--workflow', 'orders')).toEqual({
    name: 'quarkus.http.port',
    value: '9090',
    source: 'container-env',
    reason: 'QUARKUS_HTTP_PORT: SonataFlow orders: spec.podTemplate.container.env[0]',
    overridden: [
      { name: 'quarkus.http.port', value: '8080', source: 'immutable', reason: 'every workflow' },
      { name: 'quarkus.http.port', value: 'platform 1', source: 'platform', reason: 'SonataFlowPlatform hub: spec.properties.flow[0]' },
      { name: 'quarkus.http.port', value: 'user 1', source: 'user', reason: 'ConfigMap orders-props: application.properties' },
    ],
  });
});

const workflow = (name: string, namespace: string, env = '', profile = 'dev') => `---
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: ${name}, namespace: ${namespace}, annotations: {sonataflow.org/profile: ${profile}}}
spec:
  podTemplate: {container: {env: [${env}]}}
  flow: {states: [{name: A, type: inject, data: {}, end: true}]}
`;

test('--openshift and --route-domain: the rank of the address in development', () => {
  const dev = file('dev.yaml', workflow('orders', 'shop'));
  const hosts = (...args: string[]) => property('quarkus.dev-ui.hosts', dev, '--workflow', 'orders', ...args);
  expect(hosts()).toBeUndefined();
  expect(hosts('--openshift', '--route-domain', 'apps.example.org')).toMatchObject({ value: 'orders-shop.apps.example.org', source: 'operator' });
});

test.each([
  ['quarkus.http.port', 'in its own words'],
  ['quarkus_http_port', 'with underscores'],
  ['QUARKUS_HTTP_PORT', 'in upper case'],
])('a variable %s sets the property %s', (name) => {
  const path = file('variable.yaml', workflow('orders', 'shop', `{name: ${name}, value: mine}`));
  expect(property('quarkus.http.port', path, '--workflow', 'orders')).toMatchObject({ value: 'mine', source: 'container-env' });
});

test('a variable of another name sets nothing', () => {
  const path = file('other.yaml', workflow('orders', 'shop', '{name: Quarkus_Http_Port, value: mine}'));
  expect(property('quarkus.http.port', path, '--workflow', 'orders')).toMatchObject({ value: '8080', source: 'immutable' });
});

describe('which workflow', () => {
  const several = file('several.yaml', workflow('orders', 'shop') + workflow('orders', 'test') + workflow('billing', 'shop'));

  test.each<[string, string[], string]>([
    ['a name of two', ['--workflow', 'orders'], 'given "orders", the name of 2 workflows; allowed: one of the namespaces shop, test; fix: add --namespace'],
    ['a typo', ['--workflow', 'order'], 'allowed: orders, billing; fix: did you mean "orders"?'],
    ['another namespace', ['--workflow', 'billing', '--namespace', 'test'], 'no workflow in the namespace "test"'],
  ])('%s', (_what, args, message) => {
    expect(run('explain', several, ...args)).toEqual({ status: 1, out: '', err: expect.stringContaining(message) });
  });

  test('with its namespace', () => {
    expect(run('explain', several, '--workflow', 'orders', '--namespace', 'test').out).toMatch(/^SonataFlow test\/orders, profile dev\n/);
  });

  test('no workflow at all', () => {
    const none = file('none.yaml', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n');
    expect(run('explain', none, '--workflow', 'a')).toMatchObject({ status: 1, err: expect.stringContaining('which have none') });
  });
});

test('without --workflow it is called wrongly', () => {
  expect(run('explain', RANKS)).toMatchObject({ status: 2, out: '' });
});

test('help has examples', () => {
  expect(run('explain', '--help').out).toContain('$ cdk8s-sonataflow explain dist/ --workflow orders');
});

test('a value is shown as Java reads it, in one line and with no escape that somebody may have written', () => {
  const properties = 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform\nmetadata: {name: hub, namespace: shop}\n'
    + 'spec: {properties: {flow: [{name: dir, value: \'C:\\temp\\new\'}]}}\n---\n';
  const { out } = run('explain', file('java.yaml', properties + workflow('orders', 'shop')), '--workflow', 'orders');
  expect(out).toContain('  dir = C:\\u0009emp\\u000aew\n');
});
