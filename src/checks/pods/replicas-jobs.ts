import { serviceSpec } from '../../model/service';
import { Check, PlatformSubject } from '../check';

/** The Jobs Service is a singleton: the operator runs one replica, or none when 0 is given. */
export const replicasJobs: Check<PlatformSubject> = {
  rule: 'SF-REPLICAS-JOBS',
  check: ({ resource }) => {
    const replicas = serviceSpec(resource, 'jobsService')?.podTemplate?.replicas ?? 1;
    return replicas <= 1 ? [] : [{
      path: ['spec', 'services', 'jobService', 'podTemplate', 'replicas'], given: String(replicas), allowed: '0 or 1: the Jobs Service is a singleton', fix: 'leave it out',
    }];
  },
};
