import { quote } from '../../findings/words';
import { expand } from '../../go/properties-expansion';
import { isFailure } from '../../json/failure';
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
  check: ({ resource }) => {
    const taken = new Map<string, string>();
    return (resource.spec.properties?.flow ?? []).flatMap(({ name, value }, i) => {
      if (!value) return [];
      const expanded = expand(name, value, new Map(taken).set(name, value));
      if (!isFailure(expanded)) {
        taken.set(name, value);
        return [];
      }
      return [{
        path: ['spec', 'properties', 'flow', i, 'value'],
        given: `${name}=${quote(value)}: ${expanded.reason}`,
        allowed: 'a ${…} that ends and that does not lead back to itself; else the property is dropped',
        fix: 'close the expression, or name another property in it',
      }];
    });
  },
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
