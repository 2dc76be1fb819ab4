import { Correction } from './corrections';
import { RuleId, ruleOf } from './rules';
import { Severity } from '../findings/finding';
import { Origin } from '../findings/origin';
import { pageOf } from '../findings/page';
import { LocatedFinding, Location } from '../findings/place';
import { fieldName, FieldPath } from '../json/field-path';

/** What a rule has to say about one place. */
export interface Violation {
  /**
   * The field of the custom resource that it is about.
   * @default - it is about the whole
   */
  readonly path?: FieldPath;
  /** What was given. */
  readonly given: string;
  /** What is allowed, or what will happen. */
  readonly allowed: string;
  /** What to write instead. */
  readonly fix: string;
  /**
   * What to write instead where it is said in code and not in YAML.
   * @default - the same
   */
  readonly fixInCode?: string;
  /**
   * How much it weighs.
   * @default - what the catalogue says
   */
  readonly severity?: Severity;
  /**
   * What makes it moot where Kubernetes objects are rendered with corrections.
   * @default - what the catalogue says
   */
  readonly correction?: Correction;
}

/** A finding of a rule about something that was said at an origin. */
export function found(rule: RuleId, origin: Origin, violation: Violation): LocatedFinding {
  return foundAt(rule, origin.locate(violation.path), violation);
}

/** A finding of a rule about a place. */
export function foundAt(
  rule: RuleId, location: Location, { path, given, allowed, fix, fixInCode = fix, severity = ruleOf(rule).severity }: Violation,
): LocatedFinding {
  const words = { given, allowed, fix: location.place ? fix : fixInCode };
  return { rule, severity, page: pageOf(rule), ...location, ...path && { field: fieldName(path) }, ...words };
}
