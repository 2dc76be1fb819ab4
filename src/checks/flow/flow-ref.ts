import { unknownName } from './unknown-name';
import { declared, flowReferences } from '../../workflow-definition/flow-references';
import { Check, WorkflowSubject } from '../check';

/**
 * Functions, events, retries, errors, auth and secrets are used by name. Every schema takes a wrong one; the
 * workflow fails when it is built or started.
 */
export const flowRef: Check<WorkflowSubject> = {
  rule: 'SF-FLOW-REF',
  check: ({ resource: { spec: { flow } } }) => {
    const lists = new Map<string, string[]>();
    return flowReferences(flow).flatMap((given) => {
      let names = lists.get(given.list);
      if (!names) lists.set(given.list, names = declared(flow, given.list).map(({ name }) => name));
      return names.includes(given.name) ? [] : [unknownName(`a name of ${given.list}`, given, names, `declare it in ${given.list}`)];
    });
  },
};
