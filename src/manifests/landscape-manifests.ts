import { Manifest } from './parts/manifest';
import { platformManifests } from './platform/platform-manifests';
import { workflowManifests } from './workflow/workflow-manifests';
import { Landscape } from '../model/landscape';

/**
 * All objects that the operator makes of what is in a cluster: of the platforms of each namespace, then of the workflows. Each is made when it is
 * its turn, so that no more of them need be there at a time.
 */
export function* landscapeManifests(landscape: Landscape): Generator<Manifest, void> {
  for (const namespace of landscape.namespaces) yield* platformManifests(landscape, namespace);
  for (const workflow of landscape.workflows) if (!workflow.context) yield* workflowManifests(landscape, workflow);
}
