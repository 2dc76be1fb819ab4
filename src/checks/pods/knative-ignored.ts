import { ignored } from './ignored-settings';
import { Check, WorkflowSubject } from '../check';

/**
 * Knative scales by itself; the operator writes neither replicas nor a ServiceMonitor nor a PodDisruptionBudget for
 * a Knative Service.
 */
export const knativeIgnored: Check<WorkflowSubject> = {
  rule: 'SF-KNATIVE-IGNORED',
  check: ({ workflow: { deploymentModel, podTemplate, monitored } }) => deploymentModel !== 'knative' ? [] : ignored(
    'with deploymentModel: knative', 'leave it out, or use deploymentModel: kubernetes', [
      [['spec', 'podTemplate', 'replicas'], podTemplate.replicas !== undefined && `replicas: ${podTemplate.replicas}`],
      [['spec', 'podTemplate', 'podDisruptionBudget'], podTemplate.podDisruptionBudget !== undefined && 'a PodDisruptionBudget'],
      [['spec', 'podTemplate', 'deploymentModel'], monitored && 'monitoring by the platform: no ServiceMonitor is made'],
    ],
  ),
};
