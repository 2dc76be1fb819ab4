import { Severity } from '../../findings/finding';
import { list, quote } from '../../findings/words';
import { isForeign, isSecondary } from '../../model/cluster-platform';
import { Check, ClusterPlatformSubject } from '../check';

/** The operator takes the one whose platform is ready first, and marks the others as duplicates. */
export const clusterPlatformTwo: Check<ClusterPlatformSubject> = {
  rule: 'SF-PLATFORM-TWO',
  check: ({ landscape: { clusterPlatforms }, resource }) => {
    if (isSecondary(resource) || isForeign(resource)) return [];
    const others = clusterPlatforms.filter((other) => !isSecondary(other) && !isForeign(other)).map(({ metadata }) => metadata.name);
    const names = new Set([resource.metadata.name, ...others]);
    return names.size < 2 ? [] : [{
      path: ['metadata', 'name'],
      given: `the cluster platforms ${list([...names].map(quote))}`,
      allowed: 'one in a cluster: which one counts depends on whose platform is ready first',
      fix: 'use one, or the annotation sonataflow.org/secondary.platform: "true"',
      severity: Severity.WARNING,
    }];
  },
};
