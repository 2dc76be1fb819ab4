import { Lazy, Size } from 'cdk8s';
import { Cpu, EnvValue, ImagePullPolicy, k8s, Secret } from 'cdk8s-plus-28';
import { DeploymentModel, PodDisruptionBudget, SonataFlowTesting, WorkflowConstruct, WorkflowPodTemplate } from '../../../src';
import { podTemplateSpec } from '../../../src/constructs/app/pod-template-spec';
import { CONTAINER_SAMPLE, POD_SAMPLE } from '../../pod-samples';
import { definition, testChart } from '../../support';

const json = (template: WorkflowPodTemplate) => JSON.parse(JSON.stringify(podTemplateSpec(template)));

test('a template that is not given is not written', () => expect(podTemplateSpec(undefined)).toBeUndefined());

test.each<[string, WorkflowPodTemplate, object]>([
  ['nothing', {}, {}],
  ['empty objects', { container: {}, volumes: [{ name: 'a', emptyDir: {} }] }, { container: {}, volumes: [{ name: 'a', emptyDir: {} }] }],
  ['empty strings and lists', { container: { env: [{ name: 'A', value: '' }], args: [] } }, { container: { env: [{ name: 'A', value: '' }], args: [] } }],
  ['zero and false', { replicas: 0, hostNetwork: false }, { replicas: 0, hostNetwork: false }],
  ['words that cdk8s-plus spells in its own way',
    { hostIpc: true, hostPid: true, setHostnameAsFqdn: true }, { hostIPC: true, hostPID: true, setHostnameAsFQDN: true }],
  ['words of cdk8s-plus within lists',
    { container: { ports: [{ containerPort: 1, hostIp: '::1' }] } }, { container: { ports: [{ containerPort: 1, hostIP: '::1' }] } }],
  ['a port that is a number or a name',
    { container: { livenessProbe: { tcpSocket: { port: k8s.IntOrString.fromNumber(80) } }, startupProbe: { tcpSocket: { port: k8s.IntOrString.fromString('web') } } } },
    { container: { livenessProbe: { tcpSocket: { port: 80 } }, startupProbe: { tcpSocket: { port: 'web' } } } }],
  ['quantities', { overhead: { memory: k8s.Quantity.fromString('64Mi') } }, { overhead: { memory: '64Mi' } }],
  ['a budget as a number', { podDisruptionBudget: PodDisruptionBudget.minAvailable(k8s.IntOrString.fromNumber(1)) }, { podDisruptionBudget: { minAvailable: 1 } }],
  ['a budget as a percentage',
    { podDisruptionBudget: PodDisruptionBudget.maxUnavailable(k8s.IntOrString.fromString('50%')) }, { podDisruptionBudget: { maxUnavailable: '50%' } }],
  ['the source of a claim', { resourceClaims: [{ name: 'a', source: { resourceClaimTemplateName: 'b' } }, { name: 'c' }] },
    { resourceClaims: [{ name: 'a', resourceClaimTemplateName: 'b' }, { name: 'c' }] }],
  ['values of cdk8s-plus', {
    container: {
      env: [{ name: 'A', value: 'a' }],
      envVariables: { B: EnvValue.fromValue('b'), C: EnvValue.fromSecretValue({ secret: Secret.fromSecretName(testChart(), 'S', 's'), key: 'k' }) },
      resources: { requests: { 'cpu': k8s.Quantity.fromString('1'), 'example.org/gpu': k8s.Quantity.fromNumber(1) } },
      cpu: { request: Cpu.millis(250), limit: Cpu.units(2) },
      memory: { limit: Size.gibibytes(1) },
      ephemeralStorage: { request: Size.mebibytes(5) },
      imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
    },
  }, {
    container: {
      env: [{ name: 'A', value: 'a' }, { name: 'B', value: 'b' }, { name: 'C', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }],
      resources: { requests: { 'cpu': '250m', 'example.org/gpu': 1, 'ephemeral-storage': '5Mi' }, limits: { cpu: '2', memory: '1Gi' } },
      imagePullPolicy: 'IfNotPresent',
    },
  }],
  ['no values of cdk8s-plus', { container: { envVariables: {}, cpu: {} } }, { container: { env: [], resources: {} } }],
  ['the deployment model', { deploymentModel: DeploymentModel.KNATIVE }, { deploymentModel: 'knative' }],
])('%s', (_what, template, expected) => {
  expect(json(template)).toEqual(expected);
});

test('no field is lost', () => {
  const { container, ...pod } = json({ ...POD_SAMPLE, container: CONTAINER_SAMPLE });
  expect(Object.keys({ container, ...pod })).toHaveLength(Object.keys(POD_SAMPLE).length);
  const { envVariables, cpu, memory, ephemeralStorage, ...fields } = CONTAINER_SAMPLE;
  expect(Object.keys(container)).toHaveLength(Object.keys(fields).length);
});

test.each<[string, (late: never) => WorkflowPodTemplate]>([
  ['the image', (late) => ({ container: { image: late } })],
  ['the value of a variable', (late) => ({ container: { env: [{ name: 'A', value: late }] } })],
  ['a service account', (late) => ({ serviceAccountName: late })],
  ['a label of nodes', (late) => ({ nodeSelector: { zone: late } })],
  ['a ConfigMap of a volume', (late) => ({ volumes: [{ name: 'a', configMap: { name: late } }] })],
])('%s may be known when the app is synthesized', (_what, template) => {
  const chart = testChart('orders');
  const late = Lazy.any({ produce: () => 'known-later' }) as never;
  new WorkflowConstruct(chart, 'W', { definition: definition(), podTemplate: template(late) });
  const { spec } = SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet');
  expect(spec.podTemplate).toEqual(json(template('known-later' as never)));
});
