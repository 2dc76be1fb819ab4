import { Severity } from '../../findings/finding';
import { ENOUGH_TO_LIST, list, quote } from '../../findings/words';
import { onceFor } from '../../json/once';
import { isForeign, isSecondary } from '../../model/cluster-platform';
import { Landscape } from '../../model/landscape';
import { ClusterPlatformResource } from '../../model/resource';
import { Check, ClusterPlatformSubject } from '../check';

/** The operator takes the one whose platform is ready first, and marks the others as duplicates. */
export const clusterPlatformTwo: Check<ClusterPlatformSubject> = {
  rule: 'SF-PLATFORM-TWO',
  check: ({ landscape, resource }) => {
    const names = primaryNames(landscape);
    const { name } = resource.metadata;
    if (names.length < 2 || !isPrimary(resource)) return [];
    const told = [name, ...names.slice(0, ENOUGH_TO_LIST).filter((other) => other !== name)];
    return [{
      path: ['metadata', 'name'],
      given: `the cluster platforms ${list(told.map(quote), names.length)}`,
      allowed: 'one in a cluster: which one counts depends on whose platform is ready first',
      fix: 'use one, or the annotation sonataflow.org/secondary.platform: "true"',
      severity: Severity.WARNING,
    }];
  },
};

const primaryNames = onceFor(({ clusterPlatforms }: Landscape) => (
  [...new Set(clusterPlatforms.filter(isPrimary).map(({ metadata }) => metadata.name))]
));

function isPrimary(resource: ClusterPlatformResource): boolean {
  return !isSecondary(resource) && !isForeign(resource);
}
