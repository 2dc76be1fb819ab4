import { describeFinding, Finding, Severity } from './finding';

/** Everything that is wrong with what a user gave, at once. */
export class FindingsError extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super(findings.map((finding) => `[${finding.where}] ${describeFinding(finding)}`).join('\n'));
    this.name = 'FindingsError';
  }
}

/** An error of a value that is wrong on its own, whatever it is used for. */
export type ValueProblem = Pick<Finding, 'rule' | 'given' | 'allowed' | 'fix'>;

/**
 * Throws all problems of one value in one error, if there are any.
 *
 * @param where the call that was given the value, such as `PostgreSql.fromService`
 */
export function throwIfAny(where: string, problems: ReadonlyArray<ValueProblem | undefined>): void {
  const findings = problems
    .filter((problem): problem is ValueProblem => problem !== undefined)
    .map((problem) => ({ ...problem, severity: Severity.ERROR, where }));
  if (findings.length > 0) throw new FindingsError(findings);
}
