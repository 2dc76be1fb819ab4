import { eachService } from './operator-containers';
import { Severity } from '../../findings/finding';
import { FieldPath } from '../../json/field-path';
import { JsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';
import { databaseEnv } from '../../manifests/parts/env';
import { ownServiceEnv } from '../../manifests/service/service-container';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { Check, isCorrected, PlatformSubject, WorkflowSubject } from '../check';

/**
 * The operator's value wins: of a service the user's variable is left out, of a workflow both are written and the
 * operator's comes last.
 */
const ENV_OWNED: RuleId = 'SF-ENV-OWNED';

function ownedVariables(own: readonly JsonObject[], container: JsonObject | undefined, path: FieldPath): Violation[] {
  const names = new Set(own.map(({ name }) => name));
  return asList(container?.env).map(asObject).flatMap(({ name }, i) => name === undefined || !names.has(name) ? [] : [{
    path: [...path, 'container', 'env', i],
    given: String(name),
    allowed: 'the operator\'s value, which wins',
    fix: 'take the variable out, and say it in the custom resource where there is a field for it',
  }]);
}

export const serviceEnvOwned: Check<PlatformSubject> = {
  rule: ENV_OWNED,
  check: eachService((service, path, { landscape }) => (
    ownedVariables(ownServiceEnv(landscape.operator, service), service.podTemplate.container, path)
  )),
};

export const workflowEnvOwned: Check<WorkflowSubject> = {
  rule: ENV_OWNED,
  check: (subject) => {
    const { database, podTemplate } = subject.workflow;
    const owned = ownedVariables(database ? databaseEnv(database) : [], podTemplate.container, ['spec', 'podTemplate']);
    // The operator writes both, and the API server refuses two variables of one name to whoever applies them.
    return isCorrected(subject) ? owned : owned.map((violation) => ({ ...violation, severity: Severity.ERROR }));
  },
};
