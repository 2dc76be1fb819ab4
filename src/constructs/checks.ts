import { IConstruct } from 'constructs';
import { Finding, Severity } from '../findings/finding';
import { quote, suggest } from '../findings/words';
import { RULE_IDS } from '../rules/rules';
import { throwIfAny, ValueProblem } from '../rules/value-problem';

const acknowledgements = new WeakMap<IConstruct, Map<string, string>>();
const strictScopes = new WeakSet<IConstruct>();
const quietApps = new WeakSet<IConstruct>();

/** What is done about findings: `platform.findings`, `workflow.findings`. */
export class Checks {
  /**
   * Says that a warning is known and why it is no mistake here: it becomes an information with the reason. An error stays an error.
   *
   * @param construct it counts for this construct and for all below it
   * @param rule id of the rule, such as `SF-IMAGE-LATEST`
   * @param reason why it is no mistake here, for those who read it later
   * @throws SF-ACKNOWLEDGE when there is no such rule or no reason
   */
  public static acknowledge(construct: IConstruct, rule: string, reason: string): void {
    throwIfAny(construct.node.path || 'Checks.acknowledge', [ruleProblem(rule), reasonProblem(reason)]);
    const known = acknowledgements.get(construct) ?? new Map<string, string>();
    acknowledgements.set(construct, known.set(rule, reason.trim()));
  }

  /**
   * Makes errors of all warnings that nobody acknowledged, so that they stop the synth.
   *
   * @param scope it counts for this construct and for all below it, such as an app or a chart
   */
  public static strict(scope: IConstruct): void {
    strictScopes.add(scope);
  }

  /**
   * Shows no warnings when `cdk8s synth` runs an app; the environment variable `SONATAFLOW_QUIET=1` does the same.
   *
   * @param app errors stop its synth all the same
   */
  public static quiet(app: IConstruct): void {
    quietApps.add(app.node.root);
  }

  private constructor() { }
}

export function isQuiet(app: IConstruct): boolean {
  return quietApps.has(app);
}

/** The finding as it counts for a construct, with what was said about it there and above. */
export function considered(construct: IConstruct, finding: Finding): Finding {
  if (finding.severity !== Severity.WARNING) return finding;
  const scopes = [...construct.node.scopes].reverse();
  const reason = scopes.map((scope) => acknowledgements.get(scope)?.get(finding.rule)).find((given) => given !== undefined);
  if (reason !== undefined) return { ...finding, severity: Severity.INFORMATION, fix: `acknowledged: ${reason}` };
  return scopes.some((scope) => strictScopes.has(scope)) ? { ...finding, severity: Severity.ERROR } : finding;
}

function ruleProblem(rule: string): ValueProblem | undefined {
  const rules: readonly string[] = RULE_IDS;
  if (rules.includes(rule)) return undefined;
  return { rule: 'SF-ACKNOWLEDGE', given: `the rule ${quote(rule)}`, allowed: 'the id of a rule in docs/rules', fix: suggest(rule, rules, 'copy it from the finding') };
}

function reasonProblem(reason: unknown): ValueProblem | undefined {
  if (typeof reason === 'string' && reason.trim() !== '') return undefined;
  return { rule: 'SF-ACKNOWLEDGE', given: `the reason ${quote(reason)}`, allowed: 'a text', fix: 'say why it is no mistake here' };
}
