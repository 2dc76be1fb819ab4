import { JudgedResource } from './objects/wire-resource';
import { PlatformFacts, WorkflowFacts } from './roles';
import { once } from '../../json/once';
import { Manifest } from '../../manifests/parts/manifest';
import { manifestsOfPlatform } from '../../manifests/platform/platform-manifests';
import { workflowManifests } from '../../manifests/workflow/workflow-manifests';
import { Landscape } from '../../model/landscape';
import { platformModel } from '../../model/platform';
import { PlatformResource, WorkflowResource } from '../../model/resource';
import { workflowModel } from '../../model/workflow';
import { Rendering } from '../../values/rendering';

/** What follows from the custom resource of a platform. */
export function platformFacts(judged: JudgedResource<PlatformResource>, landscape: Landscape, rendering: Rendering): PlatformFacts {
  return factsOf(judged, landscape, rendering, platformModel, manifestsOfPlatform);
}

/** What follows from the custom resource of a workflow. */
export function workflowFacts(judged: JudgedResource<WorkflowResource>, landscape: Landscape, rendering: Rendering): WorkflowFacts {
  return factsOf(judged, landscape, rendering, workflowModel, workflowManifests);
}

/** Computed when it is asked for, and once: neither the custom resource nor the landscape changes. */
function factsOf<Resource, Model>(
  { resource, problems }: JudgedResource<Resource>,
  landscape: Landscape,
  rendering: Rendering,
  modelOf: (landscape: Landscape, resource: Resource) => Model,
  render: (landscape: Landscape, resource: Resource) => readonly Manifest[],
) {
  const model = once(() => modelOf(landscape, resource));
  const objects = once(() => rendering._kubernetesObjects ? render(landscape, resource) : []);
  return {
    resource,
    problems,
    landscape,
    rendering,
    get model() { return model(); },
    get manifests() { return objects(); },
  };
}
