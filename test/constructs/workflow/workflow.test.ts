import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import {
  ApplicationProperties, InheritedPersistence, JobsServiceConstruct, OperatorVersion, PropertySource, Rendering, Severity,
  SonataFlowPlatformConstruct, SonataFlowPlatformOptions, SonataFlowTesting, WorkflowConstruct, WorkflowDefinition, WorkflowPersistence,
  WorkflowProfile,
} from '../../../src';
import { definition, messageOf, postgres, testChart } from '../../support';

const workflowOf = (chart: Chart, name = 'greet') => SonataFlowTesting.objectNamed(chart, 'SonataFlow', name);

describe('custom resource', () => {
  test('what the definition says of itself goes into name and annotations, the rest into spec.flow', () => {
    const chart = testChart();
    const states = [{ name: 'A', type: 'inject', data: { nothing: null, constructor: 1, deep: [[], {}] }, end: true }];
    new WorkflowConstruct(chart, 'W', {
      definition: WorkflowDefinition.fromObject({
        id: 'greet', version: '1.0', description: 'd', name: 'n', key: 'k', expressionLang: 'jq', specVersion: '0.8', start: 'A', states,
      }),
    });
    expect(workflowOf(chart)).toEqual({
      apiVersion: 'sonataflow.org/v1alpha08',
      kind: 'SonataFlow',
      metadata: {
        name: 'greet',
        annotations: {
          'sonataflow.org/version': '1.0',
          'sonataflow.org/description': 'd',
          'sonataflow.org/name': 'n',
          'sonataflow.org/key': 'k',
          'sonataflow.org/expressionLang': 'jq',
        },
      },
      spec: { flow: { start: 'A', states } },
    });
  });

  test('metadata.name beats the id, annotations of the user beat those of the definition', () => {
    const chart = testChart('orders');
    new WorkflowConstruct(chart, 'W', {
      definition: definition('greet', { version: '1' }),
      metadata: { name: 'other', annotations: { 'sonataflow.org/version': '2' }, labels: { a: 'b' } },
    });
    expect(workflowOf(chart, 'other').metadata)
      .toEqual({ name: 'other', namespace: 'orders', labels: { a: 'b' }, annotations: { 'sonataflow.org/version': '2' } });
  });

  test.each([WorkflowProfile.DEV, WorkflowProfile.PREVIEW, WorkflowProfile.GITOPS])('profile %s', (profile) => {
    const chart = testChart();
    new WorkflowConstruct(chart, 'W', { definition: definition(), profile, podTemplate: { container: { image: 'quay.io/acme/greet:1' } } });
    expect(workflowOf(chart)).toMatchObject({
      metadata: { annotations: { 'sonataflow.org/profile': profile } },
      spec: { podTemplate: { container: { image: 'quay.io/acme/greet:1' } } },
    });
  });

  test('a patch takes effect, and the definition stays as it was', () => {
    const chart = testChart();
    const flow = definition();
    const workflow = new WorkflowConstruct(chart, 'W', { definition: flow });
    ApiObject.of(workflow).addJsonPatch(JsonPatch.replace('/spec/flow/states/0/data', { greeting: 'bye' }));
    expect(workflowOf(chart)).toMatchObject({ spec: { flow: { states: [{ data: { greeting: 'bye' } }] } } });
    expect(flow.flow).toMatchObject({ states: [{ data: { greeting: 'hello' } }] });
  });

  test('without a name there is an error', () => {
    expect(messageOf(() => new WorkflowConstruct(testChart(), 'W', { definition: definition(undefined, { id: undefined }) })))
      .toContain('[chart/W] SF-FLOW-DEFINITION: id: given a definition without an id');
  });
});

