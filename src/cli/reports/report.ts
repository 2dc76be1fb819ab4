import { countOfWeight } from '../../findings/bounded';
import { Finding, Severity } from '../../findings/finding';
import { LocatedFinding } from '../../findings/place';
import { plural } from '../../findings/words';

/** What a run of `check` found, for whoever writes it down. */
export interface CheckReport {
  /** In the order of their places. */
  readonly findings: readonly LocatedFinding[];
  /** How many findings the baseline knows, which are not among them. */
  readonly known: number;
  /** Lines about the run as a whole: what was passed over, and what was judged for what. */
  readonly closing: readonly string[];
}

/** How a report is written. */
export interface Writing {
  readonly coloured: boolean;
  /** Each finding of a rule, however many there are. */
  readonly all: boolean;
  /** Errors only. */
  readonly quiet: boolean;
}

/** Such as `1 error, 2 warnings, 0 informations`. */
export function counted(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'nothing found';
  return Object.values(Severity).map((word) => plural(countOfWeight(findings, word), word)).join(', ');
}

/** The counts, with what the baseline knows. */
export function countLine({ findings, known }: CheckReport): string {
  return `${counted(findings)}${known === 0 ? '' : `; ${known} more in the baseline`}`;
}
