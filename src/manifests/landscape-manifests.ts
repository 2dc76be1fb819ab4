import { Manifest } from './parts/manifest';
import { platformManifests } from './platform/platform-manifests';
import { workflowManifests } from './workflow/workflow-manifests';
import { Landscape } from '../model/landscape';

/** All objects that the operator makes of what is in a cluster: of the platforms of each namespace, then of the workflows. */
export function landscapeManifests(landscape: Landscape): Manifest[] {
  return [
    ...landscape.namespaces.flatMap((namespace) => platformManifests(landscape, namespace)),
    ...landscape.workflows.filter(({ context }) => !context).flatMap((workflow) => workflowManifests(landscape, workflow)),
  ];
}