describe('persistence in the custom resource', () => {
  const explicit = (schema: string) => ({ postgresql: { serviceRef: { databaseSchema: schema } } });
  test.each<[string, InheritedPersistence | undefined, WorkflowPersistence | undefined, WorkflowProfile | undefined, object | undefined]>([
    ['inherited', undefined, undefined, undefined, explicit('greet')],
    ['inherited', InheritedPersistence.EXPLICIT, WorkflowPersistence.fromPlatform(), WorkflowProfile.PREVIEW, explicit('greet')],
    ['inherited', InheritedPersistence.EMPTY_OBJECT, undefined, undefined, {}],
    ['inherited', InheritedPersistence.ABSENT, undefined, undefined, undefined],
    ['inherited', InheritedPersistence.EXPLICIT, undefined, WorkflowProfile.DEV, undefined],
    ['ephemeral', InheritedPersistence.EXPLICIT, WorkflowPersistence.ephemeral(), undefined, {}],
    ['ephemeral', InheritedPersistence.ABSENT, WorkflowPersistence.ephemeral(), undefined, {}],
    ['ephemeral', InheritedPersistence.EMPTY_OBJECT, WorkflowPersistence.ephemeral(), undefined, undefined],
  ])('%s: %s %#', (_what, inheritedPersistence, persistence, profile, expected) => {
    const chart = testChart();
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { persistence: postgres(chart), inheritedPersistence });
    new WorkflowConstruct(platform, 'W', { definition: definition(), persistence, profile });
    const spec = workflowOf(chart).spec as { persistence?: object };
    if (expected) expect(spec.persistence).toMatchObject(expected);
    else expect(spec).not.toHaveProperty('persistence');
  });

  test('without a database of the platform nothing is written, whatever is said', () => {
    const chart = testChart();
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { inheritedPersistence: InheritedPersistence.EMPTY_OBJECT });
    new WorkflowConstruct(platform, 'W', { definition: definition(), persistence: WorkflowPersistence.fromPlatform() });
    expect(workflowOf(chart).spec).not.toHaveProperty('persistence');
  });

  test('the platform of the namespace counts, without being named', () => {
    const chart = testChart('orders');
    const workflow = new WorkflowConstruct(chart, 'A', { definition: definition() });
    new SonataFlowPlatformConstruct(chart, 'Z', { persistence: postgres(chart) });
    expect(workflow.database?.databaseSchema).toBe('greet');
    expect(workflow.findings.map(({ rule }) => rule)).toEqual(['SF-PG-FLYWAY']);
  });

  test('a platform of another namespace does not', () => {
    const app = Testing.app();
    const elsewhere = new Chart(app, 'elsewhere', { namespace: 'elsewhere' });
    new JobsServiceConstruct(new SonataFlowPlatformConstruct(elsewhere, 'P', { persistence: postgres(elsewhere) }), 'J');
    const workflow = new WorkflowConstruct(new Chart(app, 'orders', { namespace: 'orders' }), 'W', { definition: definition() });
    expect(workflow.database).toBeUndefined();
    expect(workflow.findings).toEqual([expect.objectContaining({ rule: 'SF-PLATFORM-NONE', severity: Severity.WARNING })]);
  });

  test('an image of one\'s own for a database needs extensions', () => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { persistence: postgres(chart) });
    const workflow = new WorkflowConstruct(platform, 'W', {
      definition: definition(), podTemplate: { container: { image: 'quay.io/acme/greet:1' } },
    });
    expect(workflow.effectiveProfile).toBe(WorkflowProfile.GITOPS);
    expect(workflow.requiredExtensionsBuildArg)
      .toBe('QUARKUS_EXTENSIONS=io.quarkus:quarkus-jdbc-postgresql,io.quarkus:quarkus-agroal,org.kie:kie-addons-quarkus-persistence-jdbc');
    expect(workflow.findings.map(({ rule, severity }) => `${rule} ${severity}`).sort()).toEqual(['SF-GITOPS-EXTENSIONS information', 'SF-PG-FLYWAY warning']);
    const ephemeral = new WorkflowConstruct(platform, 'E', { definition: definition('e'), persistence: WorkflowPersistence.ephemeral() });
    expect(ephemeral.requiredExtensionsBuildArg).toBeUndefined();
    expect(workflow.requiredExtensions).toEqual([
      'io.quarkus:quarkus-jdbc-postgresql', 'io.quarkus:quarkus-agroal', 'org.kie:kie-addons-quarkus-persistence-jdbc', ...ephemeral.requiredExtensions,
    ]);
  });

  test('the builder is the platform\'s, else the operator\'s', () => {
    const builderOf = (options: SonataFlowPlatformOptions) => {
      const platform = new SonataFlowPlatformConstruct(testChart('orders'), 'P', options);
      return new WorkflowConstruct(platform, 'W', { definition: definition() }).builderImage;
    };
    expect(builderOf({})).toBe('docker.io/apache/incubator-kie-sonataflow-builder:10.1.0');
    expect(builderOf({ operatorVersion: OperatorVersion.OSL_1_38 })).toBe('registry.redhat.io/openshift-serverless-1/logic-swf-builder-rhel9:1.38.1');
    expect(builderOf({ buildConfig: { baseImage: 'registry.example.org/builder:1' } })).toBe('registry.example.org/builder:1');
  });
});

