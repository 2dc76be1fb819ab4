import { createHash } from 'node:crypto';
import { withoutUndefined } from './manifest';
import { Step } from './pass';
import { adoptDeployment, adoptDevDeployment, adoptKnativeService } from './workflow-adoption';
import { configurationMounts, withMounts } from './workflow-mounts';
import { workloadProblem } from './workflow-obstacles';
import { workflowPod } from './workflow-pod';
import { blocked, ensure, workflowObject, WorkflowRendering } from './workflow-rendering';
import { userFile } from '../properties/user-properties';
import { isFailure } from '../values/failure';
import { JsonObject } from '../values/json';

const CHECKSUM = 'sonataflow.org/checksum-config';
const IMAGE_TRIGGERS = 'image.openshift.io/triggers';

/**
 * The Deployment or the Knative Service in which a workflow runs.
 *
 * @see operator-behaviour 4.4, 4.12
 */
export function workload(rendering: WorkflowRendering): Step[] {
  const { landscape, workflow, knative } = rendering;
  const problem = workloadProblem(rendering);
  if (problem) return [blocked(rendering, problem)];
  const mounts = configurationMounts(workflow);
  if (isFailure(mounts)) return [blocked(rendering, folderWithoutName(mounts.reason))];
  const pod = withMounts(workflowPod(landscape, workflow), mounts);
  return knative ? knativeService(rendering, pod) : deployment(rendering, pod);
}

function deployment(rendering: WorkflowRendering, pod: JsonObject): Step[] {
  const { workflow: { replicas }, dev, labels, earlyLabels, selector } = rendering;
  const wanted = workflowObject(rendering, { apiVersion: 'apps/v1', kind: 'Deployment', labels, annotations: imageTriggers(rendering) }, {
    spec: {
      replicas,
      selector: { matchLabels: { ...selector } },
      template: {
        // In development the runtime itself looks for changes.
        metadata: withoutUndefined({ labels: { ...earlyLabels }, annotations: dev ? undefined : checksum(rendering) }),
        spec: pod,
      },
    },
  });
  return [ensure(rendering, wanted, dev ? adoptDevDeployment : adoptDeployment)];
}

/** Knative itself makes pods anew and decides how many there are. */
function knativeService(rendering: WorkflowRendering, pod: JsonObject): Step[] {
  const { labels } = rendering;
  return [ensure(rendering, workflowObject(rendering, { apiVersion: 'serving.knative.dev/v1', kind: 'Service', labels }, {
    spec: { template: { metadata: { labels: { ...labels } }, spec: pod } },
  }), adoptKnativeService)];
}

/** Pods are made anew when their properties change. */
function checksum({ workflow, managedFile }: WorkflowRendering): JsonObject {
  return { [CHECKSUM]: createHash('sha256').update(`${userFile(workflow)},${managedFile}`).digest('hex') };
}

/** On OpenShift pods are made anew when the operator has built the image again. */
function imageTriggers({ landscape: { facts, corrected }, workflow, dev }: WorkflowRendering): Record<string, string> {
  if (!facts.openshift || corrected || dev || workflow.ownImage) return {};
  return {
    [IMAGE_TRIGGERS]: JSON.stringify([{
      from: { kind: 'ImageStreamTag', name: workflow.image },
      fieldPath: 'spec.template.spec.containers[?(@.name=="workflow")].image',
    }]),
  };
}

function folderWithoutName(reason: string) {
  return {
    rule: 'SF-NAME',
    field: 'spec.resources.configMaps',
    given: `a workflowPath after which no volume can be named: ${reason}`,
    allowed: 'ASCII characters, as the volume of a folder is named after it',
    fix: 'rename the folder',
  };
}
