import { createHash } from 'node:crypto';
import { adoptDeployment, adoptDevDeployment, adoptKnativeService } from './workflow-adoption';
import { workflowContainer } from './workflow-container';
import { blocked, ensure, workflowObject, WorkflowRendering } from './workflow-context';
import { configurationMounts, withMounts } from './workflow-mounts';
import { workloadProblem } from './workflow-obstacles';
import { mergeOver } from '../../go/merge';
import { isFailure } from '../../json/failure';
import { JsonObject } from '../../json/json';
import { withoutUndefined } from '../../json/without-undefined';
import { Landscape } from '../../model/landscape';
import { API_VERSION } from '../../model/resource';
import { WorkflowModel } from '../../model/workflow';
import { userFile } from '../../properties/user-properties';
import { disruptionBudget } from '../parts/disruption-budget';
import { podSpecOf, withContainer } from '../parts/pod-spec';
import { noticed } from '../parts/rendered';
import { Step } from '../parts/steps';

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

/**
 * The pods of a workflow, without the mounts of its configuration.
 *
 * @see operator-behaviour 4.4
 */
export function workflowPod(landscape: Landscape, workflow: WorkflowModel): JsonObject {
  return withContainer(mergeOver({}, podSpecOf(workflow.podTemplate)), workflowContainer(landscape, workflow));
}

/**
 * The PodDisruptionBudget of a workflow; of a Knative Service, Knative decides how many pods there are.
 *
 * @see operator-behaviour 11.1
 */
export function workflowDisruptionBudget(rendering: WorkflowRendering): Step[] {
  const { landscape, workflow: { name, namespace, podTemplate, resource }, knative, labels, selector } = rendering;
  if (knative) return [];
  const { manifests, findings } = disruptionBudget(landscape, {
    name,
    namespace,
    labels,
    selector,
    budget: podTemplate.podDisruptionBudget,
    target: { apiVersion: API_VERSION, kind: resource.kind, name, namespace },
    replicas: podTemplate.replicas,
    origin: resource.origin,
    field: 'spec.podTemplate.podDisruptionBudget',
  });
  return [{ make: () => noticed(...findings) }, ...manifests.map((budget) => ensure(rendering, budget, () => budget))];
}
