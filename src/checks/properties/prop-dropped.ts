import { quote } from '../../findings/words';
import { isFailure } from '../../json/failure';
import { platformProperties } from '../../properties/platform-properties';
import { userProperties } from '../../properties/user-properties';
import { RuleId } from '../../rules/rules';
import { Check, PlatformSubject, WorkflowSubject } from '../check';

/**
 * The operator drops such a property of the platform without a word. In the user's file it turns service discovery
 * off for all properties.
 */
const DROPPED: RuleId = 'SF-PROP-DROPPED';

export const platformPropDropped: Check<PlatformSubject> = {
  rule: DROPPED,
  check: ({ landscape, resource }) => platformProperties(landscape, resource).dropped.map(({ index, name, reason }) => ({
    path: ['spec', 'properties', 'flow', index, resource.spec.properties?.flow?.[index]?.value ? 'value' : 'valueFrom'],
    given: `${quote(name)}: ${reason}`,
    allowed: 'a ${…} that ends and that does not lead back to itself; else the property is dropped',
    fix: 'close the expression, or name another property in it',
  })),
};

export const userPropDropped: Check<WorkflowSubject> = {
  rule: DROPPED,
  check: ({ workflow }) => {
    const users = userProperties(workflow);
    return isFailure(users) ? [{
      given: `application.properties of the ConfigMap ${workflow.userConfigMapName}: ${users.reason}`,
      allowed: 'a file that the operator can read; else it discovers no service for any property of it',
      fix: 'correct the line',
    }] : [];
  },
};
