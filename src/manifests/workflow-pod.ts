import { mergeOver } from './go-merge';
import { podSpecOf, withContainer } from './pod-spec';
import { workflowContainer } from './workflow-container';
import { Landscape } from '../model/landscape';
import { WorkflowModel } from '../model/workflow';
import { JsonObject } from '../values/json';

/**
 * The pods of a workflow, without the mounts of its configuration.
 *
 * @see operator-behaviour 4.4
 */
export function workflowPod(landscape: Landscape, workflow: WorkflowModel): JsonObject {
  return withContainer(mergeOver({}, podSpecOf(workflow.podTemplate)), workflowContainer(landscape, workflow));
}
