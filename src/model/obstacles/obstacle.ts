import { FieldPath } from '../../json/field-path';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';

/** Whom an obstacle stops: the operator, a rendering for plain Kubernetes that corrects what the operator does, or both. */
export type Stopped = 'operator' | 'rendering' | 'both';

/** Something on the way of the operator that it does not get past, or that leaves nothing to be made. */
export interface Obstacle<Step extends string = string> extends Violation {
  readonly step: Step;
  readonly rule: RuleId;
  readonly stops: Stopped;
  /**
   * The operator goes on behind it.
   * @default false
   */
  readonly optional?: boolean;
}

/** What the operator says where nothing better is known. */
export const STOPS_THERE = 'the operator stops there: what comes after it is not made';

/** Of an empty JDBC URL nothing is left where the operator writes the custom resource back. */
export function emptyJdbcUrl(path: FieldPath): Violation & { readonly rule: RuleId } {
  return {
    rule: 'SF-PG-JDBC-KIND',
    path,
    given: 'an empty text',
    allowed: 'the URL of a PostgreSQL database, or serviceRef; else nothing is made',
    fix: 'write jdbc:postgresql://host:port/database, or leave it out',
  };
}

/** Whether an obstacle is one for a rendering of Kubernetes objects. */
export function isInTheWay({ stops }: Obstacle, corrected: boolean): boolean {
  return stops === 'both' || stops === (corrected ? 'rendering' : 'operator');
}

/** How far somebody gets. */
export interface Way<Step extends string> {
  /** The steps that are done. */
  readonly steps: ReadonlySet<Step>;
  /** The obstacles that are met. */
  readonly met: ReadonlyArray<Obstacle<Step>>;
}

/**
 * How far the operator gets in its order of steps. A corrected rendering goes on behind each obstacle, so that all that is wrong is told
 * at once.
 */
export function wayThrough<Step extends string>(order: readonly Step[], obstacles: ReadonlyArray<Obstacle<Step>>, corrected: boolean): Way<Step> {
  const steps = new Set<Step>();
  const met: Array<Obstacle<Step>> = [];
  for (const step of order) {
    const [first, ...others] = obstacles.filter((obstacle) => obstacle.step === step && isInTheWay(obstacle, corrected));
    if (!first) {
      steps.add(step);
      continue;
    }
    met.push(first, ...corrected ? others : []);
    if (!corrected && !first.optional) break;
  }
  return { steps, met };
}
