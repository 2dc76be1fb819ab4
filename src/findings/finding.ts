import { printable } from './printable';

/** How much a finding weighs. */
export enum Severity {
  /** The synth stops. */
  ERROR = 'error',
  /** The synth goes on; somebody should look. */
  WARNING = 'warning',
  /** Good to know. */
  INFORMATION = 'information',
}

/** One thing that was noticed about what was declared. */
export interface Finding {
  /** The stable id of the rule, such as `SF-SERVICE-TWO`. */
  readonly rule: string;

  /** How much it weighs. */
  readonly severity: Severity;

  /** The page about the rule, in the package, such as `docs/rules/SF-SERVICE-TWO.md`. */
  readonly page: string;

  /** Where it is: the path of the construct, or file, line and column. */
  readonly where: string;

  /**
   * The field of the custom resource that it is about, such as `spec.persistence.postgresql`.
   * @default - it is about the whole
   */
  readonly field?: string;

  /** What was given. */
  readonly given: string;

  /** What is allowed, or what will happen. */
  readonly allowed: string;

  /** What to write instead. */
  readonly fix: string;

  /**
   * For how many findings of its rule it stands, where there are too many to tell each.
   * @default - it stands for itself
   */
  readonly more?: number;
}

/** The four parts of a finding in one line; the place is left to whoever prints it. */
export function describeFinding(finding: Finding): string {
  const field = finding.field ? ` ${finding.field}:` : '';
  return printable(`${finding.rule}:${field} given ${finding.given}; allowed: ${finding.allowed}; fix: ${finding.fix}`);
}
