import { ApiObject, Testing } from 'cdk8s';
import { CONTAINER_SAMPLE, POD_SAMPLE } from './pod-samples';
import { definition, testChart } from './support';
import {
  DataIndexConstruct, DeploymentModel, JobsServiceConstruct, OperatorVersion, Rendering, SonataFlowPlatformConstruct, WorkflowConstruct,
  WorkflowPodTemplate,
} from '../src';

/** Whose pods a template describes. */
const OWNERS = ['dataIndex', 'jobsService', 'workflow'] as const;
type Written = Readonly<Record<typeof OWNERS[number], string>>;

const PLAIN: WorkflowPodTemplate = { replicas: 2, container: { image: 'example.org/greet:0' } };

/** What is written for each of them, all with the same template. */
function written(rendering: Rendering, podTemplate: WorkflowPodTemplate): Written {
  const chart = testChart('orders');
  const platform = new SonataFlowPlatformConstruct(chart, 'P', { rendering, operatorVersion: OperatorVersion.KUBESMARTS_1_X });
  const dataIndex = new DataIndexConstruct(platform, 'D', { podTemplate });
  const jobsService = new JobsServiceConstruct(platform, 'J', { podTemplate });
  const workflow = new WorkflowConstruct(platform, 'W', { definition: definition(), podTemplate });
  // Some samples are mistakes, which would stop the synth.
  if (!rendering._kubernetesObjects) {
    const { services } = (ApiObject.of(platform).toJson() as { spec: { services: Record<'dataIndex' | 'jobService', object> } }).spec;
    const custom = ApiObject.of(workflow).toJson() as object;
    return { dataIndex: JSON.stringify(services.dataIndex), jobsService: JSON.stringify(services.jobService), workflow: JSON.stringify(custom) };
  }
  const objects = Testing.synth(chart) as Array<{ readonly metadata: { readonly name: string } }>;
  const named = (prefix: string) => JSON.stringify(objects.filter(({ metadata: { name } }) => name.startsWith(prefix)));
  return { dataIndex: named(dataIndex.serviceName), jobsService: named(jobsService.serviceName), workflow: named(workflow.workflowName) };
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
  const before = written(rendering, PLAIN);
  const unchanged = (template: WorkflowPodTemplate) => {
    const after = written(rendering, template);
    return OWNERS.filter((owner) => after[owner] === before[owner]);
  };

  test.each(FIELDS)('%s', (field, template) => {
    const without = unchanged(template).map((owner) => `${name}: ${owner} ${field}`);
    expect(without).toEqual(WITHOUT_EFFECT.filter((title) => title.startsWith(`${name}:`) && title.endsWith(` ${field}`)));
  });

  test('deploymentModel', () => expect(unchanged({ ...PLAIN, deploymentModel: DeploymentModel.KNATIVE })).not.toContain('workflow'));
});
