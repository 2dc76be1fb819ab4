import { createHash } from 'node:crypto';
import { adoptDeployment, adoptDevDeployment, adoptKnativeService } from './workflow-adoption';
import { workflowContainer } from './workflow-container';
import { ensure, objectOf, WorkflowContext } from './workflow-context';
import { configurationMounts, withMounts } from './workflow-mounts';
import { mergeOver } from '../../go/merge';
import { Failure, isFailure } from '../../json/failure';
import { JsonObject } from '../../json/json';
import { withoutUndefined } from '../../json/without-undefined';
import { isScaled } from '../../model/autoscaler';
import { budgetOf } from '../../model/disruption-budget';
import { Landscape } from '../../model/landscape';
import { WorkflowModel } from '../../model/workflow';
import { knownToKnative } from '../../pod-rules/knative-schema';
import { userFile } from '../../properties/user-properties';
import { adopt } from '../parts/adoption';
import { disruptionBudget } from '../parts/disruption-budget';
import { Manifest } from '../parts/manifest';
import { podSpecOf, withContainer } from '../parts/pod-spec';

const CHECKSUM = 'sonataflow.org/checksum-config';
const IMAGE_TRIGGERS = 'image.openshift.io/triggers';

/**
 * The Deployment or the Knative Service in which a workflow runs.
 *
 * @see operator-behaviour 4.4, 4.12
 */
export function workload(context: WorkflowContext): Manifest[] {
  const { landscape, workflow, knative } = context;
  const pod = mountedPod(landscape, workflow);
  if (isFailure(pod)) return [];
  return knative ? knativeService(context, pod) : deployment(context, pod);
}

function deployment(context: WorkflowContext, pod: JsonObject): Manifest[] {
  const { landscape, workflow, dev, labels, earlyLabels, selector } = context;
  const replicas = isScaled(landscape, workflow) && workflow.replicas !== 0 ? undefined : workflow.replicas;
  const wanted = objectOf(context, 'workload', {
    labels,
    annotations: imageTriggers(context),
    content: {
      spec: {
        ...replicas !== undefined && { replicas },
        selector: { matchLabels: { ...selector } },
        template: {
          // In development the runtime itself looks for changes.
          metadata: withoutUndefined({ labels: { ...earlyLabels }, annotations: dev ? undefined : checksum(context) }),
          spec: pod,
        },
      },
    },
  });
  return ensure(context, wanted, dev ? adoptDevDeployment : adoptDeployment);
}

/** Knative itself makes pods anew and decides how many there are. */
function knativeService(context: WorkflowContext, pod: JsonObject): Manifest[] {
  const { landscape: { corrected }, labels } = context;
  const spec = corrected ? knownToKnative(pod) : pod;
  return ensure(context, objectOf(context, 'workload', {
    labels, content: { spec: { template: { metadata: { labels: { ...labels } }, spec } } },
  }), adoptKnativeService);
}

/** Pods are made anew when their properties change. */
function checksum({ workflow, managedFile }: WorkflowContext): JsonObject {
  return { [CHECKSUM]: createHash('sha256').update(`${userFile(workflow)},${managedFile}`).digest('hex') };
}

/** On OpenShift pods are made anew when the operator has built the image again. */
function imageTriggers({ landscape: { facts, corrected }, workflow, dev }: WorkflowContext): Record<string, string> {
  if (!facts.openshift || corrected || dev || workflow.ownImage) return {};
  return {
    [IMAGE_TRIGGERS]: JSON.stringify([{
      from: { kind: 'ImageStreamTag', name: workflow.image },
      fieldPath: 'spec.template.spec.containers[?(@.name=="workflow")].image',
    }]),
  };
}

/**
 * The pods of a workflow, without the mounts of its configuration.
 *
 * @see operator-behaviour 4.4
 */
export function workflowPod(landscape: Landscape, workflow: WorkflowModel): JsonObject {
  return withContainer(mergeOver({}, podSpecOf(workflow.podTemplate)), workflowContainer(landscape, workflow));
}

/** The pods of a workflow; they cannot be made where no volume can be named after a folder. */
export function mountedPod(landscape: Landscape, workflow: WorkflowModel): JsonObject | Failure {
  const mounts = configurationMounts(workflow);
  return isFailure(mounts) ? mounts : withMounts(workflowPod(landscape, workflow), mounts);
}

/** The PodDisruptionBudget of a workflow. */
export function workflowDisruptionBudget(context: WorkflowContext): Manifest[] {
  const { landscape, workflow, labels, selector } = context;
  const { name, namespace } = workflow;
  const wanted = disruptionBudget(landscape, { name, namespace, labels }, selector, budgetOf(landscape, workflow));
  return ensure(context, wanted, (_inPlace, budget) => adopt(landscape, budget));
}
