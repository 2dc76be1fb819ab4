import { Severity } from '../findings/finding';
import { LocatedFinding } from '../findings/place';
import { Landscape } from '../model/landscape';
import { PlatformModel } from '../model/platform';
import { ClusterPlatformResource, PlatformResource, Resource, WorkflowResource } from '../model/resource';
import { WorkflowModel } from '../model/workflow';
import { found, Violation } from '../rules/found';
import { RuleId, ruleOf } from '../rules/rules';
import { DefinitionFiles } from '../workflow-definition/files/definition-files';

/** A mistake that the API server accepts and the operator ignores, drops or contradicts. */
export interface Check<S> {
  readonly rule: RuleId;
  check(subject: S): readonly Violation[];
}

/** What is made of the custom resources that are checked. */
export type CheckTarget = 'customResources' | 'kubernetesObjects';

export interface Subject {
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
  /**
   * What the image holds beside the definition.
   * @default - not known
   */
  readonly imageFiles?: DefinitionFiles;
}

/** Whether Kubernetes objects are rendered as they were meant. */
export function isCorrected({ target, landscape: { corrected } }: Subject): boolean {
  return target === 'kubernetesObjects' && corrected;
}

/** All that the checks find about one custom resource. */
export function runChecks<S extends Subject>(checks: ReadonlyArray<Check<S>>, subject: S): LocatedFinding[] {
  return checks.flatMap(({ rule, check }) => check(subject).map((violation) => weighed(rule, subject, violation)));
}

/**
 * Custom resources are taken literally. A rendering corrects some mistakes; one to the letter shows all and stops at none:
 * only what the API server refuses is an error there.
 */
function weighed(rule: RuleId, { target, landscape: { corrected }, resource }: Subject, violation: Violation): LocatedFinding {
  const finding = found(rule, resource.origin, violation);
  if (target === 'customResources') return finding;
  if (corrected && (violation.correction ?? ruleOf(rule).correction)) {
    return { ...finding, severity: Severity.INFORMATION, allowed: `written as you meant it; else ${finding.allowed}` };
  }
  if (corrected) return finding;
  return finding.severity === Severity.ERROR ? { ...finding, severity: Severity.WARNING } : finding;
}
