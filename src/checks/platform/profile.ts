import { list, quote, suggest } from '../../findings/words';
import { PROFILE_ANNOTATION, WorkflowProfile } from '../../values/workflow-profile';
import { Check, WorkflowSubject } from '../check';

/** The operator takes every word that it does not know as preview. */
export const profileKnown: Check<WorkflowSubject> = {
  rule: 'SF-PROFILE',
  check: ({ resource }) => {
    const profiles = Object.values(WorkflowProfile) as string[];
    const given = resource.metadata.annotations[PROFILE_ANNOTATION];
    if (given === undefined || profiles.includes(given)) return [];
    return [{
      path: ['metadata', 'annotations', PROFILE_ANNOTATION], given: quote(given), allowed: list(profiles), fix: suggest(given, profiles),
    }];
  },
};
