import { Rendered, together } from './parts/rendered';
import { platformManifests } from './platform/platform-manifests';
import { workflowManifests } from './workflow/workflow-manifests';
import { Landscape } from '../model/landscape';

/** All objects that the operator makes of what is in a cluster: of the platforms of each namespace, then of the workflows. */
export function landscapeManifests(landscape: Landscape): Rendered {
  return together(
    ...landscape.namespaces.map((namespace) => platformManifests(landscape, namespace)),
    ...landscape.workflows.map((workflow) => workflowManifests(landscape, workflow)),
  );
}
