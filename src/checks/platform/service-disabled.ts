import { ALL_SERVICE_KINDS, servicePath, SERVICE_KINDS } from '../../model/service';
import { Check, PlatformSubject } from '../check';

/** The operator deploys it all the same; only the workflows are no longer wired to it. */
export const serviceDisabled: Check<PlatformSubject> = {
  rule: 'SF-SERVICE-DISABLED',
  check: ({ platform }) => ALL_SERVICE_KINDS.filter((kind) => platform[kind]?.enabled === false).map((kind) => ({
    path: [...servicePath(kind), 'enabled'],
    given: 'false',
    allowed: `the ${SERVICE_KINDS[kind].title} is deployed all the same; workflows only do not use it`,
    fix: 'take the whole service out if it is not to run',
  })),
};
