import { Violation } from '../../rules/found';
import { FieldPath } from '../../json/field-path';
import { ALL_SERVICE_KINDS } from '../../model/service';
import { servicePath } from '../../model/service';
import { PlatformSubject } from '../check';
import { migratesByJob } from '../../model/migration';
import { ServiceModel } from '../../model/service';

/** The services that migrate by Job, and what is to be said about each. */
export function migrating({ platform }: PlatformSubject, check: (service: ServiceModel, path: FieldPath) => Violation | undefined): Violation[] {
  return ALL_SERVICE_KINDS.flatMap((kind) => {
    const service = platform[kind];
    const violation = service && migratesByJob(service) ? check(service, [...servicePath(kind), 'persistence']) : undefined;
    return violation ? [violation] : [];
  });
}
