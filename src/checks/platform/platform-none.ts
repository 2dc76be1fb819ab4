import { Check, WorkflowSubject } from '../check';

/** The operator makes a platform named sonataflow-platform, with a build cache, where there is none. */
export const platformNone: Check<WorkflowSubject> = {
  rule: 'SF-PLATFORM-NONE',
  check: ({ workflow }) => workflow.platform ? [] : [{
    given: 'a workflow in a namespace without a platform',
    allowed: 'the operator will make one named sonataflow-platform, with a build cache and without a Jobs Service',
    fix: 'add a SonataFlowPlatform to the namespace, or acknowledge that it is managed elsewhere',
    fixInCode: 'add a SonataFlowPlatformConstruct to the namespace, or acknowledge that the platform is managed elsewhere',
  }],
};
