import { quote } from '../../findings/words';
import { Check, PlatformSubject } from '../check';

/**
 * Its workflows send their events to the broker of the cluster, its services do not look there: the events never
 * reach its Data Index.
 */
export const clusterEvents: Check<PlatformSubject> = {
  rule: 'SF-CLUSTER-EVENTS',
  check: ({ platform: { shared, dataIndex }, resource }) => {
    if (!shared?.platform.spec.eventing?.broker || shared.platform === resource || !dataIndex || dataIndex.source) return [];
    return [{
      path: ['spec', 'services', 'dataIndex'],
      given: `a Data Index without a broker below the cluster platform ${quote(shared.clusterPlatformName)}, which has one`,
      allowed: 'its workflows send to the broker of the cluster: their events never reach this Data Index',
      fix: 'give spec.eventing.broker here too, or leave the services to the cluster platform',
    }];
  },
};
