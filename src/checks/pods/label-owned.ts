import { quote } from '../../findings/words';
import { workflowSelector } from '../../model/labels';
import { Check, WorkflowSubject } from '../check';

const KEYS = ['app.kubernetes.io/instance', 'app.kubernetes.io/version'];

/** Some operators take these labels from the custom resource, others write their own. */
export const labelOwned: Check<WorkflowSubject> = {
  rule: 'SF-LABEL-OWNED',
  check: ({ landscape, workflow }) => {
    const own = workflowSelector(workflow, landscape.operator);
    return KEYS.flatMap((key) => {
      const given = workflow.resource.metadata.labels[key];
      return given === undefined || own[key] === undefined || own[key] === given ? [] : [{
        path: ['metadata', 'labels', key],
        given: quote(given),
        allowed: `the operator's value ${quote(own[key])}, which wins in all that it makes of the workflow`,
        fix: 'take the label out, or give it another key where it is to be found again',
      }];
    });
  },
};
