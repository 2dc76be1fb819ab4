import { Chart, Duration, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  BuildStrategy, PropertySource, PropertyValue, Rendering, SonataFlowPlatformConstruct, SonataFlowPlatformOptions, SonataFlowTesting,
  WorkflowConstruct, WorkflowProfile,
} from '../../../src';
import { brokenRules, definition, testChart } from '../../support';

function specOf(chart: Chart, options: SonataFlowPlatformOptions) {
  new SonataFlowPlatformConstruct(chart, 'P', options);
  return SonataFlowTesting.objectNamed(chart, 'SonataFlowPlatform', 'sonataflow-platform').spec;
}

test('Flyway is switched on by the property that the runtime reads, once', () => {
  const flow = (options: SonataFlowPlatformOptions) => (specOf(testChart('orders'), options) as { properties?: unknown }).properties;
  expect(flow({ flywayEnabled: true })).toEqual({ flow: [{ name: 'kie.flyway.enabled', value: 'true' }] });
  expect(flow({ flywayEnabled: false })).toEqual({ flow: [{ name: 'kie.flyway.enabled', value: 'false' }] });
  expect(flow({})).toBeUndefined();
  expect(brokenRules(() => flow({ flywayEnabled: true, properties: { 'kie.flyway.enabled': PropertyValue.fromText('true') } }))).toEqual(['SF-PROP-TWO']);
});

test('build, dev mode and monitoring are written in the words of the custom resource', () => {
  const chart = testChart('orders');
  const secret = kplus.Secret.fromSecretName(chart, 'S', 'registry-login');
  expect(specOf(chart, {
    buildConfig: {
      baseImage: 'example.org/builder:1',
      registry: { address: 'example.org:5000', secret, insecure: false, ca: 'ca', organization: 'acme' },
      strategy: BuildStrategy.OPERATOR,
      strategyOptions: { KanikoBuildCacheEnabled: 'true' },
      timeout: Duration.minutes(90),
    },
    buildTemplate: {
      timeout: Duration.millis(1500),
      resources: { limits: { memory: kplus.k8s.Quantity.fromString('2Gi'), cpu: kplus.k8s.Quantity.fromNumber(1) } },
      arguments: ['--verbosity=debug'],
      buildArgs: [{ name: 'QUARKUS_EXTENSIONS', value: 'a:b:1' }],
      envs: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'login', key: 'token' } } }],
    },
    devModeBaseImage: 'example.org/dev:1',
    monitoring: true,
  })).toEqual({
    build: {
      config: {
        baseImage: 'example.org/builder:1',
        registry: { address: 'example.org:5000', secret: 'registry-login', insecure: false, ca: 'ca', organization: 'acme' },
        strategy: 'operator',
        strategyOptions: { KanikoBuildCacheEnabled: 'true' },
        timeout: '1h30m0s',
      },
      template: {
        timeout: '1.5s',
        resources: { limits: { memory: '2Gi', cpu: 1 } },
        arguments: ['--verbosity=debug'],
        buildArgs: [{ name: 'QUARKUS_EXTENSIONS', value: 'a:b:1' }],
        envs: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'login', key: 'token' } } }],
      },
    },
    devMode: { baseImage: 'example.org/dev:1' },
    monitoring: { enabled: true },
  });
});

test('what is said empty is written empty, what is not said is not', () => {
  expect(specOf(testChart(), { buildConfig: {} })).toEqual({ build: { config: {} } });
  expect(specOf(testChart(), { buildTemplate: {}, monitoring: false })).toEqual({ build: { template: {} }, monitoring: { enabled: false } });
  expect(specOf(testChart(), {})).toEqual({});
});

