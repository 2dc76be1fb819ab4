import { Destination } from '../../values/eventing/destination';
import { Expected } from '../../values/given';
import { WorkflowPersistence } from '../../values/persistence/workflow-persistence';
import { POD_TEMPLATE_GIVEN } from '../../values/pod/pod-template-given';
import { ApplicationProperties } from '../../workflow-definition/application-properties';
import { WorkflowDefinition } from '../../workflow-definition/workflow-definition';
import { WorkflowProject } from '../../workflow-definition/workflow-project';
import { WorkflowResources } from '../../workflow-definition/workflow-resources';
import { PLATFORM } from '../app/given-platform';

const DESTINATION: Expected = { of: Destination, by: 'Destination.broker, service, ref or uri' };

/** What a source of events has to be. */
export const SOURCE_FIELDS: Readonly<Record<string, Expected>> = { eventType: 'text', destination: { needed: DESTINATION } };

/** What the props of a workflow have to be. */
export const WORKFLOW_PROPS: Readonly<Record<string, Expected>> = {
  definition: { of: WorkflowDefinition, by: 'WorkflowDefinition.fromFile, fromString or fromObject' },
  project: { of: WorkflowProject, by: 'WorkflowProject.fromDirectory' },
  platform: PLATFORM,
  metadata: 'object',
  profile: 'text',
  podTemplate: POD_TEMPLATE_GIVEN,
  persistence: { of: WorkflowPersistence, by: 'WorkflowPersistence.postgreSql, fromPlatform or ephemeral' },
  applicationProperties: { of: ApplicationProperties, by: 'ApplicationProperties.fromFile, fromString or fromRecord' },
  resources: { list: { of: WorkflowResources, by: 'WorkflowResources.fromFile or fromDirectory' } },
  secretProperties: { record: 'object' },
  sink: DESTINATION,
  sources: { list: { fields: SOURCE_FIELDS } },
};
