import { ignored } from './ignored-settings';
import { madeWorkflowPod } from './made-pods';
import { podOrigin } from './pod-origin';
import { Severity } from '../../findings/finding';
import { FieldPath } from '../../json/field-path';
import { toTheLetter } from '../../model/landscape';
import { unknownToKnative } from '../../pod-rules/knative-schema';
import { Violation } from '../../rules/found';
import { Check, WorkflowSubject } from '../check';

/** Without its source nothing is left of a volume, which Knative Serving says itself. */
function isVolumeSource([list, , ...rest]: FieldPath): boolean {
  return list === 'volumes' && rest.length === 1;
}

/** What the API server prunes of a Knative Service without a word, and refuses to strict clients. */
function unknownFields({ landscape, workflow }: WorkflowSubject): Violation[] {
  const made = madeWorkflowPod(toTheLetter(landscape), workflow);
  if (!made) return [];
  const origin = podOrigin(made);
  return unknownToKnative(made.pod).filter((path) => !isVolumeSource(path)).flatMap((inPod): Violation[] => {
    const path = origin(inPod);
    return path ? [{
      path,
      given: String(path[path.length - 1]),
      allowed: 'nothing: Knative Serving does not know the field, which is lost or refused',
      fix: 'leave it out, or use deploymentModel: kubernetes',
      severity: Severity.ERROR,
      correction: 'knativeFields',
    }] : [];
  });
}

/**
 * Knative scales by itself; the operator writes neither replicas nor a ServiceMonitor nor a PodDisruptionBudget for
 * a Knative Service.
 */
export const knativeIgnored: Check<WorkflowSubject> = {
  rule: 'SF-KNATIVE-IGNORED',
  check: (subject) => {
    const { deploymentModel, podTemplate, monitored } = subject.workflow;
    return deploymentModel !== 'knative' ? [] : [
      ...ignored('with deploymentModel: knative', 'leave it out, or use deploymentModel: kubernetes', [
        [['spec', 'podTemplate', 'replicas'], podTemplate.replicas !== undefined && `replicas: ${podTemplate.replicas}`],
        [['spec', 'podTemplate', 'podDisruptionBudget'], podTemplate.podDisruptionBudget !== undefined && 'a PodDisruptionBudget'],
        [['spec', 'podTemplate', 'deploymentModel'], monitored && 'monitoring by the platform: no ServiceMonitor is made'],
      ]),
      ...unknownFields(subject),
    ];
  },
};
