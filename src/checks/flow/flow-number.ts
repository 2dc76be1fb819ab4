import { Violation } from '../../rules/found';
import { WorkflowProfile } from '../../values/workflow-profile';
import { FlowNumber, changedNumbers } from '../../workflow-definition/flow-numbers';
import { Check, WorkflowSubject } from '../check';

/**
 * The operator writes the flow anew: fractions keep six decimals, and integers beyond 32 bits become fractions. The
 * flow that runs is not the one that was written.
 */
export const flowNumber: Check<WorkflowSubject> = {
  rule: 'SF-FLOW-NUMBER',
  // In gitops the flow is in the image.
  check: ({ workflow: { profile }, resource: { spec: { flow } } }) => profile === WorkflowProfile.GITOPS ? [] : changedNumbers(flow).map(changed),
};

function changed({ value, path }: FlowNumber): Violation {
  return {
    path: ['spec', 'flow', ...path],
    given: String(value),
    allowed: `it becomes ${value.toFixed(6)}`,
    fix: 'write it as a text and let an expression turn it into a number: (.rate | tonumber)',
  };
}
