import { ApiObject, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as newest from 'cdk8s-plus-34';
import {
  DataIndexConstruct, DeploymentModel, JobsServiceConstruct, OperatorVersion, PodDisruptionBudget, Rendering,
  SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowPodTemplate,
} from '../../src';
import { definition, messageOf } from '../support';

const RESOURCES = { requests: { cpu: kplus.k8s.Quantity.fromString('500m'), memory: kplus.k8s.Quantity.fromString('1Gi') } };
const { APACHE_10_1_0, KUBESMARTS_1_X } = OperatorVersion;
const OBJECTS = Rendering.kubernetesObjects();

interface Setting {
  readonly rendering?: Rendering;
  readonly operatorVersion?: OperatorVersion;
  readonly podTemplate?: WorkflowPodTemplate;
}

function app({ rendering, operatorVersion = KUBESMARTS_1_X, podTemplate }: Setting = {}) {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'orders' });
  const platform = new SonataFlowPlatformConstruct(chart, 'P', { rendering, operatorVersion });
  const jobs = new JobsServiceConstruct(platform, 'J');
  const dataIndex = new DataIndexConstruct(platform, 'D');
  const workflow = new WorkflowConstruct(platform, 'W', {
    definition: definition(), podTemplate: { container: { image: 'example.org/greet:1', resources: RESOURCES }, ...podTemplate },
  });
  return { chart, platform, jobs, dataIndex, workflow };
}

const specOf = (chart: Chart, kind: string, name: string) => SonataFlowTesting.objectNamed(chart, kind, name).spec;
const rules = (chart: Chart) => SonataFlowTesting.findings(chart).map(({ rule }) => rule);

describe('an autoscaler of cdk8s-plus', () => {
  test.each<[string, Setting, object]>([
    ['scales the custom resource where that can be', {}, { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlow', name: 'greet' }],
    ['else the Deployment', { operatorVersion: APACHE_10_1_0 }, { apiVersion: 'apps/v1', kind: 'Deployment', name: 'greet' }],
    ['and the Deployment that is rendered', { rendering: OBJECTS }, { apiVersion: 'apps/v1', kind: 'Deployment', name: 'greet' }],
  ])('%s', (_what, setting, target) => {
    const { workflow } = app(setting);
    expect(workflow.toScalingTarget()).toMatchObject(target);
  });

  test('asks for no metrics where the container has resources', () => {
    const { chart, workflow, dataIndex } = app({ rendering: OBJECTS });
    const scaler = new kplus.HorizontalPodAutoscaler(chart, 'A', { target: workflow, maxReplicas: 5 });
    new kplus.HorizontalPodAutoscaler(chart, 'B', { target: dataIndex, maxReplicas: 5 });
    expect([workflow.hasAutoscaler, dataIndex.hasAutoscaler]).toEqual([true, true]);
    const [container, ...others] = workflow.toScalingTarget().containers;
    expect(others).toEqual([]);
    expect(container).toMatchObject({ name: 'workflow', image: 'example.org/greet:1', resources: { cpu: { request: { amount: '500m' } } } });
    expect(container.resources?.memory?.request?.toMebibytes()).toBe(1024);
    expect(specOf(chart, 'HorizontalPodAutoscaler', scaler.name).scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'greet' });
    for (const name of ['greet', dataIndex.serviceName]) expect(specOf(chart, 'Deployment', name)).not.toHaveProperty('replicas');
    expect(specOf(chart, 'Deployment', 'sonataflow-platform-jobs-service')).toHaveProperty('replicas', 1);
  });

  test('is refused as cdk8s-plus refuses it: without metrics and resources, or with fixed replicas', () => {
    const { chart, workflow } = app({ podTemplate: { container: { image: 'example.org/greet:1' }, replicas: 2 } });
    new kplus.HorizontalPodAutoscaler(chart, 'A', { target: workflow, maxReplicas: 5 });
    const message = messageOf(() => Testing.synth(chart));
    expect(message).toContain('does not have metrics defined');
    expect(message).toContain('cannot have a fixed number of replicas (2)');
  });

  test.each<[Setting, string]>([
    [{ operatorVersion: APACHE_10_1_0 }, 'warning'], [{}, 'warning'], [{ rendering: OBJECTS }, 'error'],
  ])('has nothing to scale of a workflow with Knative (%#)', (setting, severity) => {
    const { chart, workflow } = app({ ...setting, podTemplate: { deploymentModel: DeploymentModel.KNATIVE } });
    new kplus.HorizontalPodAutoscaler(chart, 'A', { target: workflow, maxReplicas: 5 });
    expect(SonataFlowTesting.findings(chart).filter(({ rule }) => /HPA/.test(rule)).map((finding) => [finding.rule, finding.severity])).toEqual([['SF-HPA-TARGET', severity]]);
  });

  test('is found where the operator sets the replicas back', () => {
    const { chart, workflow, dataIndex } = app({ operatorVersion: APACHE_10_1_0 });
    new kplus.HorizontalPodAutoscaler(chart, 'A', { target: workflow, maxReplicas: 5 });
    new kplus.HorizontalPodAutoscaler(chart, 'B', { target: dataIndex, maxReplicas: 5 });
    expect(SonataFlowTesting.findings(chart).filter(({ rule }) => rule === 'SF-REPLICAS-HPA').map(({ field }) => field))
      .toEqual(['spec.services.dataIndex.podTemplate', 'spec.podTemplate']);
  });
});

function autoscaler(chart: Chart, kind: string, apiVersion: string, minReplicas?: number): void {
  new ApiObject(chart, 'Scaler', {
    apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'scaler' }, spec: { minReplicas, maxReplicas: 5, scaleTargetRef: { apiVersion, kind, name: 'greet' } },
  });
}

