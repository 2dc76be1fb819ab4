import { Check, PlatformSubject, WorkflowSubject } from './check';
import { FieldPath } from '../json/field-path';
import { PostgreSqlSpec } from '../model/resource';
import { PersistencePlace, persistencePlaces } from '../model/service';
import { Violation } from '../rules/found';
import { RuleId } from '../rules/rules';

function workflowPlaces({ resource }: WorkflowSubject): PersistencePlace[] {
  return [{ path: ['spec', 'persistence'], persistence: resource.spec.persistence }];
}

/** The same rule for the platform's and the workflow's resource. */
export interface ForBoth {
  readonly platform: Check<PlatformSubject>;
  readonly workflow: Check<WorkflowSubject>;
}

/** A rule about each setting for persistence. */
export function forEachPlace(rule: RuleId, check: (place: PersistencePlace) => readonly Violation[]): ForBoth {
  return {
    platform: { rule, check: (subject) => persistencePlaces(subject.resource).flatMap(check) },
    workflow: { rule, check: (subject) => workflowPlaces(subject).flatMap(check) },
  };
}

/** A rule about each database. */
export function forEachDatabase(rule: RuleId, check: (spec: PostgreSqlSpec, path: FieldPath) => Violation | undefined): ForBoth {
  return forEachPlace(rule, ({ path, persistence }) => {
    const violation = persistence?.postgresql && check(persistence.postgresql, [...path, 'postgresql']);
    return violation ? [violation] : [];
  });
}
