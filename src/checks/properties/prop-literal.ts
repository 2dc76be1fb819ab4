import { quote } from '../../findings/words';
import { isFailure } from '../../json/failure';
import { secretLike } from '../../properties/secret-like';
import { userProperties } from '../../properties/user-properties';
import { RuleId } from '../../rules/rules';
import { Check, PlatformSubject, WorkflowSubject } from '../check';

/** Whoever may read ConfigMaps reads it. What its value is, no message says. */
const LITERAL: RuleId = 'SF-PROP-LITERAL';

export const LITERAL_WORDS = {
  allowed: 'a value from a Secret: whoever may read ConfigMaps and manifests reads it here',
  fix: 'give it as a variable of podTemplate.container.env with secretKeyRef (in typed code: secretProperties)',
  fixInCode: 'give it by secretProperties of the WorkflowConstruct',
} as const;

export const userPropLiteral: Check<WorkflowSubject> = {
  rule: LITERAL,
  check: ({ workflow }) => {
    const users = userProperties(workflow);
    if (isFailure(users)) return [];
    return users.entries.filter(secretLike).map(({ name }) => ({
      given: `a value of ${quote(name)} in the ConfigMap ${workflow.userConfigMapName}`, ...LITERAL_WORDS,
    }));
  },
};

export const platformPropLiteral: Check<PlatformSubject> = {
  rule: LITERAL,
  check: ({ resource: { spec } }) => (spec.properties?.flow ?? []).flatMap(({ name, value = '' }, i) => (
    secretLike({ name, value }) ? [{ path: ['spec', 'properties', 'flow', i, 'value'], given: `a value of ${quote(name)}`, ...LITERAL_WORDS }] : []
  )),
};
