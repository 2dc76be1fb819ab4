import { Severity } from '../../findings/finding';
import { list, quote, suggest } from '../../findings/words';
import { PROFILE_ANNOTATION, WorkflowProfile } from '../../values/workflow-profile';
import { Check, WorkflowSubject } from '../check';

/** What preview was called before. */
const OLD_PREVIEW = 'prod';

/** The operator takes every word that it does not know as preview. */
export const profileKnown: Check<WorkflowSubject> = {
  rule: 'SF-PROFILE',
  check: ({ resource }) => {
    const profiles = Object.values(WorkflowProfile) as string[];
    const given = resource.metadata.annotations[PROFILE_ANNOTATION];
    if (given === undefined || profiles.includes(given)) return [];
    if (given === OLD_PREVIEW) {
      return [{
        path: ['metadata', 'annotations', PROFILE_ANNOTATION],
        given: quote(given),
        allowed: `${list(profiles)}: it is the old word for preview, and taken as that`,
        fix: `write ${WorkflowProfile.PREVIEW}`,
        severity: Severity.WARNING,
      }];
    }
    const fix = given.toLowerCase().startsWith(OLD_PREVIEW) ? `write ${WorkflowProfile.PREVIEW}` : suggest(given, profiles);
    return [{ path: ['metadata', 'annotations', PROFILE_ANNOTATION], given: quote(given), allowed: list(profiles), fix }];
  },
};
