import { list, quote } from '../../findings/words';
import { isSecondary } from '../../model/cluster-platform';
import { Check, PlatformSubject } from '../check';

/** The operator takes one platform of a namespace and marks the others as duplicates. */
export const platformTwo: Check<PlatformSubject> = {
  rule: 'SF-PLATFORM-TWO',
  check: ({ landscape, resource }) => {
    const { name, namespace } = resource.metadata;
    const others = landscape.platforms(namespace).filter((other) => other !== resource && !isSecondary(other));
    if (isSecondary(resource) || others.length === 0) return [];
    return [{
      path: ['metadata', 'name'],
      given: `platforms ${list([name, ...others.map((other) => other.metadata.name)].map(quote))} in ${namespace === '' ? 'no namespace' : `namespace ${quote(namespace)}`}`,
      allowed: 'one platform in a namespace',
      fix: 'use one platform, another namespace, or the annotation sonataflow.org/secondary.platform: "true"',
    }];
  },
};
