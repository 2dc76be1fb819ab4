import { manifestsOfPlatform, platformManifests } from './platform/platform-manifests';
import { workflowManifests } from './workflow/workflow-manifests';
import { groupBy } from '../json/group-by';
import { JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';
import { Landscape } from '../model/landscape';
import { PlatformResource, WorkflowResource } from '../model/resource';
import { workflowModel } from '../model/workflow';
import { builderImage } from '../model/workflow-image';
import { imagesByDigest } from '../values/operator/image-digests';
import { namedImages, OWN_IMAGES } from '../values/operator/image-naming';
import { OperatorBehaviour } from '../values/operator/operator-behaviour';
import { WorkflowProfile } from '../values/workflow-profile';

/** An image that a landscape needs. */
export interface LandscapeImage {
  /** As the pods name it. */
  readonly image: string;

  /**
   * The same by digest, where the operator runs it so.
   * @default - the image as it is named
   */
  readonly digest?: string;

  /** The operator builds it in the cluster, so that nobody can pull it before. */
  readonly built: boolean;

  /** What runs it, such as `Deployment orders/greet: workflow`, or is built in it. */
  readonly users: string[];
}

/** That something runs an image, or is built in it. */
export interface ImageUse extends Omit<LandscapeImage, 'users'> {
  readonly user: string;
}

/**
 * Every image that is needed for a landscape: those of what the operator makes, those in which it builds others, and those of other pods.
 *
 * @param others further objects, such as Jobs of one's own
 */
export function landscapeImages(landscape: Landscape, others: readonly JsonObject[] = []): LandscapeImage[] {
  return mergedImages([
    ...landscape.namespaces.flatMap((namespace) => imagesOf(landscape.operator, platformManifests(landscape, namespace))),
    ...landscape.workflows.flatMap((workflow) => workflowImages(landscape, workflow)),
    ...others.flatMap(podImages),
  ]);
}

/**
 * The images of a platform and its services.
 *
 * @param written what is written in its place, where somebody may have changed it
 */
export function platformImages(landscape: Landscape, platform: PlatformResource, written?: readonly JsonObject[]): ImageUse[] {
  return imagesOf(landscape.operator, written ?? manifestsOfPlatform(landscape, platform));
}

/**
 * The image of a workflow, and that in which it is built.
 *
 * @param written what is written in its place, where somebody may have changed it
 */
export function workflowImages(landscape: Landscape, resource: WorkflowResource, written?: readonly JsonObject[]): ImageUse[] {
  const { name, namespace, profile, ownImage, image, platform } = workflowModel(landscape, resource);
  const uses = imagesOf(landscape.operator, written ?? workflowManifests(landscape, resource));
  if (profile !== WorkflowProfile.PREVIEW || ownImage) return uses;
  const builder: ImageUse = { image: builderImage(landscape, platform), built: false, user: `build of SonataFlow ${[namespace, name].filter(Boolean).join('/')}` };
  return [...uses.map((use) => use.image === image ? { ...use, built: true } : use), ...byDigest(landscape.operator, [builder])];
}

/** The images of the pods that an object makes or is, whatever its kind. */
export function podImages(object: JsonObject): ImageUse[] {
  const { name, namespace } = asObject(object.metadata);
  const place = [namespace, name].map((part) => asText(part)).filter((part) => part !== '').join('/');
  const pod = podOf(object);
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) => asList(pod[list]).map(asObject))
    .filter(({ image }) => asText(image) !== '')
    .map((container) => ({ image: asText(container.image), built: false, user: `${asText(object.kind)} ${place}: ${asText(container.name)}` }));
}

/** Each image once, sorted, with all that use it. */
export function mergedImages(uses: readonly ImageUse[]): LandscapeImage[] {
  return [...groupBy(uses, ({ image }) => image)].sort(([a], [b]) => a < b ? -1 : 1).map(([image, group]) => {
    const digest = group.find((use) => use.digest !== undefined)?.digest;
    const users = [...new Set(group.map(({ user }) => user))].sort();
    return { image, ...digest !== undefined && { digest }, built: group.some(({ built }) => built), users };
  });
}

function podOf({ kind, spec }: JsonObject): JsonObject {
  if (kind === 'Pod') return asObject(spec);
  const maker = kind === 'CronJob' ? asObject(asObject(asObject(spec).jobTemplate).spec) : asObject(spec);
  return asObject(asObject(maker.template).spec);
}

function imagesOf(operator: OperatorBehaviour, objects: readonly JsonObject[]): ImageUse[] {
  return byDigest(operator, objects.flatMap(podImages));
}

/** The operator runs its own images by digest, if its release does. */
function byDigest({ imageNaming, tag }: OperatorBehaviour, uses: readonly ImageUse[]): ImageUse[] {
  const digests = imagesByDigest(imageNaming);
  if (!digests) return [...uses];
  const byTag = namedImages(imageNaming, tag);
  const known = new Map(OWN_IMAGES.map((what) => [byTag[what], digests[what]]));
  return uses.map((use) => known.has(use.image) ? { ...use, digest: known.get(use.image) } : use);
}

/**
 * What `oc mirror` copies for an installation without access to registries: all images but those that are built in the cluster.
 *
 * @see https://github.com/openshift/oc-mirror
 */
export function imageSetConfiguration(images: readonly LandscapeImage[]): JsonObject {
  return {
    apiVersion: 'mirror.openshift.io/v2alpha1',
    kind: 'ImageSetConfiguration',
    mirror: { additionalImages: images.filter(({ built }) => !built).map(({ image, digest }) => ({ name: digest ?? image })) },
  };
}
