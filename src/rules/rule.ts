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
  /**
   * Its errors can be acknowledged: the engine, the build of its image or a judgement of this library's refuses it, not the API server or the
   * operator. Warnings and informations always can.
   * @default false
   */
  readonly acknowledgeable?: boolean;
}

export function error(title: string, correction?: Correction): Rule {
  return { severity: Severity.ERROR, title, correction };
}

/** The weight of a rule in words, and of an error whether it can be acknowledged, which all others can. */
export function weightWords({ severity, acknowledgeable }: Rule): string {
  return severity === Severity.ERROR ? `${severity}, ${acknowledgeable ? 'can' : 'cannot'} be acknowledged` : severity;
}

/** An error that neither the API server nor the operator says: who knows better can acknowledge it. */
export function judgement(title: string, correction?: Correction): Rule {
  return { severity: Severity.ERROR, title, correction, acknowledgeable: true };
}

export function warning(title: string, correction?: Correction): Rule {
  return { severity: Severity.WARNING, title, correction };
}

export function information(title: string, correction?: Correction): Rule {
  return { severity: Severity.INFORMATION, title, correction };
}
