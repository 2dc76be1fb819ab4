import { PlatformModel } from './platform';
import { ResourceMetadata } from './resource';
import { ServiceModel } from './service';
import { WorkflowModel } from './workflow';
import { OperatorBehaviour } from '../values/operator/operator-behaviour';

type Labels = Readonly<Record<string, string>>;

/** What differs between operators in their labels. */
type Labelling = Pick<OperatorBehaviour, 'tag' | 'instanceAndVersionLabels'>;

const MANAGED_BY = 'sonataflow-operator';
const SERVICE = 'sonataflow.org/service';
const PART_OF = 'app.kubernetes.io/part-of';

/** By what a Deployment and a Service of a supporting service find its pods. */
export function serviceSelector(service: Pick<ServiceModel, 'name'>): Labels {
  return { [SERVICE]: service.name };
}

/**
 * Labels of what belongs to a supporting service; the labels of the platform are not among them.
 *
 * @see operator-behaviour 2.3
 */
export function serviceLabels(
  platform: Pick<PlatformModel, 'name' | 'namespace'>,
  service: Pick<ServiceModel, 'name' | 'containerName'>,
  operator: Labelling,
): Labels {
  return platformLabels(platform, { service: service.name, name: service.containerName, component: service.name }, operator);
}

/**
 * Labels of the migration Job of a platform.
 *
 * @see operator-behaviour 3.6
 */
export function migrationLabels(platform: Pick<PlatformModel, 'name' | 'namespace'>, jobName: string, operator: Labelling): Labels {
  return platformLabels(platform, { service: `sonataflow-db-job-${jobName}`, name: jobName, component: `${platform.name}-${jobName}` }, operator);
}

function platformLabels(
  platform: Pick<PlatformModel, 'name' | 'namespace'>,
  { service, name, component }: { readonly service: string; readonly name: string; readonly component: string },
  { instanceAndVersionLabels, tag }: Labelling,
): Labels {
  return {
    'app': platform.name,
    'app-namespace': platform.namespace,
    [SERVICE]: service,
    ...instanceAndVersionLabels ? { 'app.kubernetes.io/instance': platform.name } : {},
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/component': component,
    [PART_OF]: platform.name,
    'app.kubernetes.io/managed-by': MANAGED_BY,
    ...instanceAndVersionLabels ? { 'app.kubernetes.io/version': tag } : {},
  };
}

/**
 * By what a Deployment of a workflow finds its pods.
 *
 * @see operator-behaviour 4.3, SEL
 */
export function workflowSelector(workflow: WorkflowModel, { instanceAndVersionLabels, tag }: Labelling): Labels {
  const { name } = workflow;
  return {
    ...monitorSelector(workflow),
    'app': name,
    'app.kubernetes.io/name': name,
    ...instanceAndVersionLabels ? { 'app.kubernetes.io/instance': name } : {},
    'app.kubernetes.io/component': 'serverless-workflow',
    'app.kubernetes.io/managed-by': MANAGED_BY,
    ...instanceAndVersionLabels ? { 'app.kubernetes.io/version': tag } : {},
  };
}

/**
 * Labels that may stand in a selector of a corrected rendering: with the version in it a new one could not be applied, as nobody may change
 * the selector of a Deployment, and until all pods are new a Service would find none.
 */
export function withoutVersion({ 'app.kubernetes.io/version': _version, ...labels }: Labels): Labels {
  return labels;
}

/** By what a ServiceMonitor finds the Service of a workflow. */
export function monitorSelector({ name, namespace }: WorkflowModel): Labels {
  return { 'sonataflow.org/workflow-app': name, 'sonataflow.org/workflow-namespace': namespace };
}

/** The custom resource's own labels, which the operator's override. FULL without `part-of`, for what it makes before it knows the platform. */
export function workflowLabelsWithoutPlatform(workflow: WorkflowModel, operator: Labelling): Labels {
  return { ...workflow.resource.metadata.labels, ...workflowSelector(workflow, operator) };
}

/** The operator's own among labels: in a selector a user's would lose the pods as soon as it changes. */
export function withoutGiven(labels: Labels, workflow: WorkflowModel, operator: Labelling): Labels {
  const own = [...Object.keys(workflowSelector(workflow, operator)), PART_OF];
  return Object.fromEntries(own.flatMap((label) => labels[label] === undefined ? [] : [[label, labels[label]]]));
}

/** Annotations that say something of the object on which they are, and of no other. */
const OF_ONE_OBJECT = ['sonataflow.org/', 'kubectl.kubernetes.io/', 'meta.helm.sh/', 'argocd.argoproj.io/tracking-id', 'config.kubernetes.io/', 'internal.config.kubernetes.io/'];

/** The annotations of a custom resource that are a user's word about all that belongs to it. */
export function givenAnnotations({ annotations }: ResourceMetadata): Labels {
  return Object.fromEntries(Object.entries(annotations).filter(([name]) => !OF_ONE_OBJECT.some((prefix) => name.startsWith(prefix))));
}

/** FULL. */
export function workflowLabels(workflow: WorkflowModel, operator: Labelling): Labels {
  return { ...workflowLabelsWithoutPlatform(workflow, operator), [PART_OF]: workflow.platformName };
}
