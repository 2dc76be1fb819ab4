import { quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { asText } from '../../json/lenient';
import { PodTemplateSpec } from '../../model/resource';
import { ALL_SERVICE_KINDS, servicePath, serviceSpec } from '../../model/service';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { Check, PlatformSubject, WorkflowSubject } from '../check';

/** Which image runs depends on when a node pulled it. */
const IMAGE_LATEST: RuleId = 'SF-IMAGE-LATEST';

function floatingImage(podTemplate: PodTemplateSpec | undefined, path: FieldPath): Violation[] {
  const image = asText(podTemplate?.container?.image);
  const [, tag] = /:([^:/]*)$/.exec(image) ?? [];
  if (image === '' || image.includes('@') || (tag !== undefined && tag !== 'latest')) return [];
  return [{
    path: [...path, 'container', 'image'], given: quote(image), allowed: 'an image with a tag of its own, or with a digest', fix: 'name a version of the image',
  }];
}

export const serviceImageLatest: Check<PlatformSubject> = {
  rule: IMAGE_LATEST,
  check: ({ resource }) => ALL_SERVICE_KINDS.flatMap((kind) => floatingImage(serviceSpec(resource, kind)?.podTemplate, [...servicePath(kind), 'podTemplate'])),
};

export const workflowImageLatest: Check<WorkflowSubject> = {
  rule: IMAGE_LATEST,
  check: ({ workflow }) => floatingImage(workflow.podTemplate, ['spec', 'podTemplate']),
};
