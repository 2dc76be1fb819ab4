import { fieldName, FieldPath } from '../../json/field-path';
import { firstBy } from '../../json/group-by';
import { migratesByJob } from '../../model/migration';
import { ALL_SERVICE_KINDS, servicePath, ServiceModel } from '../../model/service';
import { Violation } from '../../rules/found';
import { PlatformSubject } from '../check';

/** The services that migrate by Job, and what is to be said about each; what they have from the platform is said once. */
export function migrating({ platform }: PlatformSubject, check: (service: ServiceModel, path: FieldPath) => Violation | undefined): Violation[] {
  const violations = ALL_SERVICE_KINDS.flatMap((kind) => {
    const service = platform[kind];
    const violation = service && migratesByJob(service) ? check(service, [...servicePath(kind), 'persistence']) : undefined;
    return violation ? [violation] : [];
  });
  return [...firstBy(violations, ({ path = [] }) => fieldName(path)).values()];
}
