import { Check, PlatformSubject, Rule, Violation, WorkflowSubject } from './check';
import { PersistenceSpec, PostgreSqlSpec } from '../model/resource';
import { SERVICE_KINDS, ServiceKind, serviceSpec } from '../model/service';

/** A setting for persistence and where it was said. */
export interface PersistencePlace {
  readonly field: string;
  readonly persistence: PersistenceSpec | undefined;
}

function platformPlaces({ resource }: PlatformSubject): PersistencePlace[] {
  return [{ field: 'spec.persistence', persistence: resource.spec.persistence }, ...(Object.keys(SERVICE_KINDS) as ServiceKind[]).map((kind) => ({
    field: `spec.services.${SERVICE_KINDS[kind].field}.persistence`,
    persistence: serviceSpec(resource, kind)?.persistence,
  }))];
}

function workflowPlaces({ resource }: WorkflowSubject): PersistencePlace[] {
  return [{ field: 'spec.persistence', persistence: resource.spec.persistence }];
}

/** The same rule for the platform's and the workflow's resource. */
export interface ForBoth {
  readonly platform: Check<PlatformSubject>;
  readonly workflow: Check<WorkflowSubject>;
}

/** A rule about each setting for persistence. */
export function forEachPlace(rule: Rule, check: (place: PersistencePlace) => readonly Violation[]): ForBoth {
  return {
    platform: { ...rule, check: (subject) => platformPlaces(subject).flatMap(check) },
    workflow: { ...rule, check: (subject) => workflowPlaces(subject).flatMap(check) },
  };
}

/** A rule about each database. */
export function forEachDatabase(rule: Rule, check: (spec: PostgreSqlSpec, field: string) => Violation | undefined): ForBoth {
  return forEachPlace(rule, ({ field, persistence }) => {
    const violation = persistence?.postgresql && check(persistence.postgresql, `${field}.postgresql`);
    return violation ? [violation] : [];
  });
}
