import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, WorkflowSubject } from '../check';

/** In the profile dev the operator makes neither Triggers nor a SinkBinding: no event comes or goes by a broker. */
export const eventDev: Check<WorkflowSubject> = {
  rule: 'SF-EVENT-DEV',
  check: ({ workflow: { profile, flow } }) => profile !== WorkflowProfile.DEV || flow.events.length === 0 ? [] : [{
    path: ['spec', 'flow', 'events'],
    given: `${flow.events.length} event${flow.events.length > 1 ? 's' : ''} in the profile dev`,
    allowed: 'no Triggers and no SinkBinding are made',
    fix: 'send events by HTTP while developing, or use the profile preview or gitops',
  }],
};