describe('properties', () => {
  const keys = (chart: Chart) => ({
    token: PropertyValue.fromSecret(kplus.Secret.fromSecretName(chart, 'Login', 'login'), 'token'),
    url: PropertyValue.fromConfigMap(kplus.ConfigMap.fromConfigMapName(chart, 'Settings', 'settings'), 'url'),
  });

  test('come by name, in whatever order they are said', () => {
    const chart = testChart('orders');
    const { token, url } = keys(chart);
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { properties: { 'acme.url': url, 'acme.region': PropertyValue.fromText('eu') } });
    platform.addProperty('acme.token', token);
    expect(SonataFlowTesting.objectNamed(chart, 'SonataFlowPlatform', 'sonataflow-platform').spec).toEqual({
      properties: {
        flow: [
          { name: 'acme.region', value: 'eu' },
          { name: 'acme.token', valueFrom: { secretKeyRef: { name: 'login', key: 'token' } } },
          { name: 'acme.url', valueFrom: { configMapKeyRef: { name: 'settings', key: 'url' } } },
        ],
      },
    });
  });

  test('twice, or without a name', () => {
    const text = PropertyValue.fromText('eu');
    const platform = new SonataFlowPlatformConstruct(testChart(), 'P', { properties: { 'acme.region': text } });
    expect(brokenRules(() => platform.addProperty('acme.region', text))).toEqual(['SF-PROP-TWO']);
    expect(brokenRules(() => platform.addProperty('', text))).toEqual(['SF-PROP-TWO']);
  });

  test('are managed properties of the workflows; as Kubernetes objects a reference becomes an environment variable', () => {
    const chart = testChart('orders');
    const { token, url } = keys(chart);
    new kplus.ConfigMap(chart, 'Given', { metadata: { name: 'settings' }, data: { url: 'http://shop' } });
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { rendering: Rendering.kubernetesObjects(), properties: { 'acme.url': url, 'acme.token': token } });
    const workflow = new WorkflowConstruct(platform, 'W', {
      definition: definition(), podTemplate: { container: { image: 'example.org/greet:1' } },
    });
    expect(workflow.managedProperties.filter(({ source }) => source === PropertySource.PLATFORM).map(({ name, value }) => [name, value]))
      .toEqual([['acme.token', '<secret login/token>'], ['acme.url', 'http://shop']]);
    expect(SonataFlowTesting.objectNamed(chart, 'Deployment', 'greet')).toMatchObject({
      spec: { template: { spec: { containers: [{ env: [{ name: 'ACME_TOKEN', valueFrom: { secretKeyRef: { name: 'login', key: 'token' } } }] }] } } },
    });
  });
});

test('monitoring makes ServiceMonitors, and the dev image runs what is in development', () => {
  const chart = testChart('orders');
  const platform = new SonataFlowPlatformConstruct(chart, 'P', {
    rendering: Rendering.kubernetesObjects(), monitoring: true, devModeBaseImage: 'example.org/dev:1',
  });
  new WorkflowConstruct(platform, 'W', { definition: definition(), podTemplate: { container: { image: 'example.org/greet:1' } } });
  new WorkflowConstruct(platform, 'D', { definition: definition('lab'), profile: WorkflowProfile.DEV });
  expect(SonataFlowTesting.objectNamed(chart, 'ServiceMonitor', 'greet')).toBeDefined();
  expect(SonataFlowTesting.objectNamed(chart, 'Deployment', 'lab'))
    .toMatchObject({ spec: { template: { spec: { containers: [{ image: 'example.org/dev:1' }] } } } });
});

test('labels of the chart count as those of the custom resource', () => {
  const chart = new Chart(Testing.app(), 'orders', { namespace: 'orders', labels: { team: 'loans' } });
  const platform = new SonataFlowPlatformConstruct(chart, 'P', { rendering: Rendering.kubernetesObjects() });
  new WorkflowConstruct(platform, 'W', {
    definition: definition(), metadata: { labels: { tier: 'gold' }, annotations: { note: 'n' } }, podTemplate: { container: { image: 'example.org/greet:1' } },
  });
  for (const [kind, name] of [['ConfigMap', 'greet-managed-props'], ['Deployment', 'greet'], ['Service', 'greet']]) {
    expect(SonataFlowTesting.objectNamed(chart, kind, name)).toMatchObject({ metadata: { labels: { team: 'loans', tier: 'gold' } } });
  }
});
