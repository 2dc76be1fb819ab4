import { WorkflowProfile } from '../values/workflow-profile';

/** What the operator does for a workflow, step by step. */
export type WorkflowStep = 'writeBack' | 'deploymentModel' | 'definition' | 'route' | 'userProperties' | 'managedProperties' | 'build' | 'resources'
  | 'workload' | 'service' | 'disruptionBudget' | 'sinkBinding' | 'sources' | 'triggers' | 'serviceMonitor';

const RUNNING: readonly WorkflowStep[] = ['workload', 'service', 'disruptionBudget', 'sinkBinding', 'sources', 'triggers', 'serviceMonitor'];

/**
 * The steps by profile, in the order of the operator.
 *
 * @see operator-behaviour 4.2
 */
export const WORKFLOW_STEPS: Readonly<Record<WorkflowProfile, readonly WorkflowStep[]>> = {
  [WorkflowProfile.DEV]: ['definition', 'route', 'userProperties', 'managedProperties', 'resources', 'workload', 'service', 'serviceMonitor'],
  [WorkflowProfile.PREVIEW]: ['writeBack', 'userProperties', 'managedProperties', 'build', 'deploymentModel', ...RUNNING],
  [WorkflowProfile.GITOPS]: ['writeBack', 'deploymentModel', 'userProperties', 'managedProperties', ...RUNNING],
};
