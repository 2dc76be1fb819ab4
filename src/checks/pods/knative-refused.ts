import { knativeProblems } from './pod-problems';
import { Check, WorkflowSubject } from '../check';

/** The webhook of Knative Serving takes less than Kubernetes does, and some of it only where a feature is switched on. */
export const knativeRefused: Check<WorkflowSubject> = {
  rule: 'SF-KNATIVE-REFUSED',
  check: (subject) => subject.workflow.deploymentModel === 'knative' ? knativeProblems(subject) : [],
};
