import { Finding, Severity } from './finding';

/** How many findings of one rule a run tells one by one: who has so many corrects their cause first. */
export const MOST_OF_A_RULE = 100;

/** Findings of which each rule has so many, and behind them one for the rest of each rule; what is not told is not made. */
export class BoundedFindings<F extends Finding> {
  private readonly told: F[] = [];
  private readonly rules = new Map<string, { count: number; more: number; rest?: F }>();

  /** @param most how many of a rule are told one by one */
  constructor(private readonly most: (rule: string) => number = () => MOST_OF_A_RULE) {}

  add(rule: string, weight: Severity, make: () => F, more?: number): void {
    let known = this.rules.get(rule);
    if (!known) this.rules.set(rule, known = { count: 0, more: 0 });
    if (more === undefined && known.count < this.most(rule)) {
      known.count++;
      this.told.push(make());
      return;
    }
    known.more += more ?? 1;
    if (known.rest === undefined || WEIGHTS.indexOf(weight) < WEIGHTS.indexOf(known.rest.severity)) known.rest = make();
  }

  /** In the order in which they came. */
  get all(): F[] {
    return [...this.told, ...[...this.rules].flatMap(([rule, { more, rest }]) => rest ? [standingFor(rest, more, this.most(rule))] : [])];
  }
}

/** Of each rule at most {@link MOST_OF_A_RULE} findings, in their order, and one for the rest. */
export function bounded<F extends Finding>(findings: Iterable<F>): F[] {
  const log = new BoundedFindings<F>();
  for (const finding of findings) log.add(finding.rule, finding.severity, () => finding, finding.more);
  return log.all;
}

/** The heaviest first. */
const WEIGHTS = Object.values(Severity);

function standingFor<F extends Finding>(first: F, more: number, most: number): F {
  return {
    ...first,
    more,
    field: undefined,
    given: `${more} more findings of this rule, one of them here`,
    allowed: `${most} of a rule, which are told`,
    fix: 'correct those that are told, and look again',
  };
}

/** How many findings there are, with those that one stands for. */
export function countOf(findings: readonly Finding[]): number {
  return findings.reduce((sum, { more = 1 }) => sum + more, 0);
}

/** The same of one weight. */
export function countOfWeight(findings: readonly Finding[], weight: Severity): number {
  return countOf(findings.filter(({ severity }) => severity === weight));
}
