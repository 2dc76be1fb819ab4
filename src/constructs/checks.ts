import { IConstruct } from 'constructs';
import { acknowledgementProblems } from '../acknowledgements/acknowledgement';
import { isGlob } from '../acknowledgements/glob';
import { quote } from '../findings/words';
import { throwIfAny } from '../rules/value-problem';
import { givenProblem } from '../values/given';
import { acknowledgements } from './app/findings/given-acknowledgements';

const quietApps = new WeakSet<IConstruct>();

/**
 * What is done about findings: `platform.findings`, `workflow.findings`.
 *
 * @example
 * Checks.acknowledge(workflow, 'SF-PG-FLYWAY', 'a Job of the database team makes the tables');
 * Checks.strict(app);
 */
export class Checks {
  /**
   * Says that something is known and why it is no mistake here: it becomes an information with the reason. It is written as an annotation of the
   * custom resource, so that the command line and the plugin of cdk8s-cli know it too. What the API server or the operator refuses stays an error,
   * and acknowledging it is one (SF-ACKNOWLEDGE); the page of each rule says which it is.
   *
   * @param construct it counts for this construct and for all below it
   * @param rule id of the rule, such as `SF-IMAGE-LATEST`
   * @param reason why it is no mistake here, for those who read it later
   * @throws SF-ACKNOWLEDGE when there is no such rule or no reason
   */
  public static acknowledge(construct: IConstruct, rule: string, reason: string): void {
    throwIfAny('Checks.acknowledge', [givenProblem('the construct', construct, 'construct')]);
    throwIfAny(construct.node.path || 'Checks.acknowledge', [...acknowledgementProblems(rule, reason), globProblem(rule)]);
    acknowledgements.add(construct, rule, reason.trim());
  }

  /**
   * Makes errors of all warnings that nobody acknowledged, so that they stop the synth.
   *
   * @param scope it counts for this construct and for all below it, such as an app or a chart
   */
  public static strict(scope: IConstruct): void {
    throwIfAny('Checks.strict', [givenProblem('the scope', scope, 'construct')]);
    acknowledgements.makeStrict(scope);
  }

  /**
   * Shows no warnings when `cdk8s synth` runs an app; the environment variable `SONATAFLOW_QUIET=1` does the same.
   *
   * @param app errors stop its synth all the same
   */
  public static quiet(app: IConstruct): void {
    throwIfAny('Checks.quiet', [givenProblem('the app', app, 'construct')]);
    quietApps.add(app.node.root);
  }

  private constructor() { }
}

export function isQuiet(app: IConstruct): boolean {
  return quietApps.has(app);
}

/** In code the constructs say what it is about, and an annotation has one rule. */
function globProblem(rule: unknown) {
  if (typeof rule !== 'string' || !isGlob(rule)) return undefined;
  return { rule: 'SF-ACKNOWLEDGE' as const, given: `the rule ${quote(rule)}`, allowed: 'the id of one rule', fix: 'acknowledge each rule, or use the configuration' };
}
