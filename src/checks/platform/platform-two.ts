import { ENOUGH_TO_LIST, list, quote } from '../../findings/words';
import { isSecondary, primaryPlatforms } from '../../model/cluster-platform';
import { Check, PlatformSubject } from '../check';

/** The operator takes one platform of a namespace and marks the others as duplicates. */
export const platformTwo: Check<PlatformSubject> = {
  rule: 'SF-PLATFORM-TWO',
  check: ({ landscape, resource }) => {
    const { name, namespace } = resource.metadata;
    const primary = primaryPlatforms(landscape, namespace);
    if (isSecondary(resource) || primary.length < 2) return [];
    const names = [name, ...primary.slice(0, ENOUGH_TO_LIST).filter((other) => other !== resource).map((other) => other.metadata.name)];
    return [{
      path: ['metadata', 'name'],
      given: `platforms ${list(names.map(quote), primary.length)} in ${namespace === '' ? 'no namespace' : `namespace ${quote(namespace)}`}`,
      allowed: 'one platform in a namespace',
      fix: 'use one platform, another namespace, or the annotation sonataflow.org/secondary.platform: "true"',
    }];
  },
};
