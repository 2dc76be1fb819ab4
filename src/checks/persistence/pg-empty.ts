import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, WorkflowSubject } from '../check';

/**
 * The documentation says that {} inherits the platform's database; released operators opt out, and state is lost on
 * restart.
 */
export const pgEmpty: Check<WorkflowSubject> = {
  rule: 'SF-PG-EMPTY',
  check: ({ workflow, resource }) => {
    if (!resource.spec.persistence || resource.spec.persistence.postgresql || workflow.profile === WorkflowProfile.DEV) return [];
    if (!workflow.platform?.spec.persistence?.postgresql) return [];
    return [{
      path: ['spec', 'persistence'],
      given: 'persistence without a database under a platform with PostgreSQL',
      allowed: 'released operators read it as ephemeral, the documentation\'s page as inherited',
      fix: 'leave the field out to inherit, or name the database',
    }];
  },
};
