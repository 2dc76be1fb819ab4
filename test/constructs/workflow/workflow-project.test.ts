import { Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ApplicationProperties, SonataFlowTesting, WorkflowConstruct, WorkflowConstructProps, WorkflowProfile, WorkflowProject, WorkflowProjectOptions,
  WorkflowResources,
} from '../../../src';
import { definition, messageOf, projectDirectory, testChart } from '../../support';

const FILES = {
  'application.properties': 'greeting=hello\n',
  'secret.properties': 'acme.token=hush\n%dev,prod.acme.key=hush too\n',
  'specs/pay.yaml': 'openapi: 3.0.3\n',
  'schemas/in.json': '{}',
};
const IMAGE = { podTemplate: { container: { image: 'example.org/greet:1' } } };

function chartWith(props: Partial<WorkflowConstructProps> = {}, options: WorkflowProjectOptions = {}, files: Record<string, string> = FILES) {
  const chart = testChart('orders');
  const workflow = new WorkflowConstruct(chart, 'W', { project: WorkflowProject.fromDirectory(projectDirectory(files), options), ...props });
  return { chart, workflow };
}

const identities = (objects: any[]) => objects.map(({ kind, metadata: { name } }) => `${kind} ${name}`); // eslint-disable-line @typescript-eslint/no-explicit-any

test('the objects of kn workflow gen-manifest, under names that stay', () => {
  const { chart } = chartWith();
  expect(identities(Testing.synth(chart))).toEqual([
    'ConfigMap greet-props', 'ConfigMap greet.resources.schemas', 'ConfigMap greet.resources.specs', 'SonataFlow greet',
  ]);
  const ref = (key: string) => ({ secretKeyRef: { name: 'greet-secrets', key } });
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet')).toMatchObject({
    metadata: { annotations: { 'sonataflow.org/profile': 'preview', 'sonataflow.org/version': '1.0' } },
    spec: {
      resources: {
        configMaps: [
          { configMap: { name: 'greet.resources.schemas' }, workflowPath: 'schemas' }, { configMap: { name: 'greet.resources.specs' }, workflowPath: 'specs' },
        ],
      },
      podTemplate: {
        container: {
          env: [
            { name: '_DEV_ACME_KEY', valueFrom: ref('_dev_prod.acme.key') },
            { name: '_PROD_ACME_KEY', valueFrom: ref('_dev_prod.acme.key') },
            { name: 'ACME_TOKEN', valueFrom: ref('acme.token') },
          ],
        },
      },
    },
  });
  expect(JSON.stringify(Testing.synth(chart))).not.toContain('hush');
});

test('the Secret is written when that is asked for, before the custom resource', () => {
  const { chart } = chartWith({}, { emitSecret: true, secretName: 'tokens' });
  expect(identities(Testing.synth(chart))).toEqual([
    'Secret tokens', 'ConfigMap greet-props', 'ConfigMap greet.resources.schemas', 'ConfigMap greet.resources.specs', 'SonataFlow greet',
  ]);
  expect(SonataFlowTesting.objectNamed(chart, 'Secret', 'tokens')).toMatchObject({
    metadata: { namespace: 'orders' }, type: 'Opaque', stringData: { 'acme.token': 'hush', '_dev_prod.acme.key': 'hush too' },
  });
});

test('without secret properties there is no Secret', () => {
  expect(identities(Testing.synth(chartWith({}, { emitSecret: true }, {}).chart))).toEqual(['SonataFlow greet']);
});

test.each<[string, Partial<WorkflowConstructProps>, WorkflowProfile]>([
  ['nothing', {}, WorkflowProfile.PREVIEW],
  ['an image', IMAGE, WorkflowProfile.GITOPS],
  ['dev', { profile: WorkflowProfile.DEV }, WorkflowProfile.DEV],
  ['dev and an image', { profile: WorkflowProfile.DEV, ...IMAGE }, WorkflowProfile.DEV],
])('given %s, the profile is said', (_what, props, profile) => {
  expect(SonataFlowTesting.objectNamed(chartWith(props).chart, 'SonataFlow', 'greet')).toMatchObject({ metadata: { annotations: { 'sonataflow.org/profile': profile } } });
});

describe('an image that holds the files', () => {
  const called = (specs: Record<string, string>) => {
    const flow = {
      id: 'greet',
      start: 'Pay',
      functions: [{ name: 'pay', operation: 'specs/pay.yaml#pay' }],
      states: [{ name: 'Pay', type: 'operation', actions: [{ functionRef: 'pay' }], end: true }],
    };
    return chartWith({ profile: WorkflowProfile.GITOPS, ...IMAGE }, {}, { 'greet.sw.json': JSON.stringify(flow), ...specs });
  };
  const openApi = (operationId: string) => ({ 'specs/pay.yaml': `openapi: 3.0.3\npaths: {/pay: {post: {operationId: ${operationId}}}}\n` });

  test('they are not written', () => expect(identities(Testing.synth(called(openApi('pay')).chart))).toEqual(['SonataFlow greet']));

  test.each([
    ['all there', openApi('pay'), []],
    ['no such operation', openApi('refund'), ['SF-FLOW-OPERATION']],
    ['no such file', { 'specs/pays.yaml': 'openapi: 3.0.3' }, ['SF-FLOW-SPEC']],
  ])('the checks look at them: %s', (_what, files, rules) => {
    const { findings } = called(files).workflow;
    expect(findings.map(({ rule }) => rule).filter((rule) => /^SF-(FLOW|RESOURCES)/.test(rule))).toEqual(rules);
    if (rules.includes('SF-FLOW-SPEC')) expect(findings.find(({ rule }) => rule === 'SF-FLOW-SPEC')?.fix).toBe('did you mean "specs/pays.yaml"?');
  });
});

test('what is given beside the project counts', () => {
  const { chart, workflow } = chartWith({
    applicationProperties: ApplicationProperties.fromString('other=1'),
    resources: [WorkflowResources.fromString('more.yaml', '', { workflowPath: 'more' })],
    secretProperties: { own: { secret: kplus.Secret.fromSecretName(testChart(), 'S', 'own'), key: 'k' } },
    metadata: { name: 'hello' },
  });
  expect(identities(Testing.synth(chart))).toEqual([
    'ConfigMap hello-props', 'ConfigMap hello.resources.more', 'ConfigMap hello.resources.schemas', 'ConfigMap hello.resources.specs', 'SonataFlow hello',
  ]);
  expect(SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'hello-props')).toMatchObject({ data: { 'application.properties': 'other=1' } });
  expect(Object.keys(workflow.secretProperties)).toEqual(['%dev.acme.key', '%prod.acme.key', 'acme.token', 'own']);
  expect(workflow.secretProperties['acme.token'].secret.name).toBe('hello-secrets');
});

test.each<[string, WorkflowConstructProps, RegExp]>([
  ['neither', {}, /SF-FLOW-DEFINITION: given neither a definition nor a project/],
  ['both', { definition: definition(), project: WorkflowProject.fromDirectory(projectDirectory()) }, /given a definition and a project/],
])('%s of definition and project', (_what, props, message) => {
  expect(messageOf(() => new WorkflowConstruct(testChart(), 'W', props))).toMatch(message);
});
