import { Check, ClusterPlatformSubject, PlatformSubject, WorkflowSubject } from './check';
import { eventDev } from './eventing/event-dev';
import { eventJobsSplit } from './eventing/event-jobs-split';
import { eventNoBroker } from './eventing/event-no-broker';
import { eventSourceUnknown } from './eventing/event-source-unknown';
import { timeoutNoJobs } from './eventing/timeout-no-jobs';
import { flowDuplicate } from './flow/flow-duplicate';
import { flowNoEnd } from './flow/flow-no-end';
import { flowNone } from './flow/flow-none';
import { flowNumber } from './flow/flow-number';
import { flowRef } from './flow/flow-ref';
import { flowStartKnown } from './flow/flow-start';
import { flowTransition } from './flow/flow-transition';
import { flowUnreachable } from './flow/flow-unreachable';
import { migrationAddress } from './migration/migration-address';
import { migrationDowntime } from './migration/migration-downtime';
import { migrationHalf } from './migration/migration-half';
import { migrationKeys } from './migration/migration-keys';
import { migrationNoPg } from './migration/migration-no-pg';
import { migrationUnknown } from './migration/migration-unknown';
import { gitopsExtensions } from './persistence/gitops-extensions';
import { pgEmpty } from './persistence/pg-empty';
import { pgFlyway } from './persistence/pg-flyway';
import { pgJdbcKind } from './persistence/pg-jdbc-kind';
import { pgJdbcSchema } from './persistence/pg-jdbc-schema';
import { pgJdbcShared } from './persistence/pg-jdbc-shared';
import { pgName } from './persistence/pg-name';
import { pgPort } from './persistence/pg-port';
import { pgSchemaCase } from './persistence/pg-schema-case';
import { serviceEphemeral } from './persistence/service-ephemeral';
import { clusterEvents } from './platform/cluster-events';
import { clusterRef } from './platform/cluster-ref';
import { clusterShadowed } from './platform/cluster-shadowed';
import { platformName, workflowName } from './platform/name';
import { platformNone } from './platform/platform-none';
import { platformTwo } from './platform/platform-two';
import { profileKnown } from './platform/profile';
import { refNames } from './platform/ref-names';
import { serviceDisabled } from './platform/service-disabled';
import { devIgnored } from './pods/dev-ignored';
import { serviceEnvOwned, workflowEnvOwned } from './pods/env-owned';
import { serviceImageLatest, workflowImageLatest } from './pods/image-latest';
import { imageMissing } from './pods/image-missing';
import { knativeIgnored } from './pods/knative-ignored';
import { servicePdbValue, workflowPdbValue } from './pods/pdb-value';
import { serviceContainerName, workflowContainerName } from './pods/pod-container-name';
import { podProbe } from './pods/pod-probe';
import { podReplaces } from './pods/pod-replaces';
import { podZero } from './pods/pod-zero';
import { replicasHpa } from './pods/replicas-hpa';
import { replicasJobs } from './pods/replicas-jobs';
import { propDiscovery } from './properties/prop-discovery';
import { platformPropDropped, userPropDropped } from './properties/prop-dropped';
import { platformPropOverridden, userPropOverridden } from './properties/prop-overridden';
import { propSecret } from './properties/prop-secret';
import { propText } from './properties/prop-text';
import { flowSpec } from './resources/flow-spec';
import { resourcesIgnored } from './resources/resources-ignored';

/** All about a platform. */
export const PLATFORM_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [
  platformName, refNames, platformTwo, serviceDisabled, pgPort.platform, pgName.platform, pgSchemaCase.platform, pgJdbcKind.platform, pgJdbcShared,
  pgJdbcSchema, serviceEphemeral, migrationUnknown.platform, migrationNoPg, migrationHalf, migrationKeys, migrationAddress, migrationDowntime,
  podReplaces, podProbe.platform, podZero.platform, serviceContainerName, serviceEnvOwned, replicasJobs, serviceImageLatest, servicePdbValue,
  platformPropOverridden, propSecret, propText, platformPropDropped, eventJobsSplit, clusterEvents, clusterShadowed,
];

/** All about a workflow. */
export const WORKFLOW_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [
  workflowName, refNames, platformNone, profileKnown, pgPort.workflow, pgName.workflow, pgSchemaCase.workflow, pgJdbcKind.workflow, pgEmpty, pgFlyway, gitopsExtensions,
  migrationUnknown.workflow, podProbe.workflow, podZero.workflow, workflowContainerName, workflowEnvOwned, replicasHpa, knativeIgnored, devIgnored,
  imageMissing, workflowImageLatest, resourcesIgnored, workflowPdbValue, userPropOverridden, userPropDropped, propDiscovery, eventNoBroker,
  eventSourceUnknown, eventDev, timeoutNoJobs, flowStartKnown, flowTransition, flowRef, flowDuplicate, flowUnreachable, flowNoEnd, flowNone,
  flowSpec, flowNumber,
];

/** All about a cluster platform. */
export const CLUSTER_PLATFORM_CHECKS: ReadonlyArray<Check<ClusterPlatformSubject>> = [clusterRef, refNames];

/** About a platform that is managed elsewhere: that it can be, and that it is the only one of its namespace. */
export const EXTERNAL_PLATFORM_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [platformName, platformTwo, serviceDisabled];

/** Those without which a corrected rendering would be refused by the API server: a rendering tells them too. */
export const RENDERED_PLATFORM_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [platformName, refNames, migrationNoPg, servicePdbValue];
export const RENDERED_WORKFLOW_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [workflowName, refNames, workflowPdbValue, flowNone];
