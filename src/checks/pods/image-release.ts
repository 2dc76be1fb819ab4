import { quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { asText } from '../../json/lenient';
import { ALL_SERVICE_KINDS, servicePath, serviceSpec } from '../../model/service';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { imagesByDigest } from '../../values/operator/image-digests';
import { namedImages, OWN_IMAGES, OwnImage } from '../../values/operator/image-naming';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';
import { OPERATOR_NAMES, OperatorName, OPERATORS } from '../../values/operator/operator-releases';
import { Check, PlatformSubject, WorkflowSubject } from '../check';

/** The operator never replaces an image that somebody named: after an upgrade the old one runs with what the new operator writes for it. */
const IMAGE_RELEASE: RuleId = 'SF-IMAGE-RELEASE';

interface Known {
  readonly what: OwnImage;
  readonly name: OperatorName;
}

/** What the images of all releases are for, by name with tag or digest: registry and path are those of a mirror. */
const KNOWN: ReadonlyMap<string, Known> = new Map(OPERATOR_NAMES.flatMap((name) => (
  tailsOf(OPERATORS[name]).map(([tail, what]) => [tail, { what, name }] as const)
)));

function olderImage(operator: OperatorBehaviour, image: string, path: FieldPath): Violation[] {
  const known = KNOWN.get(tailOf(image));
  if (!known || tailsOf(operator).some(([tail]) => tail === tailOf(image))) return [];
  return [{
    path,
    given: `${quote(image)} of ${known.name}`,
    allowed: `the image of the operator's own release, ${quote(operator.images[known.what])}: nobody else replaces it, and the old one gets what this operator writes`,
    fix: 'leave the image out, or name that one',
  }];
}

function tailsOf({ imageNaming, tag, images }: OperatorBehaviour): Array<readonly [string, OwnImage]> {
  const forms = [images, namedImages(imageNaming, tag), imagesByDigest(imageNaming)];
  return forms.flatMap((form) => form ? OWN_IMAGES.map((what) => [tailOf(form[what]), what] as const) : []);
}

function tailOf(image: string): string {
  return image.slice(image.lastIndexOf('/') + 1);
}

export const platformImageRelease: Check<PlatformSubject> = {
  rule: IMAGE_RELEASE,
  check: ({ resource, landscape: { operator } }) => [
    ...ALL_SERVICE_KINDS.flatMap((kind) => olderImage(
      operator, asText(serviceSpec(resource, kind)?.podTemplate?.container?.image), [...servicePath(kind), 'podTemplate', 'container', 'image'],
    )),
    ...olderImage(operator, asText(resource.spec.build?.config?.baseImage), ['spec', 'build', 'config', 'baseImage']),
    ...olderImage(operator, asText(resource.spec.devMode?.baseImage), ['spec', 'devMode', 'baseImage']),
  ],
};

export const workflowImageRelease: Check<WorkflowSubject> = {
  rule: IMAGE_RELEASE,
  check: ({ workflow, landscape: { operator } }) => (
    olderImage(operator, asText(workflow.podTemplate.container?.image), ['spec', 'podTemplate', 'container', 'image'])
  ),
};
