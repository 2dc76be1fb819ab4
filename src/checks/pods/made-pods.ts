import { MadePod } from './pod-origin';
import { isFailure } from '../../json/failure';
import { servicePodSpec } from '../../manifests/service/service-deployment';
import { WORKFLOW_CONTAINER } from '../../manifests/workflow/workflow-container';
import { mountedPod } from '../../manifests/workflow/workload';
import { Landscape } from '../../model/landscape';
import { PodTemplateSpec } from '../../model/resource';
import { servicePath, ServiceModel } from '../../model/service';
import { WorkflowModel } from '../../model/workflow';

/** What says nothing about pods that could be wrong. */
const PLAIN = new Set(['container', 'replicas', 'deploymentModel', 'podDisruptionBudget']);

/** A pod template of which nothing comes into the pods but an image. */
function isPlain(podTemplate: PodTemplateSpec): boolean {
  return Object.keys(podTemplate).every((field) => PLAIN.has(field)) && Object.keys(podTemplate.container ?? {}).every((field) => field === 'image');
}

/** The pods of a workflow, if its pod template says anything about them. */
export function madeWorkflowPod(landscape: Landscape, workflow: WorkflowModel): MadePod | undefined {
  if (isPlain(workflow.podTemplate)) return undefined;
  const pod = mountedPod(landscape, workflow);
  return isFailure(pod) ? undefined : { pod, containerName: WORKFLOW_CONTAINER, podTemplate: workflow.podTemplate, path: ['spec', 'podTemplate'] };
}

/** The pods of a supporting service, if its pod template says anything about them. */
export function madeServicePod(landscape: Landscape, service: ServiceModel): MadePod | undefined {
  if (isPlain(service.podTemplate)) return undefined;
  const { containerName, podTemplate, kind } = service;
  return { pod: servicePodSpec(landscape, service), containerName, podTemplate, path: [...servicePath(kind), 'podTemplate'] };
}
