import { unknownName } from './unknown-name';
import { flowStates } from '../../workflow-definition/flow-states';
import { Check, WorkflowSubject } from '../check';

/** Every schema takes it; the workflow fails when it is built or started. */
export const flowTransition: Check<WorkflowSubject> = {
  rule: 'SF-FLOW-TRANSITION',
  check: ({ resource: { spec: { flow } } }) => {
    const states = flowStates(flow);
    const names = states.map(({ name }) => name);
    return states.flatMap(({ transitions }) => transitions).filter(({ name }) => !names.includes(name))
      .map((given) => unknownName('a state', given, names, 'declare the state'));
  },
};
