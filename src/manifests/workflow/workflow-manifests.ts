import { workflowBuild } from './workflow-build';
import { definitionConfigMap, managedConfigMap, userConfigMap } from './workflow-config-maps';
import { workflowContext } from './workflow-context';
import { serviceMonitor, workflowRoute, workflowService } from './workflow-endpoint';
import { workflowSinkBinding, workflowTriggers } from './workflow-eventing';
import { workflowDisruptionBudget, workload } from './workload';
import { isForeign } from '../../model/cluster-platform';
import { Landscape } from '../../model/landscape';
import { isReadable } from '../../model/obstacles/platform';
import { workflowObstacles } from '../../model/obstacles/workflow';
import { WorkflowResource } from '../../model/resource';
import { workflowModel } from '../../model/workflow';
import { WORKFLOW_STEPS } from '../../model/workflow-steps';
import { withGivenMetadata } from '../parts/given-metadata';
import { Manifest } from '../parts/manifest';
import { inTurn } from '../parts/steps';

/** All objects that the operator makes of a workflow. */
export function workflowManifests(landscape: Landscape, resource: WorkflowResource): Manifest[] {
  const { corrected } = landscape;
  if (isForeign(resource) || !(corrected || landscape.platforms(resource.metadata.namespace).every(isReadable))) return [];
  const workflow = workflowModel(landscape, resource);
  const context = workflowContext(landscape, workflow);
  const manifests = inTurn(WORKFLOW_STEPS[workflow.profile], workflowObstacles(landscape, workflow), landscape.corrected, {
    writeBack: nothing,
    deploymentModel: nothing,
    definition: () => definitionConfigMap(context),
    route: () => workflowRoute(context),
    userProperties: () => userConfigMap(context),
    managedProperties: () => managedConfigMap(context),
    build: () => workflowBuild(context),
    resources: nothing,
    workload: () => workload(context),
    service: () => workflowService(context),
    disruptionBudget: () => workflowDisruptionBudget(context),
    sinkBinding: () => workflowSinkBinding(context),
    sources: nothing,
    triggers: () => workflowTriggers(context),
    serviceMonitor: () => serviceMonitor(context),
  });
  return withGivenMetadata(landscape, resource.metadata, manifests);
}

/** Here the operator only looks whether it can go on. */
function nothing(): [] {
  return [];
}
