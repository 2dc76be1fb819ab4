import { ALL_SERVICE_KINDS, servicePath, SERVICE_KINDS } from '../../model/service';
import { Check, PlatformSubject } from '../check';

/** Without a database the data lives in the pod and is lost with it; not for production. */
export const serviceEphemeral: Check<PlatformSubject> = {
  rule: 'SF-SERVICE-EPHEMERAL',
  check: ({ platform }) => ALL_SERVICE_KINDS.flatMap((kind) => {
    const service = platform[kind];
    if (!service || service.database) return [];
    return [{
      path: servicePath(kind),
      given: `a ${SERVICE_KINDS[kind].title} without a database (${service.name})`,
      allowed: 'its data is lost with the pod',
      fix: 'give the service or the platform persistence.postgresql for production',
      fixInCode: 'give the service or the platform a PostgreSql persistence for production',
    }];
  }),
};
