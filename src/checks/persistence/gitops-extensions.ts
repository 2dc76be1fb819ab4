import { list } from '../../findings/words';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, WorkflowSubject } from '../check';

/** The operator adds the Quarkus extensions for PostgreSQL only to images that it builds itself. */
export const gitopsExtensions: Check<WorkflowSubject> = {
  rule: 'SF-GITOPS-EXTENSIONS',
  check: ({ landscape, workflow }) => workflow.database && workflow.profile === WorkflowProfile.GITOPS ? [{
    path: ['spec', 'podTemplate', 'container', 'image'],
    given: 'an image of one\'s own for a workflow with PostgreSQL',
    allowed: `an image with the Quarkus extensions ${list(landscape.operator.persistenceExtensions)}`,
    fix: `build it with QUARKUS_EXTENSIONS=${landscape.operator.persistenceExtensions.join(',')}`,
    fixInCode: `build it with QUARKUS_EXTENSIONS=${landscape.operator.persistenceExtensions.join(',')} (WorkflowConstruct.requiredExtensionsBuildArg)`,
  }] : [],
};
