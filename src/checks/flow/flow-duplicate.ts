import { quote } from '../../findings/words';
import { fieldName } from '../../json/field-path';
import { declared } from '../../workflow-definition/flow-references';
import { Mention, flowStates } from '../../workflow-definition/flow-states';
import { Check, WorkflowSubject } from '../check';

/** Every schema takes it; the workflow fails when it is built, or one of the two is never used. */
export const flowDuplicate: Check<WorkflowSubject> = {
  rule: 'SF-FLOW-DUPLICATE',
  check: ({ resource: { spec: { flow } } }) => {
    const of = (what: string, all: readonly Mention[]) => all.flatMap((mention) => {
      const { name, path } = mention;
      const first = all.find((other) => other.name === name) ?? mention;
      return name === '' || first === mention ? [] : [{
        path: ['spec', 'flow', ...path], given: `the ${what} ${quote(name)} again`, allowed: `each name once: ${fieldName(['spec', 'flow', ...first.path])} has it`, fix: 'give one of them another name',
      }];
    });
    return [...of('state', flowStates(flow)), ...of('function', declared(flow, 'functions')), ...of('event', declared(flow, 'events'))];
  },
};
