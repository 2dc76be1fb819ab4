import { quote } from '../../findings/words';
import { unreachableStates } from '../../workflow-definition/flow-states';
import { Check, WorkflowSubject } from '../check';

/** It never runs. Most often a transition names another state than was meant. */
export const flowUnreachable: Check<WorkflowSubject> = {
  rule: 'SF-FLOW-UNREACHABLE',
  check: ({ resource: { spec: { flow } } }) => unreachableStates(flow).map(({ name, path }) => ({
    path: ['spec', 'flow', ...path], given: `the state ${quote(name)}`, allowed: 'a state that start or a transition leads to', fix: 'add a transition to it, or take it out',
  })),
};
