import { foundAt } from './found';
import { RuleId } from './rules';
import { Finding } from '../findings/finding';
import { FindingsError } from '../findings/findings-error';

/** An error of a value that is wrong on its own, whatever it is used for. */
export interface ValueProblem extends Pick<Finding, 'given' | 'allowed' | 'fix'> {
  readonly rule: RuleId;
}

/**
 * Throws all problems of one value in one error, if there are any.
 *
 * @param where the call that was given the value, such as `PostgreSql.fromService`
 */
export function throwIfAny(where: string, problems: ReadonlyArray<ValueProblem | undefined>): void {
  const findings = problems
    .filter((problem): problem is ValueProblem => problem !== undefined)
    .map(({ rule, ...words }) => foundAt(rule, { where }, words));
  if (findings.length > 0) throw new FindingsError(findings);
}
