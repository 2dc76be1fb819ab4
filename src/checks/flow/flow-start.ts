import { unknownName } from './unknown-name';
import { flowStart, flowStates } from '../../workflow-definition/flow-states';
import { Check, WorkflowSubject } from '../check';

/** Every schema takes it; the workflow fails when it is built or started. */
export const flowStartKnown: Check<WorkflowSubject> = {
  rule: 'SF-FLOW-START',
  check: ({ resource: { spec: { flow } } }) => {
    const names = flowStates(flow).map(({ name }) => name);
    const given = flowStart(flow);
    return !given || names.includes(given.name) ? [] : [unknownName('a state', given, names, 'declare the state')];
  },
};
