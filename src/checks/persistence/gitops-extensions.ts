import { list } from '../../findings/words';
import { requiredExtensions } from '../../model/required-extensions';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, WorkflowSubject } from '../check';

/** The operator adds the Quarkus extensions for PostgreSQL only to images that it builds itself. */
export const gitopsExtensions: Check<WorkflowSubject> = {
  rule: 'SF-GITOPS-EXTENSIONS',
  check: ({ landscape, workflow }) => {
    if (!workflow.database || workflow.profile !== WorkflowProfile.GITOPS) return [];
    const extensions = requiredExtensions(landscape.operator, workflow).filter(({ inBuilder }) => !inBuilder).map(({ extension }) => extension);
    return [{
      path: ['spec', 'podTemplate', 'container', 'image'],
      given: 'an image of one\'s own for a workflow with PostgreSQL',
      allowed: `an image with the Quarkus extensions ${list(extensions)}`,
      fix: `build it with QUARKUS_EXTENSIONS=${extensions.join(',')}`,
      fixInCode: `build it with QUARKUS_EXTENSIONS=${extensions.join(',')} (WorkflowConstruct.requiredExtensionsBuildArg)`,
    }];
  },
};
