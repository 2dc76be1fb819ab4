import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ApplicationProperties, PropertySource, Rendering, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowConstructProps,
} from '../../../src';
import { SecretProperties } from '../../../src/constructs/workflow/secret-properties';
import { brokenRules, definition, messageOf, testChart } from '../../support';

const PODS = { container: { image: 'example.org/greet:1' } };
const secretIn = (chart: Chart) => kplus.Secret.fromSecretName(chart, 'Login', 'login');
const workflowIn = (chart: Chart, props: Partial<WorkflowConstructProps> = {}) =>
  new WorkflowConstruct(chart, 'W', { definition: definition(), podTemplate: PODS, ...props });
const variable = (name: string, key: string) => ({ name, valueFrom: { secretKeyRef: { name: 'login', key } } });

test('become environment variables of the names by which Quarkus finds them, in whatever order they are said', () => {
  const chart = testChart('orders');
  const secret = secretIn(chart);
  const workflow = workflowIn(chart, { secretProperties: { 'quarkus.rest-client."shop".token': { secret, key: 'token' } } });
  workflow.addSecretProperty('acme.api-key', { secret, key: 'key' });
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet').spec).toMatchObject({
    podTemplate: { container: { image: 'example.org/greet:1', env: [variable('ACME_API_KEY', 'key'), variable('QUARKUS_REST_CLIENT__SHOP__TOKEN', 'token')] } },
  });
});

test('come without a pod template too', () => {
  const chart = testChart('orders');
  workflowIn(chart, { podTemplate: undefined, secretProperties: { a: { secret: secretIn(chart), key: 'k' } } });
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet').spec).toMatchObject({ podTemplate: { container: { env: [variable('A', 'k')] } } });
});

test('come behind the variables of the pod template', () => {
  const properties = new SecretProperties('w');
  properties.add('a', { secret: secretIn(testChart()), key: 'k' });
  const env = [{ name: 'Z', value: '1' }];
  expect(properties.addedTo({ podTemplate: { replicas: 2, container: { env, image: 'i' } } }))
    .toEqual({ podTemplate: { replicas: 2, container: { image: 'i', env: [...env, variable('A', 'k')] } } });
});

test('no value of a Secret is in the Kubernetes objects', () => {
  const chart = testChart('orders');
  const secret = new kplus.Secret(new Chart(chart, 'elsewhere'), 'Login', { metadata: { name: 'login' }, stringData: { key: 'hunter2' } });
  new SonataFlowPlatformConstruct(chart, 'P', { rendering: Rendering.kubernetesObjects() });
  workflowIn(chart, { secretProperties: { 'acme.key': { secret, key: 'key' } } });
  const written = Testing.synth(chart);
  expect(JSON.stringify(written)).not.toContain('hunter2');
  expect(written.find(({ kind }) => kind === 'Deployment')).toMatchObject({
    spec: { template: { spec: { containers: [{ env: [variable('ACME_KEY', 'key')] }] } } },
  });
});

test('beat every other property, and name the Secret in place of the value', () => {
  const chart = testChart('orders');
  const secret = secretIn(chart);
  const workflow = workflowIn(chart, {
    applicationProperties: ApplicationProperties.fromRecord({ 'acme.key': 'open', 'zz': '1' }),
    secretProperties: { 'acme.key': { secret, key: 'key' }, 'acme.only': { secret, key: 'only' }, 'quarkus.http.port': { secret, key: 'port' } },
  });
  const effective = workflow.effectiveProperties;
  const container = (i: number) => ({ source: PropertySource.CONTAINER_ENV, reason: expect.stringContaining(`: spec.podTemplate.container.env[${i}]`) });
  expect(effective.filter(({ name }) => ['acme.key', 'acme.only', 'quarkus.http.port'].includes(name))).toEqual([
    { name: 'acme.key', value: '<secret login/key>', ...container(0) },
    { name: 'acme.only', value: '<secret login/only>', ...container(1) },
    { name: 'quarkus.http.port', value: '<secret login/port>', ...container(2) },
  ]);
  expect(effective.map(({ name }) => name)).toEqual(effective.map(({ name }) => name).sort());
});

describe('mistakes', () => {
  test('twice, without a name, or what Kubernetes refuses', () => {
    const chart = testChart();
    const secret = secretIn(chart);
    const workflow = workflowIn(chart, { secretProperties: { a: { secret, key: 'k' } } });
    expect(brokenRules(() => workflow.addSecretProperty('a', { secret, key: 'k' }))).toEqual(['SF-PROP-TWO']);
    expect(brokenRules(() => workflow.addSecretProperty('', { secret, key: 'k' }))).toEqual(['SF-PROP-TWO']);
    expect(brokenRules(() => workflow.addSecretProperty('b', { secret: kplus.Secret.fromSecretName(chart, 'X', 'No Name'), key: 'a/b' }))).toEqual(['SF-NAME', 'SF-PROP-KEY']);
  });

  test('of several all at once', () => {
    const chart = testChart();
    const named = (name: string) => kplus.Secret.fromSecretName(chart, name, name);
    const secretProperties = { a: { secret: named('A B'), key: 'k' }, b: { secret: named('C D'), key: 'k y' } };
    expect(brokenRules(() => workflowIn(chart, { secretProperties }))).toEqual(['SF-NAME', 'SF-NAME', 'SF-PROP-KEY']);
  });

  test('properties that become one variable, also one that came by patch', () => {
    const chart = testChart('orders');
    const secret = secretIn(chart);
    const workflow = workflowIn(chart, { secretProperties: { 'acme.key': { secret, key: 'k' }, 'acme-key': { secret, key: 'k' }, 'other': { secret, key: 'k' } } });
    const doubled = () => workflow.findings.filter(({ rule }) => rule === 'SF-PROP-VARIABLE').map(({ field }) => field);
    expect(doubled()).toEqual(['spec.podTemplate.container.env[1]']);
    expect(messageOf(() => Testing.synth(chart))).toContain('SF-PROP-VARIABLE');
    ApiObject.of(workflow).addJsonPatch(JsonPatch.add('/spec/podTemplate/container/env/-', { name: 'OTHER', value: 'open' }));
    expect(doubled()).toEqual(['spec.podTemplate.container.env[1]', 'spec.podTemplate.container.env[3]']);
  });
});

test('a variable that is there already is told once', () => {
  const chart = testChart('orders');
  const env = [{ name: 'ACME_TOKEN', value: 'a' }];
  const workflow = workflowIn(chart, { podTemplate: { container: { ...PODS.container, env } }, secretProperties: { 'acme.token': { secret: secretIn(chart), key: 'k' } } });
  expect(workflow.findings.map(({ rule }) => rule).filter((rule) => rule !== 'SF-PLATFORM-NONE')).toEqual(['SF-PROP-VARIABLE']);
});