describe('application properties', () => {
  const properties = (applicationProperties: ApplicationProperties) => {
    const chart = testChart('orders');
    const workflow = new WorkflowConstruct(chart, 'W', { definition: definition(), applicationProperties });
    return { workflow, configMap: SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'greet-props') };
  };

  test('go into the ConfigMap <workflow>-props as they are', () => {
    const text = '# mine\na.b = c\n\n';
    const { configMap } = properties(ApplicationProperties.fromString(text));
    expect(configMap).toMatchObject({ metadata: { namespace: 'orders' }, data: { 'application.properties': text } });
  });

  test('an empty text survives', () => {
    expect(properties(ApplicationProperties.fromString('')).configMap.data).toEqual({ 'application.properties': '' });
  });

  test('managed properties beat them, and each entry names its source', () => {
    const { workflow } = properties(ApplicationProperties.fromRecord({ 'mine': ' a\\b', 'quarkus.http.port': '9090' }));
    const effective = workflow.effectiveProperties;
    expect(effective).toContainEqual({
      name: 'mine', value: ' a\\b', source: PropertySource.USER, reason: 'ConfigMap greet-props: application.properties',
    });
    expect(effective.filter(({ name }) => name === 'quarkus.http.port'))
      .toEqual([{ name: 'quarkus.http.port', value: '8080', source: PropertySource.IMMUTABLE, reason: 'every workflow' }]);
    expect(effective.map(({ name }) => name)).toEqual(effective.map(({ name }) => name).sort());
  });
});

describe('where values come from', () => {
  const PROPERTIES = { flow: [{ name: 'acme.password', valueFrom: { secretKeyRef: { name: 'acme', key: 'password' } } }] };
  const explanation = (rendering: Rendering) => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { rendering });
    ApiObject.of(platform).addJsonPatch(JsonPatch.add('/spec/properties', PROPERTIES));
    const workflow = new WorkflowConstruct(platform, 'W', {
      definition: definition(),
      podTemplate: { container: { image: 'example.org/greet:1' } },
      applicationProperties: ApplicationProperties.fromRecord({ 'quarkus.http.port': '1' }),
    });
    ApiObject.of(workflow).addJsonPatch(JsonPatch.add('/spec/podTemplate/container/env', [{ name: 'QUARKUS_HTTP_PORT', value: '9090' }]));
    return { ...workflow.explain(), effective: workflow.effectiveProperties };
  };
  const PORT = { value: '9090', source: PropertySource.CONTAINER_ENV, reason: 'SonataFlow greet: spec.podTemplate.container.env[0]' };
  const PASSWORD = { value: '<secret acme/password>', source: PropertySource.PLATFORM, reason: 'SonataFlowPlatform sonataflow-platform: spec.properties.flow[0]', overridden: [] };

  test.each([Rendering.customResources(), Rendering.kubernetesObjects()])('what is in force and what is explained are the same', (rendering) => {
    const { effective, properties } = explanation(rendering);
    expect(effective).toEqual(properties.map(({ overridden: _overridden, ...entry }) => entry));
    expect(effective).toContainEqual({ name: 'quarkus.http.port', ...PORT, reason: `QUARKUS_HTTP_PORT: ${PORT.reason}` });
  });

  test('an operator copies what the platform refers to', () => {
    const { environment, properties } = explanation(Rendering.customResources());
    expect(environment).toEqual([{ name: 'QUARKUS_HTTP_PORT', ...PORT, overridden: [] }]);
    expect(properties).toContainEqual({ name: 'acme.password', ...PASSWORD });
    expect(properties).toContainEqual({
      name: 'quarkus.http.port',
      ...PORT,
      reason: `QUARKUS_HTTP_PORT: ${PORT.reason}`,
      overridden: [
        { name: 'quarkus.http.port', value: '8080', source: PropertySource.IMMUTABLE, reason: 'every workflow' },
        { name: 'quarkus.http.port', value: '1', source: PropertySource.USER, reason: 'ConfigMap greet-props: application.properties' },
      ],
    });
  });

  test('without an operator a variable takes its place', () => {
    const { environment, properties } = explanation(Rendering.kubernetesObjects());
    expect(environment.map(({ name }) => name)).toEqual(['ACME_PASSWORD', 'QUARKUS_HTTP_PORT']);
    expect(environment[0]).toEqual({ name: 'ACME_PASSWORD', ...PASSWORD });
    expect(properties).toContainEqual({ name: 'acme.password', ...PASSWORD, reason: `ACME_PASSWORD: ${PASSWORD.reason}` });
  });
});

test('two workflows of one name in one namespace', () => {
  const chart = testChart('orders');
  new WorkflowConstruct(chart, 'A', { definition: definition() });
  const second = new WorkflowConstruct(chart, 'B', { definition: definition() });
  new WorkflowConstruct(new Chart(chart, 'other', { namespace: 'other' }), 'C', { definition: definition() });
  expect(second.findings).toContainEqual(expect.objectContaining({ rule: 'SF-WORKFLOW-TWO', given: expect.stringContaining('chart/A, chart/B') }));
});

test('gitops without an image', () => {
  const workflow = new WorkflowConstruct(testChart('orders'), 'W', { definition: definition(), profile: WorkflowProfile.GITOPS });
  expect(workflow.findings).toContainEqual(expect.objectContaining({ rule: 'SF-IMAGE-MISSING', severity: Severity.ERROR }));
});
