import { CLUSTER_PLATFORM_CHECKS, PLATFORM_CHECKS, RENDERED_PLATFORM_CHECKS, RENDERED_WORKFLOW_CHECKS, WORKFLOW_CHECKS } from './all-checks';
import { Check, CheckTarget, ClusterPlatformSubject, PlatformSubject, runChecks, WorkflowSubject } from './check';
import { obstaclesOfPlatform, obstaclesOfWorkflow } from './obstacles';
import { Severity } from '../findings/finding';
import { byPlace, LocatedFinding } from '../findings/place';
import { Landscape } from '../model/landscape';
import { platformModel } from '../model/platform';
import { CustomResource, PlatformResource, WorkflowResource } from '../model/resource';
import { workflowModel } from '../model/workflow';
import { RuleId } from '../rules/rules';

/** All that is found about a platform. */
export function platformFindings(subject: PlatformSubject, checks: ReadonlyArray<Check<PlatformSubject>> = PLATFORM_CHECKS): LocatedFinding[] {
  return once([...obstaclesOfPlatform(subject), ...runChecks(checks, subject)]);
}

/** All that is found about a workflow. */
export function workflowFindings(subject: WorkflowSubject, checks: ReadonlyArray<Check<WorkflowSubject>> = WORKFLOW_CHECKS): LocatedFinding[] {
  return once([...obstaclesOfWorkflow(subject), ...runChecks(checks, subject)]);
}

/** What stops the operator may be wrong in itself as well: of a rule and a field the finding that weighs most is told. */
function once(findings: readonly LocatedFinding[]): LocatedFinding[] {
  const weight = ({ severity }: LocatedFinding) => [Severity.ERROR, Severity.WARNING, Severity.INFORMATION].indexOf(severity);
  const heaviest = new Map<string, LocatedFinding>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.field ?? ''}`;
    const other = heaviest.get(key);
    if (!other || weight(finding) < weight(other)) heaviest.set(key, finding);
  }
  return findings.filter((finding) => !REPEATED.has(finding.rule) || heaviest.get(`${finding.rule} ${finding.field ?? ''}`) === finding);
}

/** Rules that both an obstacle and a check may break. */
const REPEATED: ReadonlySet<string> = new Set(['SF-PG-JDBC-KIND', 'SF-IMAGE-MISSING'] satisfies RuleId[]);

/** All that is found about a cluster platform. */
export function clusterPlatformFindings(subject: ClusterPlatformSubject): LocatedFinding[] {
  return runChecks(CLUSTER_PLATFORM_CHECKS, subject);
}

/**
 * All that is found about the custom resources of a cluster, in the order of their places.
 *
 * @param target what is made of the custom resources: what a rendering corrects is no error there
 */
export function landscapeFindings(landscape: Landscape, target: CheckTarget = 'customResources'): LocatedFinding[] {
  return [...findingsByResource(landscape, target).values()].flat().sort(byPlace);
}

/** The same by the custom resources that they are about. */
export function findingsByResource(landscape: Landscape, target: CheckTarget = 'customResources'): ReadonlyMap<CustomResource, readonly LocatedFinding[]> {
  const clusterPlatforms = landscape.clusterPlatforms.filter(isJudged);
  return new Map<CustomResource, readonly LocatedFinding[]>([
    ...clusterPlatforms.map((resource) => [resource, clusterPlatformFindings({ landscape, target, resource })] as const),
    ...judgedPlatforms(landscape).map((resource) => [resource, platformFindings(platformSubject(landscape, target, resource))] as const),
    ...judgedWorkflows(landscape).map((resource) => [resource, workflowFindings(workflowSubject(landscape, target, resource))] as const),
  ]);
}

/** What a rendering of Kubernetes objects has to say: what the operator meets on its way, or why nothing right can be made. */
export function renderingFindings(landscape: Landscape): LocatedFinding[] {
  const { corrected } = landscape;
  const findings = [
    ...judgedPlatforms(landscape).flatMap((resource) => (
      platformFindings(platformSubject(landscape, 'kubernetesObjects', resource), corrected ? RENDERED_PLATFORM_CHECKS : [])
    )),
    ...judgedWorkflows(landscape).flatMap((resource) => (
      workflowFindings(workflowSubject(landscape, 'kubernetesObjects', resource), corrected ? RENDERED_WORKFLOW_CHECKS : [])
    )),
  ];
  return findings.filter(({ severity }) => severity !== Severity.INFORMATION);
}

/** Where the operator stops: what is made of the landscape is less than what was meant. */
export function obstacleFindings(landscape: Landscape): LocatedFinding[] {
  return [
    ...judgedPlatforms(landscape).flatMap((resource) => obstaclesOfPlatform(platformSubject(landscape, 'kubernetesObjects', resource))),
    ...judgedWorkflows(landscape).flatMap((resource) => obstaclesOfWorkflow(workflowSubject(landscape, 'kubernetesObjects', resource))),
  ];
}

function judgedPlatforms(landscape: Landscape): PlatformResource[] {
  return landscape.namespaces.flatMap((namespace) => landscape.platforms(namespace)).filter(isJudged);
}

function judgedWorkflows(landscape: Landscape): WorkflowResource[] {
  return landscape.workflows.filter(isJudged);
}

/** Made for each one when it is its turn: what was computed for it goes with it. */
function platformSubject(landscape: Landscape, target: CheckTarget, resource: PlatformResource): PlatformSubject {
  return { landscape, target, resource, platform: platformModel(landscape, resource) };
}

function workflowSubject(landscape: Landscape, target: CheckTarget, resource: WorkflowResource): WorkflowSubject {
  return { landscape, target, resource, workflow: workflowModel(landscape, resource) };
}

function isJudged({ refused, context }: CustomResource): boolean {
  return !refused && !context;
}
