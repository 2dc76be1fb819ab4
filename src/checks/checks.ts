import { Check, ClusterPlatformSubject, PlatformSubject, WorkflowSubject } from './check';
import { PLATFORM_PERSISTENCE_CHECKS, WORKFLOW_PERSISTENCE_CHECKS } from './persistence';
import { PLATFORM_SHAPE_CHECKS, WORKFLOW_SHAPE_CHECKS } from './shape';

/** All rules about a cluster platform. */
export const CLUSTER_PLATFORM_CHECKS: ReadonlyArray<Check<ClusterPlatformSubject>> = [];

/** All rules about a platform. */
export const PLATFORM_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [...PLATFORM_SHAPE_CHECKS, ...PLATFORM_PERSISTENCE_CHECKS];

/** All rules about a workflow. */
export const WORKFLOW_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [...WORKFLOW_SHAPE_CHECKS, ...WORKFLOW_PERSISTENCE_CHECKS];
