import { isGlob, matchesGlob } from './glob';
import { Location } from '../findings/place';
import { quote, suggest } from '../findings/words';
import { RULE_IDS } from '../rules/rules';
import { ValueProblem } from '../rules/value-problem';

/** Somebody knows of a finding and says why it is no mistake there. */
export interface Acknowledgement {
  /** Id of the rule; `*` and `?` stand for other characters. */
  readonly rule: string;
  /**
   * Namespace of the object, with the same.
   * @default - any
   */
  readonly namespace?: string;
  /**
   * Name of the object, with the same.
   * @default - any
   */
  readonly name?: string;
  /**
   * Kind of the object.
   * @default - any
   */
  readonly kind?: string;
  /**
   * The field that it is about, with what is in it.
   * @default - the whole object
   */
  readonly field?: string;
  readonly reason: string;
  /** Where it is said. */
  readonly said: Location;
}

/** What is wrong with an acknowledgement by itself. */
export function acknowledgementProblems(rule: unknown, reason: unknown): ValueProblem[] {
  return [ruleProblem(rule), reasonProblem(reason)].filter((problem) => problem !== undefined);
}

function ruleProblem(rule: unknown): ValueProblem | undefined {
  const rules: readonly string[] = RULE_IDS;
  if (typeof rule === 'string' && (isGlob(rule) ? rules.some((id) => matchesGlob(id, rule)) : rules.includes(rule))) return undefined;
  return {
    rule: 'SF-ACKNOWLEDGE',
    given: `the rule ${quote(rule)}`,
    allowed: 'the id of a rule in docs/rules',
    fix: typeof rule === 'string' ? suggest(rule, rules, 'copy it from the finding') : 'copy it from the finding',
  };
}

function reasonProblem(reason: unknown): ValueProblem | undefined {
  if (typeof reason === 'string' && reason.trim() !== '') return undefined;
  return { rule: 'SF-ACKNOWLEDGE', given: `the reason ${quote(reason)}`, allowed: 'a text', fix: 'say why it is no mistake here' };
}
