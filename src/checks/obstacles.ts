import { isCorrected, PlatformSubject, Subject, WorkflowSubject } from './check';
import { Severity } from '../findings/finding';
import { LocatedFinding } from '../findings/place';
import { fieldName } from '../json/field-path';
import { isDeployed, isForeign } from '../model/cluster-platform';
import { migrationPlan } from '../model/migration';
import { isInTheWay, Obstacle, wayThrough } from '../model/obstacles/obstacle';
import { PLATFORM_STEPS, platformObstacles } from '../model/obstacles/platform';
import { workflowObstacles } from '../model/obstacles/workflow';
import { WORKFLOW_STEPS } from '../model/workflow-steps';
import { found } from '../rules/found';

/** Where the operator gives up on a platform, or nothing can be rendered of it. */
export function obstaclesOfPlatform(subject: PlatformSubject): LocatedFinding[] {
  const { landscape, resource, platform } = subject;
  if (!isDeployed(landscape, resource)) return [];
  return told(subject, PLATFORM_STEPS, platformObstacles(landscape, platform, migrationPlan(landscape, platform)));
}

/** Where the operator gives up on a workflow, or nothing can be rendered of it. */
export function obstaclesOfWorkflow(subject: WorkflowSubject): LocatedFinding[] {
  const { landscape, resource, workflow } = subject;
  return isForeign(resource) ? [] : told(subject, WORKFLOW_STEPS[workflow.profile], workflowObstacles(landscape, workflow));
}

/**
 * Of custom resources all that stops the operator is told at once, and so is all that stops a corrected rendering; what stops the operator
 * alone does no harm there. A rendering to the letter tells what the operator meets on its way.
 */
function told<Step extends string>(subject: Subject, order: readonly Step[], obstacles: ReadonlyArray<Obstacle<Step>>): LocatedFinding[] {
  if (subject.target === 'customResources') {
    return distinct(obstacles.filter((obstacle) => isInTheWay(obstacle, false))).map((obstacle) => finding(subject, obstacle));
  }
  if (!isCorrected(subject)) return distinct(wayThrough(order, obstacles, false).met).map((obstacle) => asWarning(finding(subject, obstacle)));
  const inTheWay = obstacles.filter((obstacle) => isInTheWay(obstacle, true));
  const moot = obstacles.filter((obstacle) => !isInTheWay(obstacle, true));
  const real = new Set(inTheWay.map(identity));
  return [
    ...distinct(inTheWay).map((obstacle) => finding(subject, obstacle)),
    ...distinct(moot).filter((obstacle) => !real.has(identity(obstacle))).map((obstacle) => asInformation(finding(subject, obstacle))),
  ];
}

/** One mistake may stop several steps. */
function distinct<O extends Obstacle>(obstacles: readonly O[]): O[] {
  return [...new Map(obstacles.map((obstacle) => [identity(obstacle), obstacle])).values()];
}

function identity({ rule, path = [], given }: Obstacle): string {
  return `${rule} ${fieldName(path)} ${given}`;
}

function finding({ resource: { origin } }: Subject, { rule, ...violation }: Obstacle): LocatedFinding {
  return found(rule, origin, violation);
}

function asWarning(of: LocatedFinding): LocatedFinding {
  return { ...of, severity: Severity.WARNING };
}

function asInformation(of: LocatedFinding): LocatedFinding {
  return { ...of, severity: Severity.INFORMATION, allowed: `written as you meant it; else ${of.allowed}` };
}
