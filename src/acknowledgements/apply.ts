import { Acknowledgement } from './acknowledgement';
import { isGlob, matchesGlob } from './glob';
import { Finding, Severity } from '../findings/finding';
import { LocatedFinding, NamedObject } from '../findings/place';
import { groupBy } from '../json/group-by';
import { foundAt } from '../rules/found';
import { isRuleId, ruleOf } from '../rules/rules';

/** What the API server or the operator refuses is corrected; the word of nobody lets it in. */
export function isFixed({ rule, severity }: Pick<Finding, 'rule' | 'severity'>): boolean {
  return severity === Severity.ERROR && isRuleId(rule) && !ruleOf(rule).acknowledgeable;
}

/** A finding as it counts for those who know of it. */
export function acknowledged<F extends Finding>(finding: F, reason: string): F {
  return { ...finding, severity: Severity.INFORMATION, fix: `acknowledged: ${reason}` };
}

/** Acknowledgements, and which of them were of use. */
export class Acknowledgements {
  private readonly byObject: ReadonlyMap<string, readonly Acknowledgement[]>;
  private readonly others: readonly Acknowledgement[];
  private readonly used = new Set<Acknowledgement>();
  private readonly refused = new Set<Acknowledgement>();

  constructor(private readonly all: readonly Acknowledgement[]) {
    this.byObject = groupBy(all.filter(isOfOneObject), ({ rule, kind = '', namespace = '', name = '' }) => key(rule, { kind, namespace, name }));
    this.others = all.filter((one) => !isOfOneObject(one));
  }

  /** The finding as it counts: an information with the reason, where somebody knows of it. */
  consider<F extends Finding>(finding: F, object: NamedObject | undefined): F {
    const ofObject = object ? this.byObject.get(key(finding.rule, object)) ?? [] : [];
    const candidates = [...ofObject, ...this.others].filter((one) => fits(one, finding, object));
    const [first] = candidates;
    if (!first) return finding;
    if (isFixed(finding)) {
      for (const one of candidates) if (!isGlob(one.rule)) this.refused.add(one);
      return finding;
    }
    for (const one of candidates) this.used.add(one);
    return acknowledged(finding, first.reason);
  }

  /** What is wrong with the acknowledgements themselves, when all findings have been considered. */
  get findings(): LocatedFinding[] {
    return this.all.flatMap((one) => {
      if (this.refused.has(one)) return [refusal(one)];
      return this.used.has(one) ? [] : [withoutUse(one)];
    });
  }
}

function isOfOneObject({ rule, kind }: Acknowledgement): boolean {
  return kind !== undefined && !isGlob(rule);
}

function key(rule: string, { kind, namespace, name }: NamedObject): string {
  return `${rule} ${kind} ${namespace}/${name}`;
}

function fits({ rule, kind, namespace = '*', name = '*', field }: Acknowledgement, finding: Finding, object?: NamedObject): boolean {
  const { kind: ofKind = '', namespace: inNamespace = '', name: called = '' } = object ?? {};
  return matchesGlob(finding.rule, rule)
    && (kind === undefined || kind === ofKind) && matchesGlob(inNamespace, namespace) && matchesGlob(called, name)
    && (field === undefined || finding.field === field || finding.field?.startsWith(`${field}.`) === true);
}

/** An acknowledgement of what cannot be acknowledged. */
export function refusal({ rule, said }: Pick<Acknowledgement, 'rule' | 'said'>): LocatedFinding {
  return foundAt('SF-ACKNOWLEDGE', said, {
    given: `an acknowledgement of ${rule}`,
    allowed: 'warnings, and errors of which the page of the rule says so: what the API server or the operator refuses stays refused',
    fix: 'correct what is found, and remove the acknowledgement',
  });
}

/** An acknowledgement that was of no use: of something that nobody finds, or that cannot be acknowledged wherever it is found. */
export function withoutUse({ rule, namespace, name, said }: Pick<Acknowledgement, 'rule' | 'namespace' | 'name' | 'said'>): LocatedFinding {
  if (isRuleId(rule) && isFixed({ rule, severity: ruleOf(rule).severity })) return refusal({ rule, said });
  const about = [...namespace === undefined ? [] : [`in the namespace ${namespace}`], ...name === undefined ? [] : [`about ${name}`]];
  return foundAt('SF-ACKNOWLEDGE-UNUSED', said, {
    given: `an acknowledgement of ${[rule, ...about].join(' ')}`,
    allowed: 'something that is found',
    fix: 'remove it, or look for a slip in rule, namespace or name',
  });
}