describe('an autoscaler of others where Kubernetes objects are rendered', () => {
  test('is refused with the way out when it targets the custom resource', () => {
    const { chart } = app({ rendering: OBJECTS });
    autoscaler(chart, 'SonataFlow', 'sonataflow.org/v1alpha08');
    expect(messageOf(() => Testing.synth(chart))).toContain('SF-HPA-TARGET: given the HorizontalPodAutoscaler "scaler" of the SonataFlow "greet", which is not written; '
      + 'allowed: the Deployment "greet"; fix: write scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: greet}');
  });

  test.each([APACHE_10_1_0, KUBESMARTS_1_X])('leaves the replicas out when it targets the Deployment (%#)', (operatorVersion) => {
    const { chart } = app({ rendering: OBJECTS, operatorVersion });
    expect(specOf(chart, 'Deployment', 'greet').replicas).toBe(1);
    autoscaler(chart, 'Deployment', 'apps/v1');
    expect(specOf(chart, 'Deployment', 'greet')).not.toHaveProperty('replicas');
  });

  test('keeps the budget, and to the letter it is as the operator makes it', () => {
    const podTemplate = { podDisruptionBudget: PodDisruptionBudget.minAvailable(kplus.k8s.IntOrString.fromNumber(1)) };
    const kinds = (corrections: boolean) => {
      const { chart } = app({ rendering: Rendering.kubernetesObjects({ corrections }), podTemplate });
      autoscaler(chart, 'Deployment', 'apps/v1', 2);
      return [specOf(chart, 'Deployment', 'greet').replicas, (Testing.synth(chart) as ApiObject[]).filter(({ kind }) => kind === 'PodDisruptionBudget').length];
    };
    expect(kinds(true)).toEqual([undefined, 1]);
    expect(kinds(false)).toEqual([1, 0]);
  });
});

describe('a PodDisruptionBudget', () => {
  const amount = (value: number | string) => typeof value === 'number' ? kplus.k8s.IntOrString.fromNumber(value) : kplus.k8s.IntOrString.fromString(value);
  const minAvailable = (value: number | string) => PodDisruptionBudget.minAvailable(amount(value));
  const maxUnavailable = (value: number | string) => PodDisruptionBudget.maxUnavailable(amount(value));

  test.each<[string, WorkflowPodTemplate, boolean]>([
    ['of one pod', { podDisruptionBudget: minAvailable(1) }, true],
    ['of all pods', { replicas: 3, podDisruptionBudget: minAvailable(3) }, true],
    ['of one hundred percent', { replicas: 3, podDisruptionBudget: minAvailable('100%') }, true],
    ['of no pod that may be away', { replicas: 3, podDisruptionBudget: maxUnavailable(0) }, true],
    ['of two of three', { replicas: 3, podDisruptionBudget: minAvailable(2) }, false],
    ['of one that may be away', { podDisruptionBudget: maxUnavailable(1) }, false],
  ])('%s', (_what, podTemplate, blocks) => {
    for (const rendering of [Rendering.customResources(), OBJECTS]) expect(rules(app({ rendering, podTemplate }).chart).includes('SF-PDB-BLOCKS')).toBe(blocks);
  });

  test.each([[1, true], [2, false]])('of the user for an autoscaler that leaves %s', (fewest, blocks) => {
    const { chart } = app({ rendering: OBJECTS });
    autoscaler(chart, 'Deployment', 'apps/v1', fewest);
    new ApiObject(chart, 'Budget', {
      apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'budget' }, spec: { minAvailable: 1, selector: { matchLabels: { 'sonataflow.org/workflow-app': 'greet' } } },
    });
    expect(rules(chart).includes('SF-PDB-BLOCKS')).toBe(blocks);
  });
});

