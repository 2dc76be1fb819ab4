import { FLOW_NONE } from '../../model/obstacles/workflow';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, WorkflowSubject } from '../check';

/** In the profile dev the operator makes everything of it, and the pod cannot start; in the others it stops at once. */
export const flowNone: Check<WorkflowSubject> = {
  rule: 'SF-FLOW-NONE',
  check: ({ workflow: { profile }, resource: { spec: { flow } } }) => (
    profile === WorkflowProfile.DEV && Object.keys(flow).length === 0 ? [FLOW_NONE] : []
  ),
};
