import { declaredAt, Declaration } from './declaration';
import { LocatedFinding } from '../../findings/place';
import { list, quote } from '../../findings/words';
import { givenAnnotations } from '../../model/labels';
import { PlatformResource, WorkflowResource } from '../../model/resource';
import { found } from '../../rules/found';

/** To the letter there is only what the operator hands on: the labels of a workflow. */
export function labelIgnored({ where, rendered }: Declaration, { kind, metadata }: PlatformResource | WorkflowResource): LocatedFinding[] {
  const ofResource = { labels: kind === 'SonataFlow' ? {} : metadata.labels, annotations: givenAnnotations(metadata) };
  return [{ object: `${kind} ${metadata.name}`, ...ofResource }, ...rendered].flatMap(({ object, labels = {}, annotations = {} }) => {
    const names = [...Object.keys(labels), ...Object.keys(annotations)];
    return names.length === 0 ? [] : [found('SF-LABEL-IGNORED', declaredAt(where), {
      path: ['metadata'],
      given: `${list(names)} on the ${object}`,
      allowed: `what the operator writes, which hands on ${kind === 'SonataFlow' ? 'the labels of a workflow, and no annotations' : 'nothing of a platform\'s'}`,
      fix: `leave corrections out, so that they reach all of ${quote(metadata.name)}, or add a JSON patch to an object`,
    })];
  });
}
