import { IConstruct } from 'constructs';

/** An acknowledgement in code: of a construct, and of all below it. */
export interface GivenAcknowledgement {
  readonly scope: IConstruct;
  readonly rule: string;
  readonly reason: string;
}

/** What was said about findings in code. */
class GivenAcknowledgements {
  private readonly given = new WeakMap<IConstruct, Map<string, GivenAcknowledgement>>();
  private readonly strict = new WeakSet<IConstruct>();

  public add(given: IConstruct, rule: string, reason: string): void {
    const scope = itself(given);
    const known = this.given.get(scope) ?? new Map<string, GivenAcknowledgement>();
    this.given.set(scope, known.set(rule, { scope, rule, reason }));
  }

  /** The nearest one for a rule, from a construct upwards. */
  public of(construct: IConstruct, rule: string): GivenAcknowledgement | undefined {
    return scopesOf(construct).map((scope) => this.given.get(scope)?.get(rule)).find((given) => given !== undefined);
  }

  /** Those of a construct itself. */
  public at(construct: IConstruct): GivenAcknowledgement[] {
    return [...this.given.get(itself(construct))?.values() ?? []];
  }

  public makeStrict(scope: IConstruct): void {
    this.strict.add(itself(scope));
  }

  public isStrict(construct: IConstruct): boolean {
    return scopesOf(construct).some((scope) => this.strict.has(scope));
  }
}

export const acknowledgements = new GivenAcknowledgements();

/** A construct, or the one that it speaks for. */
function itself(construct: IConstruct): IConstruct {
  const [own = construct] = scopesOf(construct);
  return own;
}

/** The nearest first. */
function scopesOf(construct: IConstruct): IConstruct[] {
  return [...construct.node.scopes].reverse();
}
