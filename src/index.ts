// constructs
export { type ISonataFlowPlatform } from './constructs/app/roles';
export { SonataFlowPlatformConstruct, type SonataFlowPlatformConstructProps } from './constructs/platform/sonataflow-platform-construct';
export { type ExternalPlatformOptions } from './constructs/platform/external-platform';
export { type SonataFlowPlatformOptions } from './constructs/platform/sonataflow-platform-options';
export { type ExternalClusterPlatformOptions, type ISonataFlowClusterPlatform } from './constructs/platform/external-cluster-platform';
export { SonataFlowClusterPlatformConstruct, type SonataFlowClusterPlatformConstructProps } from './constructs/platform/sonataflow-cluster-platform-construct';
export { type ISupportingService } from './constructs/platform/supporting-service';
export { type SupportingServiceProps } from './constructs/platform/supporting-service-props';
export { JobsServiceConstruct, type JobsServiceConstructProps } from './constructs/platform/jobs-service-construct';
export { DataIndexConstruct, type DataIndexConstructProps } from './constructs/platform/data-index-construct';
export { WorkflowConstruct } from './constructs/workflow/workflow-construct';
export { type WorkflowConstructProps } from './constructs/workflow/workflow-construct-props';
export { Checks } from './constructs/checks';
export { SonataFlowGraph } from './constructs/sonataflow-graph';
export { SonataFlowImages } from './constructs/sonataflow-images';
export { SonataFlowTesting } from './constructs/sonataflow-testing';

// what is computed
export { type ExplainedEntry, type Explanation, type PropertyEntry, PropertySource } from './properties/property-entry';
export { type DatabaseBinding, PersistenceSource } from './model/database';
export { type LandscapeImage } from './manifests/landscape-images';

// workflow definitions
export { WorkflowDefinition } from './workflow-definition/workflow-definition';
export { type DefinitionFindingsOptions } from './checks/flow/judged-definition';
export { WorkflowResources, type WorkflowResourcesOptions } from './workflow-definition/workflow-resources';
export { WorkflowProject, type WorkflowProjectOptions } from './workflow-definition/workflow-project';
export { ApplicationProperties } from './workflow-definition/application-properties';

// values
export * from './values/persistence/postgre-sql';
export * from './values/persistence/service-persistence';
export * from './values/persistence/workflow-persistence';
export * from './values/persistence/db-migration-strategy';
export * from './values/persistence/inherited-persistence';
export * from './values/workflow-profile';
export * from './values/build/build-config';
export * from './values/build/build-template';
export * from './values/cluster-platform-capabilities';
export * from './values/eventing/destination';
export * from './values/eventing/event-source';
export * from './values/pod/pod-template';
export * from './values/pod/container-template';
export * from './values/pod/termination-message-policy';
export * from './values/pod/preemption-policy';
export * from './values/pod/pod-disruption-budget';
export * from './values/deployment-model';
export * from './values/operator/operator-image-overrides';
export * from './values/operator/operator-images';
export * from './values/operator/operator-version';
export * from './values/property-value';
export * from './values/rendering';
export { type ClusterFacts } from './values/operator/cluster-facts';

// findings
export { type Finding, Severity } from './findings/finding';

// what cdk8s-cli loads by its name; no other language can call it
/** @internal */
export { SonataFlowValidation } from './cli/validation-plugin/validation-plugin';
