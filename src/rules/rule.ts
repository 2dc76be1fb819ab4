import { Correction } from './corrections';
import { Severity } from '../findings/finding';

/** What the catalogue says about a rule; its page in docs/rules says the rest. */
export interface Rule {
  readonly severity: Severity;
  /** What is wrong, in a line. */
  readonly title: string;
  /**
   * What makes it moot where Kubernetes objects are rendered with corrections.
   * @default - nothing does
   */
  readonly correction?: Correction;
}

export function error(title: string, correction?: Correction): Rule {
  return { severity: Severity.ERROR, title, correction };
}

export function warning(title: string, correction?: Correction): Rule {
  return { severity: Severity.WARNING, title, correction };
}

export function information(title: string, correction?: Correction): Rule {
  return { severity: Severity.INFORMATION, title, correction };
}
