import { quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { isDataKey, isSubdomain, NAME_SHAPES } from '../../kubernetes/names';
import { PostgreSqlSpec } from '../../model/resource';
import { Violation } from '../../rules/found';
import { WorkflowProfile } from '../../values/workflow-profile';
import { forEachDatabase, ForBoth } from '../database-places';

/** The CRD takes any text; the API server refuses the pods that refer to the Secret. */
function secretProblem({ secretRef }: PostgreSqlSpec, path: FieldPath): Violation | undefined {
  const at = [...path, 'secretRef'];
  if (!isSubdomain(secretRef.name)) {
    return { path: [...at, 'name'], given: quote(secretRef.name), allowed: NAME_SHAPES.subdomain, fix: 'write the name of the Secret' };
  }
  const key = (['userKey', 'passwordKey'] as const).find((field) => secretRef[field] && !isDataKey(secretRef[field]));
  return key && { path: [...at, key], given: quote(secretRef[key]), allowed: NAME_SHAPES.dataKey, fix: 'write a key that the Secret has' };
}

const everywhere = forEachDatabase('SF-PG-SECRET', secretProblem);

export const pgSecret: ForBoth = {
  platform: everywhere.platform,
  // In development a workflow has no database.
  workflow: {
    rule: everywhere.workflow.rule,
    check: (subject) => subject.workflow.profile === WorkflowProfile.DEV ? [] : everywhere.workflow.check(subject),
  },
};
