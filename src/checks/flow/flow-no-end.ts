import { quote } from '../../findings/words';
import { flowStates, isDeadEnd } from '../../workflow-definition/flow-states';
import { Check, WorkflowSubject } from '../check';

/** The workflow fails when it is built, or stops there without being complete. */
export const flowNoEnd: Check<WorkflowSubject> = {
  rule: 'SF-FLOW-NO-END',
  check: ({ resource: { spec: { flow } } }) => flowStates(flow).filter(({ state }) => isDeadEnd(state)).map(({ name, path, state }) => ({
    path: ['spec', 'flow', ...path],
    given: `the ${state.type === 'switch' ? 'switch ' : ''}state ${quote(name)} with neither ${state.type === 'switch' ? 'dataConditions nor eventConditions' : 'end nor transition'}`,
    allowed: 'a way on, or an end',
    fix: state.type === 'switch' ? 'add conditions' : 'add end: true, or a transition',
  })),
};
