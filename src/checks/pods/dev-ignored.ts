import { ignored } from './ignored-settings';
import { PROFILE_ANNOTATION, WorkflowProfile } from '../../values/workflow-profile';
import { Check, WorkflowSubject } from '../check';

/**
 * In the profile dev the operator uses neither persistence nor the knative model nor a sink nor the services of the
 * platform.
 */
export const devIgnored: Check<WorkflowSubject> = {
  rule: 'SF-DEV-IGNORED',
  check: ({ workflow: { profile, platform, podTemplate }, resource: { spec } }) => profile !== WorkflowProfile.DEV ? [] : ignored(
    'in the profile dev', 'leave it out, or use the profile preview or gitops', [
      [['spec', 'persistence'], spec.persistence?.postgresql && 'persistence'],
      [['spec', 'podTemplate', 'deploymentModel'], podTemplate.deploymentModel === 'knative' && 'the knative model'],
      [['spec', 'sink'], spec.sink && 'a sink: no SinkBinding is made'],
      [['metadata', 'annotations', PROFILE_ANNOTATION], (platform?.spec.services?.dataIndex ?? platform?.spec.services?.jobService)
        && 'a platform with services: the workflow is not wired to them'],
    ],
  ),
};
