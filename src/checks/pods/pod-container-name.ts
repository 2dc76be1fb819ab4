import { eachService } from './operator-containers';
import { quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { asList, asObject } from '../../json/lenient';
import { WORKFLOW_CONTAINER } from '../../manifests/workflow/workflow-container';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { Check, PlatformSubject, WorkflowSubject } from '../check';

/** The operator puts its own container in the place of the one with its name; whatever that one said is lost. */
const CONTAINER_NAME: RuleId = 'SF-POD-CONTAINER-NAME';

function containersNamed(name: string, containers: unknown, path: FieldPath): Violation[] {
  return asList(containers).flatMap((container, i) => asObject(container).name !== name ? [] : [{
    path: [...path, 'containers', i, 'name'],
    given: `${quote(name)}, which is the operator's own container`,
    allowed: 'another name: this entry is replaced without a word',
    fix: 'say it in podTemplate.container, or rename the container',
  }]);
}

export const serviceContainerName: Check<PlatformSubject> = {
  rule: CONTAINER_NAME,
  check: eachService(({ containerName, podTemplate }, path) => containersNamed(containerName, podTemplate.containers, path)),
};

export const workflowContainerName: Check<WorkflowSubject> = {
  rule: CONTAINER_NAME,
  check: ({ workflow }) => containersNamed(WORKFLOW_CONTAINER, workflow.podTemplate.containers, ['spec', 'podTemplate']),
};
