import { list, quote } from '../../findings/words';
import { Check, PlatformSubject } from '../check';

/** A platform that says anything about services, even `services: {}`, uses none of the cluster platform's. */
export const clusterShadowed: Check<PlatformSubject> = {
  rule: 'SF-CLUSTER-SHADOWED',
  check: ({ platform: { shared }, resource }) => {
    if (!shared?.sharesServices || shared.platform === resource || resource.spec.services === undefined) return [];
    const own = Object.keys(resource.spec.services);
    return [{
      path: ['spec', 'services'],
      given: own.length === 0 ? '{}' : list(own),
      allowed: `none of the services of the cluster platform ${quote(shared.clusterPlatformName)} is used here`,
      fix: 'leave spec.services out to use those of the cluster',
    }];
  },
};
