import { quote } from '../../findings/words';
import { workflowSelector } from '../../model/labels';
import { Check, WorkflowSubject } from '../check';

const KEYS = ['app.kubernetes.io/instance', 'app.kubernetes.io/version'];

/** Some operators take these labels from the custom resource, others write their own. */
export const labelOwned: Check<WorkflowSubject> = {
  rule: 'SF-LABEL-OWNED',
  check: ({ landscape, workflow }) => {
    const { labels } = workflow.resource.metadata;
    const said = KEYS.filter((key) => labels[key] !== undefined);
    if (said.length === 0) return [];
    const own = workflowSelector(workflow, landscape.operator);
    return said.filter((key) => own[key] !== undefined && own[key] !== labels[key]).map((key) => ({
      path: ['metadata', 'labels', key],
      given: quote(labels[key]),
      allowed: `the operator's value ${quote(own[key])}, which wins in all that it makes of the workflow`,
      fix: 'take the label out, or give it another key where it is to be found again',
    }));
  },
};
