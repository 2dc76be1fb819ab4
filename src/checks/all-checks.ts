import { Check, ClusterPlatformSubject, PlatformSubject, WorkflowSubject } from './check';
import { platformDestination, workflowDestination } from './eventing/event-destination';
import { eventDev } from './eventing/event-dev';
import { eventJobsSplit } from './eventing/event-jobs-split';
import { eventNoBroker } from './eventing/event-no-broker';
import { eventSourceUnknown } from './eventing/event-source-unknown';
import { timeoutNoJobs } from './eventing/timeout-no-jobs';
import { flowNone } from './flow/flow-none';
import { flowNumber } from './flow/flow-number';
import { RESOURCE_DEFINITION_CHECKS } from './flow/resource-definition';
import { migrationAddress } from './migration/migration-address';
import { migrationDowntime } from './migration/migration-downtime';
import { migrationHalf } from './migration/migration-half';
import { migrationKeys } from './migration/migration-keys';
import { migrationNoPg } from './migration/migration-no-pg';
import { migrationUnknown } from './migration/migration-unknown';
import { gitopsExtensions } from './persistence/gitops-extensions';
import { pgCallback } from './persistence/pg-callback';
import { pgEmpty } from './persistence/pg-empty';
import { pgFlyway } from './persistence/pg-flyway';
import { pgHibernate } from './persistence/pg-hibernate';
import { pgJdbcKind } from './persistence/pg-jdbc-kind';
import { pgJdbcSchema } from './persistence/pg-jdbc-schema';
import { pgJdbcShared } from './persistence/pg-jdbc-shared';
import { pgName } from './persistence/pg-name';
import { pgPort } from './persistence/pg-port';
import { pgSchemaCase } from './persistence/pg-schema-case';
import { pgSchemaShared } from './persistence/pg-schema-shared';
import { pgSecret } from './persistence/pg-secret';
import { serviceEphemeral } from './persistence/service-ephemeral';
import { buildExtension } from './platform/build-extension';
import { clusterEvents } from './platform/cluster-events';
import { clusterPlatformTwo } from './platform/cluster-platform-two';
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
import { hpaTarget } from './pods/hpa-target';
import { serviceImageLatest, workflowImageLatest } from './pods/image-latest';
import { imageMissing } from './pods/image-missing';
import { platformImageRelease, workflowImageRelease } from './pods/image-release';
import { knativeIgnored } from './pods/knative-ignored';
import { knativeRefused } from './pods/knative-refused';
import { labelOwned } from './pods/label-owned';
import { servicePdbBlocks, workflowPdbBlocks } from './pods/pdb-blocks';
import { servicePdbValue, workflowPdbValue } from './pods/pdb-value';
import { podConflict } from './pods/pod-conflict';
import { serviceContainerName, workflowContainerName } from './pods/pod-container-name';
import { podDuplicate } from './pods/pod-duplicate';
import { podForbidden } from './pods/pod-forbidden';
import { podMount } from './pods/pod-mount';
import { podOneOf } from './pods/pod-one-of';
import { podProbe } from './pods/pod-probe';
import { podReplaces } from './pods/pod-replaces';
import { podResources } from './pods/pod-resources';
import { podUnknown } from './pods/pod-unknown';
import { podValue } from './pods/pod-value';
import { podZero } from './pods/pod-zero';
import { serviceReplicasHpa, workflowReplicasHpa } from './pods/replicas-hpa';
import { replicasJobs } from './pods/replicas-jobs';
import { replicasMemory } from './pods/replicas-memory';
import { serviceReplicasValue, workflowReplicasValue } from './pods/replicas-value';
import { platformSecretKey, workflowSecretKey } from './pods/secret-key';
import { propDiscovery } from './properties/prop-discovery';
import { platformPropDropped, userPropDropped } from './properties/prop-dropped';
import { platformPropLiteral, userPropLiteral } from './properties/prop-literal';
import { platformPropOverridden, userPropOverridden } from './properties/prop-overridden';
import { propSecret } from './properties/prop-secret';
import { propText } from './properties/prop-text';
import { platformPropTwo } from './properties/prop-two';
import { flowSpec } from './resources/flow-spec';
import { resourcesIgnored } from './resources/resources-ignored';

/** What the API server refuses of pods. */
const POD_CHECKS = [podValue, podOneOf, podDuplicate, podResources, podMount, podConflict, podForbidden, podUnknown];

/** All about a platform. */
export const PLATFORM_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [
  platformName, refNames, platformTwo, serviceDisabled, pgPort.platform, pgName.platform, pgSchemaCase.platform, pgJdbcKind.platform, pgJdbcShared,
  pgJdbcSchema, pgSchemaShared, platformSecretKey, buildExtension, pgHibernate, serviceEphemeral, migrationUnknown.platform, migrationNoPg,
  migrationHalf, migrationKeys, migrationAddress,
  migrationDowntime, podReplaces, podProbe.platform, podZero.platform, serviceContainerName, serviceEnvOwned, serviceReplicasHpa, replicasJobs,
  serviceImageLatest,
  platformImageRelease, servicePdbValue, servicePdbBlocks, platformPropOverridden, propSecret, propText, platformPropDropped, platformPropLiteral,
  platformPropTwo,
  eventJobsSplit, clusterEvents,
  clusterShadowed, platformDestination, pgSecret.platform, serviceReplicasValue, ...POD_CHECKS.map(({ platform }) => platform),
];

/** All about a workflow. */
export const WORKFLOW_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [
  workflowName, refNames, platformNone, profileKnown, pgPort.workflow, pgName.workflow, pgSchemaCase.workflow, pgJdbcKind.workflow, pgEmpty,
  pgFlyway, pgCallback, gitopsExtensions, migrationUnknown.workflow, podProbe.workflow, podZero.workflow, workflowContainerName, workflowEnvOwned,
  workflowReplicasHpa, replicasMemory, workflowSecretKey,
  knativeIgnored, devIgnored, imageMissing, workflowImageLatest, workflowImageRelease, labelOwned, resourcesIgnored, workflowPdbValue,
  workflowPdbBlocks, hpaTarget,
  userPropOverridden, userPropDropped, userPropLiteral, propDiscovery, eventNoBroker, eventSourceUnknown, eventDev, timeoutNoJobs, flowNone,
  flowSpec, flowNumber,
  ...RESOURCE_DEFINITION_CHECKS, workflowDestination, pgSecret.workflow, workflowReplicasValue, knativeRefused,
  ...POD_CHECKS.map(({ workflow }) => workflow),
];

/** All about a cluster platform. */
export const CLUSTER_PLATFORM_CHECKS: ReadonlyArray<Check<ClusterPlatformSubject>> = [clusterRef, clusterPlatformTwo, refNames];

/** About a platform that is managed elsewhere: that it can be, and that it is the only one of its namespace. */
export const EXTERNAL_PLATFORM_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [platformName, platformTwo, serviceDisabled];

/** Those without which a corrected rendering would be refused by the API server: a rendering tells them too. */
export const RENDERED_PLATFORM_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [
  platformName, refNames, migrationNoPg, servicePdbValue, servicePdbBlocks, platformDestination, pgSecret.platform, serviceReplicasValue,
  ...POD_CHECKS.map(({ platform }) => platform),
];
export const RENDERED_WORKFLOW_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [
  workflowName, refNames, workflowPdbValue, workflowPdbBlocks, hpaTarget, flowNone, workflowDestination, pgSecret.workflow, workflowReplicasValue,
  knativeRefused,
  ...POD_CHECKS.map(({ workflow }) => workflow),
];
