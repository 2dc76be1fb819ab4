import { Check, PlatformSubject } from '../check';

/**
 * Its properties follow the source, its SinkBinding follows the sink: with one alone `${K_SINK}` stays empty, or the
 * sink is not used.
 */
export const eventJobsSplit: Check<PlatformSubject> = {
  rule: 'SF-EVENT-JOBS-SPLIT',
  check: ({ platform: { jobsService } }) => {
    const bySink = jobsService?.sink !== undefined;
    if (!jobsService || bySink === jobsService.eventsOverKnative) return [];
    return [{
      path: ['spec', 'services', 'jobService', bySink ? 'sink' : 'source'],
      given: `a ${bySink ? 'sink without a source' : 'source without a sink'}, and no broker of the platform`,
      allowed: bySink ? 'both: the properties still speak of direct HTTP, and the sink is not used' : 'both: ${K_SINK} stays empty without a sink',
      fix: `give the ${bySink ? 'source' : 'sink'} too, or spec.eventing.broker for both`,
    }];
  },
};