describe.each<[string, Rendering]>([['custom resources', Rendering.customResources()], ['Kubernetes objects', OBJECTS]])('for %s', (_what, rendering) => {
  test('a NetworkPolicy finds the pods, also where their platform comes later', () => {
    const chart = new Chart(Testing.app(), 'chart', { namespace: 'orders' });
    const workflow = new WorkflowConstruct(chart, 'W', { definition: definition(), podTemplate: { container: { image: 'example.org/greet:1' } } });
    const policy = new kplus.NetworkPolicy(chart, 'Policy', { selector: workflow });
    new SonataFlowPlatformConstruct(chart, 'P', { rendering, operatorVersion: OperatorVersion.OSL_1_36 });
    expect(specOf(chart, 'NetworkPolicy', policy.name).podSelector).toEqual({ matchLabels: workflow.selectorLabels });
    expect(workflow.selectorLabels).not.toHaveProperty('app.kubernetes.io/instance');
  });

  test('without a namespace they are not looked for in one', () => {
    const chart = new Chart(Testing.app(), 'chart');
    expect(new WorkflowConstruct(chart, 'W', { definition: definition() }).selectorLabels).not.toHaveProperty('sonataflow.org/workflow-namespace');
  });

  test('workflow and services are peers of a NetworkPolicy, by the labels that their pods have', () => {
    const { chart, workflow, jobs, dataIndex } = app({ rendering });
    const policy = new kplus.NetworkPolicy(chart, 'Policy', { selector: jobs, ingress: { rules: [{ peer: workflow, ports: [kplus.NetworkPolicyPort.tcp(8080)] }] } });
    policy.addEgressRule(dataIndex);
    const spec = specOf(chart, 'NetworkPolicy', policy.name);
    expect(spec.podSelector).toEqual({ matchLabels: { 'sonataflow.org/service': 'sonataflow-platform-jobs-service' } });
    expect(spec.ingress[0].from[0]).toEqual({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'orders' } }, podSelector: { matchLabels: workflow.selectorLabels },
    });
    expect(spec.egress[0].to[0].podSelector.matchLabels).toEqual({ 'sonataflow.org/service': 'sonataflow-platform-data-index-service' });
  });

  test('a Deployment of cdk8s-plus is connected with them', () => {
    const { chart, workflow } = app({ rendering });
    const client = new kplus.Deployment(chart, 'Client', { containers: [{ image: 'example.org/client:1' }] });
    client.connections.allowTo(workflow);
    expect((Testing.synth(chart) as ApiObject[]).filter(({ kind }) => kind === 'NetworkPolicy')).toHaveLength(2);
  });

  test('they are backends of an Ingress, and no Service is written for that', () => {
    const { chart, workflow, dataIndex } = app({ rendering });
    const before = Testing.synth(chart).length;
    const ingress = new kplus.Ingress(chart, 'Ingress', { rules: [{ path: '/greet', backend: workflow.ingressBackend() }] });
    ingress.addRule('/graphql', dataIndex.ingressBackend());
    expect(Testing.synth(chart)).toHaveLength(before + 1);
    expect(specOf(chart, 'Ingress', ingress.name).rules[0].http.paths.map(({ backend }: { backend: unknown }) => backend)).toEqual([
      { service: { name: 'sonataflow-platform-data-index-service', port: { number: 80 } } }, { service: { name: 'greet', port: { number: 80 } } },
    ]);
  });

  test('other versions of cdk8s-plus have plain values', () => {
    const { chart, workflow, jobs } = app({ rendering });
    expect([workflow.serviceName, workflow.servicePort, jobs.serviceName, jobs.servicePort]).toEqual(['greet', 80, 'sonataflow-platform-jobs-service', 80]);
    const pods = newest.Pods.select(chart, 'Pods', { labels: workflow.selectorLabels, namespaces: newest.Namespaces.select(chart, 'N', { names: ['orders'] }) });
    const policy = new newest.NetworkPolicy(chart, 'Newest', { selector: pods });
    expect(specOf(chart, 'NetworkPolicy', policy.name).podSelector).toEqual({ matchLabels: workflow.selectorLabels });
  });
});

test('the pods have the labels', () => {
  const { chart, workflow, dataIndex } = app({ rendering: OBJECTS });
  for (const [name, labels] of [['greet', workflow.selectorLabels], [dataIndex.serviceName, dataIndex.selectorLabels]] as const) {
    const { template, selector } = specOf(chart, 'Deployment', name);
    expect(template.metadata.labels).toMatchObject(labels);
    expect(selector.matchLabels).toEqual(labels);
  }
});
