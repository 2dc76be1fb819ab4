import { givenWorkflowProperty } from '../../manifests/workflow/workflow-explanation';
import { FLYWAY_PROPERTY } from '../../model/database';
import { ofProfile } from '../../properties/set-properties';
import { Check, WorkflowSubject } from '../check';

/** The workflow starts and is healthy; each of its starts fails where its tables are not there. */
export const pgFlyway: Check<WorkflowSubject> = {
  rule: 'SF-PG-FLYWAY',
  check: ({ landscape, workflow }) => {
    if (!workflow.database) return [];
    const explained = givenWorkflowProperty(landscape, workflow, FLYWAY_PROPERTY);
    const said = ofProfile(workflow, FLYWAY_PROPERTY) ?? explained?.value;
    // What is in a Secret, nobody knows.
    if (said !== undefined && said !== 'false' && said !== '') return [];
    return [{
      given: `a workflow with PostgreSQL, and ${FLYWAY_PROPERTY} ${said !== undefined ? 'switched off' : 'not set'}`,
      allowed: 'tables that somebody else makes; else each start of the workflow fails with "relation process_instances does not exist"',
      fix: `set ${FLYWAY_PROPERTY}=true in the application properties of the workflow, or flywayEnabled on the platform, which is spec.properties.flow`,
    }];
  },
};
