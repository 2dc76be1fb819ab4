import { CheckTarget, runChecks } from './check';
import { CLUSTER_PLATFORM_CHECKS, PLATFORM_CHECKS, WORKFLOW_CHECKS } from './checks';
import { Finding } from '../findings/finding';
import { byPlace } from '../findings/places';
import { Landscape } from '../model/landscape';
import { platformModel } from '../model/platform';
import { workflowModel } from '../model/workflow';

/**
 * All that the rules find about the custom resources of a cluster, in the order of their places.
 *
 * @param target what is made of the custom resources: what a rendering corrects is no error there
 */
export function landscapeFindings(landscape: Landscape, target: CheckTarget = 'customResources'): Finding[] {
  const { namespaces, clusterPlatforms, workflows } = landscape;
  return [
    ...clusterPlatforms.flatMap((resource) => runChecks(CLUSTER_PLATFORM_CHECKS, { landscape, target, resource })),
    ...namespaces.flatMap((namespace) => landscape.platforms(namespace)).flatMap((resource) => (
      runChecks(PLATFORM_CHECKS, { landscape, target, resource, platform: platformModel(landscape, resource) })
    )),
    ...workflows.flatMap((resource) => (
      runChecks(WORKFLOW_CHECKS, { landscape, target, resource, workflow: workflowModel(landscape, resource) })
    )),
  ].sort(byPlace);
}
