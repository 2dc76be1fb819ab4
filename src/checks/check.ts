import { Finding, Severity } from '../findings/finding';
import { Correction } from '../model/corrections';
import { Landscape } from '../model/landscape';
import { PlatformModel } from '../model/platform';
import { ClusterPlatformResource, PlatformResource, Resource, WorkflowResource } from '../model/resource';
import { WorkflowModel } from '../model/workflow';

/** What every page of the documentation says about a rule. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** What it is about, in a line. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** Input that breaks the rule: parts of custom resources in YAML. */
  readonly wrong: string;
  /** The same, said as it works. */
  readonly right: string;
  /**
   * What makes it moot where Kubernetes objects are rendered with corrections.
   * @default - nothing does
   */
  readonly correction?: Correction;
}

/** What a rule found: a finding without rule and place. */
export interface Violation {
  /** Path in the custom resource. */
  readonly field?: string;
  readonly given: string;
  readonly allowed: string;
  readonly fix: string;
  /**
   * How much it weighs.
   * @default - what the rule says
   */
  readonly severity?: Severity;
}

/** A mistake that the API server accepts and the operator ignores, drops or contradicts. */
export interface Check<S> extends Rule {
  check(subject: S): readonly Violation[];
}

/** What is made of the custom resources that are checked. */
export type CheckTarget = 'customResources' | 'kubernetesObjects';

interface Subject {
  readonly landscape: Landscape;
  readonly target: CheckTarget;
  readonly resource: Resource<string, unknown>;
}

export interface ClusterPlatformSubject extends Subject {
  readonly resource: ClusterPlatformResource;
}

export interface PlatformSubject extends Subject {
  readonly platform: PlatformModel;
  readonly resource: PlatformResource;
}

export interface WorkflowSubject extends Subject {
  readonly workflow: WorkflowModel;
  readonly resource: WorkflowResource;
}

/** All that the rules find about one custom resource. */
export function runChecks<S extends Subject>(checks: ReadonlyArray<Check<S>>, subject: S): Finding[] {
  return checks.flatMap((check) => check.check(subject).map(({ severity = check.severity, ...violation }) => weighed(check, subject, {
    rule: check.id,
    severity,
    where: subject.resource.origin.locate(violation.field),
    ...violation,
  })));
}

/**
 * Custom resources are taken literally. A rendering corrects some mistakes; one to the letter shows all and stops at none:
 * only what the API server refuses is an error there.
 */
function weighed({ correction }: Rule, { target, landscape: { corrected } }: Subject, finding: Finding): Finding {
  if (target === 'customResources') return finding;
  if (corrected && correction) return { ...finding, severity: Severity.INFORMATION, allowed: `written as you meant it; else ${finding.allowed}` };
  if (corrected) return finding;
  return finding.severity === Severity.ERROR ? { ...finding, severity: Severity.WARNING } : finding;
}
