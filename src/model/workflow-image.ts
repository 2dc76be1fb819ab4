import { Landscape } from './landscape';
import { PlatformResource, WorkflowResource } from './resource';
import { asObject, asText } from '../json/lenient';
import { WorkflowProfile } from '../values/workflow-profile';

const OPENSHIFT_REGISTRY = 'image-registry.openshift-image-registry.svc:5000';

/** The image that a workflow's pod template names; empty when it names none. */
export function ownImage(workflow: WorkflowResource): string {
  return asText(workflow.spec.podTemplate?.container?.image);
}

/**
 * The image that the operator would choose, whatever the pod template says; empty where there is none.
 *
 * @see operator-behaviour 4.6
 */
export function chosenImage(
  landscape: Landscape, workflow: WorkflowResource, profile: WorkflowProfile, platform: PlatformResource | undefined,
): string {
  switch (profile) {
    case WorkflowProfile.DEV: return platform?.spec.devMode?.baseImage || landscape.operator.images.devMode;
    case WorkflowProfile.PREVIEW: return builtImage(landscape, workflow, platform);
    case WorkflowProfile.GITOPS: return '';
  }
}

/** The image in which the operator builds the images of workflows. */
export function builderImage({ operator }: Landscape, platform: PlatformResource | undefined): string {
  return asText(platform?.spec.build?.config?.baseImage) || operator.images.builder;
}

function builtImage({ facts, corrected }: Landscape, workflow: WorkflowResource, platform: PlatformResource | undefined): string {
  const { name, namespace } = workflow.metadata;
  if (facts.builtImage !== undefined) return facts.builtImage.replaceAll('{namespace}', namespace).replaceAll('{name}', name);
  // Without an operator nobody builds it, so there is no name to take for granted.
  if (corrected) return '';
  const registry = facts.openshift ? OPENSHIFT_REGISTRY : asText(asObject(platform?.spec.build?.config?.registry).address);
  return `${registry === '' ? '' : `${registry}/`}${namespace}/${name}:latest`;
}
