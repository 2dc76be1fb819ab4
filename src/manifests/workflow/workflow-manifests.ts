import { workflowBuild } from './workflow-build';
import { definitionConfigMap, managedConfigMap, resourceConfigMaps, userConfigMap } from './workflow-config-maps';
import { WorkflowRendering, workflowRendering } from './workflow-context';
import { serviceMonitor, workflowRoute, workflowService } from './workflow-endpoint';
import { workflowEventing } from './workflow-eventing';
import { refusedDeploymentModel, refusedWriteBack } from './workflow-obstacles';
import { workflowDisruptionBudget, workload } from './workload';
import { isForeign } from '../../model/cluster-platform';
import { Landscape } from '../../model/landscape';
import { WorkflowResource } from '../../model/resource';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Rendered, rendered } from '../parts/rendered';
import { inTurn, Step } from '../parts/steps';
import { withValidNames } from '../parts/valid-names';

type Part = (rendering: WorkflowRendering) => Step[];

const RUNNING: readonly Part[] = [workload, workflowService, workflowDisruptionBudget, workflowEventing, serviceMonitor];

/**
 * What the operator does for a workflow, by profile and in its order.
 *
 * @see operator-behaviour 4.2
 */
const PARTS: Readonly<Record<WorkflowProfile, readonly Part[]>> = {
  [WorkflowProfile.DEV]: [
    definitionConfigMap, workflowRoute, userConfigMap, managedConfigMap, resourceConfigMaps, workload, workflowService, serviceMonitor,
  ],
  [WorkflowProfile.PREVIEW]: [refusedWriteBack, userConfigMap, managedConfigMap, workflowBuild, refusedDeploymentModel, ...RUNNING],
  [WorkflowProfile.GITOPS]: [refusedWriteBack, refusedDeploymentModel, userConfigMap, managedConfigMap, ...RUNNING],
};

/** All objects that the operator makes of a workflow. */
export function workflowManifests(landscape: Landscape, workflow: WorkflowResource): Rendered {
  if (isForeign(workflow)) return rendered();
  const rendering = workflowRendering(landscape, workflow);
  const steps = PARTS[rendering.workflow.profile].flatMap((part) => part(rendering));
  if (!landscape.corrected) return inTurn(steps);
  // All that is wrong is told at once.
  return withValidNames(workflow, inTurn(steps.map((step) => ({ ...step, optional: true }))));
}
