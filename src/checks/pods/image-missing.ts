import { declaredProfile } from '../../model/workflow';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, isCorrected, WorkflowSubject } from '../check';

/** The operator makes a Deployment without an image, which the API server refuses. In a corrected rendering it is an obstacle. */
export const imageMissing: Check<WorkflowSubject> = {
  rule: 'SF-IMAGE-MISSING',
  check: (subject) => declaredProfile(subject.resource) === WorkflowProfile.GITOPS && !subject.workflow.ownImage && !isCorrected(subject) ? [{
    path: ['spec', 'podTemplate', 'container', 'image'],
    given: 'profile gitops without an image',
    allowed: 'the image that was built for the workflow',
    fix: 'name it in podTemplate.container.image',
  }] : [],
};
