import { ApiObject, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-34';
import {
  Destination, PostgreSql, PropertyValue, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowResources,
} from '../../src';
import { apiObjectOf } from '../../src/values/api-object-of';
import { definition, testChart } from '../support';

/** The library is built on one version of cdk8s-plus, and apps have others. */

function orders(secretIn?: Chart) {
  const app = Testing.app();
  const databases = new Chart(app, 'databases', { namespace: 'databases' });
  const chart = new Chart(app, 'orders', { namespace: 'orders' });
  const service = new kplus.Service(databases, 'Postgres', { metadata: { name: 'pg' }, ports: [{ port: 6432 }] });
  const secret = new kplus.Secret(secretIn ?? chart, 'Login', { metadata: { name: 'login' } });
  const settings = kplus.ConfigMap.fromConfigMapName(chart, 'Settings', 'settings');
  const platform = new SonataFlowPlatformConstruct(chart, 'Platform', {
    persistence: PostgreSql.fromServiceConstruct(service, { credentials: { secret } }),
    broker: Destination.fromApiObject(ApiObject.of(service)),
    properties: { 'acme.url': PropertyValue.fromConfigMap(settings, 'url'), 'acme.key': PropertyValue.fromSecret(secret, 'key') },
  });
  const workflow = new WorkflowConstruct(platform, 'Greet', {
    definition: definition(),
    secretProperties: { 'acme.token': { secret, key: 'token' } },
    resources: [WorkflowResources.fromConfigMap(settings, { workflowPath: 'specs' })],
  });
  return { chart, platform, workflow };
}

test('its Services, Secrets and ConfigMaps are taken', () => {
  const { chart, platform, workflow } = orders();
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlowPlatform', 'sonataflow-platform').spec).toMatchObject({
    persistence: { postgresql: { secretRef: { name: 'login' }, serviceRef: { name: 'pg', namespace: 'databases', port: 6432 } } },
    eventing: { broker: { ref: { kind: 'Service', name: 'pg', namespace: 'databases' } } },
    properties: { flow: [{ valueFrom: { secretKeyRef: { name: 'login', key: 'key' } } }, { valueFrom: { configMapKeyRef: { name: 'settings', key: 'url' } } }] },
  });
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet').spec).toMatchObject({
    podTemplate: { container: { env: [{ name: 'ACME_TOKEN', valueFrom: { secretKeyRef: { name: 'login', key: 'token' } } }] } },
    resources: { configMaps: [{ configMap: { name: 'settings' }, workflowPath: 'specs' }] },
  });
  expect([...platform.findings, ...workflow.findings].map(({ rule }) => rule)).not.toContain('SF-PG-SECRET-NS');
});

test('its Secret of another namespace is found', () => {
  const { platform } = orders(testChart('elsewhere'));
  expect(platform.findings).toContainEqual(expect.objectContaining({ rule: 'SF-PG-SECRET-NS' }));
});

test('one that is only named makes no object', () => {
  expect(apiObjectOf(kplus.Secret.fromSecretName(testChart(), 'Login', 'login'))).toBeUndefined();
});
