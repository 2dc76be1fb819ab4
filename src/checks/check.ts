import { Finding, Severity } from '../findings/finding';
import { Landscape } from '../model/landscape';
import { PlatformResource, Resource, WorkflowResource } from '../model/resource';
import { WorkflowModel } from '../model/workflow';

/** What a rule found: a finding without rule, severity and place. */
export interface Violation {
  /** Path in the custom resource. */
  readonly field?: string;
  readonly given: string;
  readonly allowed: string;
  readonly fix: string;
}

/** A mistake that the API server accepts and the operator ignores, drops or contradicts. */
export interface Check<Subject> {
  readonly id: string;
  readonly severity: Severity;
  /** Why it is one, for the documentation. */
  readonly why: string;
  check(subject: Subject): readonly Violation[];
}

export interface PlatformSubject {
  readonly landscape: Landscape;
  readonly platform: PlatformResource;
}

export interface WorkflowSubject {
  readonly landscape: Landscape;
  readonly workflow: WorkflowModel;
  readonly resource: WorkflowResource;
}

/** All that the rules find about one custom resource. */
export function runChecks<Subject>(checks: ReadonlyArray<Check<Subject>>, subject: Subject, resource: Resource<string, unknown>): Finding[] {
  return checks.flatMap(({ id, severity, check }) => check(subject).map((violation) => ({
    rule: id,
    severity,
    where: resource.origin.locate(violation.field),
    ...violation,
  })));
}
