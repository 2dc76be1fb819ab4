import { ApiObject, Testing } from 'cdk8s';
import { CONTAINER_SAMPLE, POD_SAMPLE } from './pod-samples';
import { definition, testChart } from './support';
import {
  DataIndexConstruct, DeploymentModel, JobsServiceConstruct, OperatorVersion, Rendering, SonataFlowPlatformConstruct, WorkflowConstruct,
  WorkflowPodTemplate,
} from '../src';

/** Whose pods a template describes. */
const OWNERS = ['dataIndex', 'jobsService', 'workflow'] as const;
type Templates = Readonly<Record<typeof OWNERS[number], WorkflowPodTemplate>>;

const PLAIN: WorkflowPodTemplate = { replicas: 2, container: { image: 'example.org/greet:0' } };
const ALL_PLAIN: Templates = { dataIndex: PLAIN, jobsService: PLAIN, workflow: PLAIN };

function written(rendering: Rendering, { dataIndex, jobsService, workflow }: Templates): string {
  const chart = testChart('orders');
  const platform = new SonataFlowPlatformConstruct(chart, 'P', { rendering, operatorVersion: OperatorVersion.KUBESMARTS_1_X });
  new DataIndexConstruct(platform, 'D', { podTemplate: dataIndex });
  new JobsServiceConstruct(platform, 'J', { podTemplate: jobsService });
  const greet = new WorkflowConstruct(platform, 'W', { definition: definition(), podTemplate: workflow });
  // Some samples are mistakes, which would stop the synth.
  return JSON.stringify(rendering._kubernetesObjects ? Testing.synth(chart) : [platform, greet].map((construct) => ApiObject.of(construct).toJson()));
}

const FIELDS: ReadonlyArray<readonly [string, WorkflowPodTemplate]> = [
  ...Object.entries(CONTAINER_SAMPLE).map(([field, value]) => [`container.${field}`, { ...PLAIN, container: { ...PLAIN.container, [field]: value } }] as const),
  ...Object.entries(POD_SAMPLE).map(([field, value]) => [field, { ...PLAIN, [field]: value }] as const),
];

/** The Jobs Service is never more than one pod. */
const WITHOUT_EFFECT = ['Kubernetes objects: jobsService replicas', 'Kubernetes objects: jobsService podDisruptionBudget'];

describe.each([
  ['custom resources', Rendering.customResources()],
  ['Kubernetes objects', Rendering.kubernetesObjects({ corrections: false })],
])('%s', (name, rendering) => {
  const before = written(rendering, ALL_PLAIN);
  const unchanged = (templates: Partial<Templates>) => written(rendering, { ...ALL_PLAIN, ...templates }) === before;

  test.each(FIELDS)('%s', (field, template) => {
    const without = OWNERS.filter((owner) => unchanged({ [owner]: template })).map((owner) => `${name}: ${owner} ${field}`);
    expect(without).toEqual(WITHOUT_EFFECT.filter((title) => title.startsWith(`${name}:`) && title.endsWith(` ${field}`)));
  });

  test('deploymentModel', () => expect(unchanged({ workflow: { ...PLAIN, deploymentModel: DeploymentModel.KNATIVE } })).toBe(false));
});
