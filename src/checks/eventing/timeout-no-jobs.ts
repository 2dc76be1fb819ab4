import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, WorkflowSubject } from '../check';

/** Without an enabled Jobs Service the timers live in the memory of the pod and are lost with it. */
export const timeoutNoJobs: Check<WorkflowSubject> = {
  rule: 'SF-TIMEOUT-NO-JOBS',
  check: ({ workflow: { profile, flow, jobsService } }) => profile === WorkflowProfile.DEV || !flow.hasTimeouts || jobsService ? [] : [{
    path: ['spec', 'flow'],
    given: 'a flow with timeouts or sleeps, and no enabled Jobs Service of its platform or of the cluster platform',
    allowed: 'the timers live in the memory of the pod and are lost with it',
    fix: 'give the platform a Jobs Service: spec.services.jobService',
    fixInCode: 'add a JobsServiceConstruct to the platform',
  }],
};
