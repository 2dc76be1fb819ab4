import { Check, PlatformSubject, WorkflowSubject } from './check';
import { CLUSTERED_PLATFORM_CHECKS } from './cluster-platform';
import { PLATFORM_DEPLOYMENT_CHECKS, WORKFLOW_DEPLOYMENT_CHECKS } from './deployment';
import { PLATFORM_EVENTING_CHECKS, WORKFLOW_EVENTING_CHECKS } from './eventing';
import { FLOW_CHECKS } from './flow';
import { FLOW_OPERATOR_CHECKS } from './flow-operator';
import { PLATFORM_MIGRATION_CHECKS, WORKFLOW_MIGRATION_CHECKS } from './migration';
import { PLATFORM_PERSISTENCE_CHECKS, WORKFLOW_PERSISTENCE_CHECKS } from './persistence';
import { PLATFORM_POD_CHECKS, WORKFLOW_POD_CHECKS } from './pods';
import { PLATFORM_PROPERTY_CHECKS, WORKFLOW_PROPERTY_CHECKS } from './properties';
import { PLATFORM_SHAPE_CHECKS, WORKFLOW_SHAPE_CHECKS } from './shape';

export { CLUSTER_PLATFORM_CHECKS } from './cluster-platform';

/** All rules about a platform. */
export const PLATFORM_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [
  ...PLATFORM_SHAPE_CHECKS,
  ...PLATFORM_PERSISTENCE_CHECKS,
  ...PLATFORM_MIGRATION_CHECKS,
  ...PLATFORM_POD_CHECKS,
  ...PLATFORM_DEPLOYMENT_CHECKS,
  ...PLATFORM_PROPERTY_CHECKS,
  ...PLATFORM_EVENTING_CHECKS,
  ...CLUSTERED_PLATFORM_CHECKS,
];

/** All rules about a workflow. */
export const WORKFLOW_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [
  ...WORKFLOW_SHAPE_CHECKS,
  ...WORKFLOW_PERSISTENCE_CHECKS,
  ...WORKFLOW_MIGRATION_CHECKS,
  ...WORKFLOW_POD_CHECKS,
  ...WORKFLOW_DEPLOYMENT_CHECKS,
  ...WORKFLOW_PROPERTY_CHECKS,
  ...WORKFLOW_EVENTING_CHECKS,
  ...FLOW_CHECKS,
  ...FLOW_OPERATOR_CHECKS,
];
