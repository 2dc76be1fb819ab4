import { ApiObjectMetadata } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Destination } from '../../values/eventing/destination';
import { EventSource } from '../../values/eventing/event-source';
import { WorkflowPersistence } from '../../values/persistence/workflow-persistence';
import { WorkflowPodTemplate } from '../../values/pod/pod-template';
import { WorkflowProfile } from '../../values/workflow-profile';
import { ApplicationProperties } from '../../workflow-definition/application-properties';
import { WorkflowDefinition } from '../../workflow-definition/workflow-definition';
import { WorkflowProject } from '../../workflow-definition/workflow-project';
import { WorkflowResources } from '../../workflow-definition/workflow-resources';
import { ISonataFlowPlatform } from '../app/roles';

/** What a workflow is made of. */
export interface WorkflowConstructProps {
  /**
   * What the workflow does.
   * @default - that of the project; one of the two is needed
   */
  readonly definition?: WorkflowDefinition;

  /**
   * A directory with the definition and all that goes along with it, in place of the definition. The profile is written even if it is not
   * given; `applicationProperties` take the place of the project's, and `resources` and `secretProperties` are added to the project's.
   * @default - only what the other properties say
   */
  readonly project?: WorkflowProject;

  /**
   * The platform that the workflow belongs to.
   * @default - the platform in whose scope the construct is, else the platform of its namespace
   */
  readonly platform?: ISonataFlowPlatform;

  /**
   * Metadata of the custom resource.
   * @default - named by the id of the definition, in the namespace of the chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * How the operator deploys the workflow.
   * @default - not written; the operator takes it as `WorkflowProfile.PREVIEW`
   */
  readonly profile?: WorkflowProfile;

  /**
   * The pods of the workflow.
   * @default - as the operator makes them
   */
  readonly podTemplate?: WorkflowPodTemplate;

  /**
   * Where the workflow keeps its state.
   * @default WorkflowPersistence.fromPlatform()
   */
  readonly persistence?: WorkflowPersistence;

  /**
   * The workflow's own properties; they go into the ConfigMap `<workflow>-props`.
   * @default - no ConfigMap is written; the operator makes an empty one
   */
  readonly applicationProperties?: ApplicationProperties;

  /**
   * Files that the definition refers to, or that are built into the image with it; `addResources` adds more. They go into ConfigMaps named
   * `<workflow>.resources.<folder>`.
   * @default - none
   */
  readonly resources?: WorkflowResources[];

  /**
   * The workflow's own properties whose values are in Secrets of its namespace, by name. They reach the workflow as environment variables
   * of the names by which Quarkus finds them (`ACME_API_TOKEN` for `acme.api-token`), and beat every other property.
   * @default - none
   */
  readonly secretProperties?: Record<string, kplus.SecretValue>;

  /**
   * Where the events that the workflow produces go.
   * @default - not written; the broker of the platform, or of the cluster platform, if there is one
   */
  readonly sink?: Destination;

  /**
   * Where the events that the workflow consumes come from, where that is not the broker of the platform; each event type once.
   * @default - none; the broker of the platform, or of the cluster platform, if there is one
   */
  readonly sources?: EventSource[];
}
