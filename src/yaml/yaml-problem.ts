import { ValueProblem } from '../rules/value-problem';

/** What kubectl would not read, or would read as something else. It never shows a value, which may be a Secret's. */
export function yamlProblem(given: string, allowed: string, fix: string): ValueProblem {
  return { rule: 'SF-INPUT-YAML', given, allowed, fix };
}
