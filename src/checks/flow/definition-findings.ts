import { DefinitionCheck, DefinitionContext, definitionSubject } from './definition-subject';
import { flowAction } from './flow-action';
import { flowCompensation } from './flow-compensation';
import { flowDuplicate } from './flow-duplicate';
import { flowEvents } from './flow-events';
import { flowField } from './flow-field';
import { flowFiles } from './flow-files';
import { flowForeach } from './flow-foreach';
import { flowFunction } from './flow-function';
import { flowId } from './flow-id';
import { flowInputSchema } from './flow-input-schema';
import { flowJava } from './flow-java';
import { flowJq } from './flow-jq';
import { flowJqRun } from './flow-jq-run';
import { flowNoEnd } from './flow-no-end';
import { flowOperation } from './flow-operation';
import { flowParallel } from './flow-parallel';
import { flowRef } from './flow-ref';
import { flowStartKnown } from './flow-start';
import { flowStartAgain } from './flow-start-again';
import { flowState } from './flow-state';
import { flowSwitch } from './flow-switch';
import { flowTime } from './flow-time';
import { flowTransition } from './flow-transition';
import { flowTwoWays } from './flow-two-ways';
import { flowUnreachable } from './flow-unreachable';
import { flowValue } from './flow-value';
import { Severity } from '../../findings/finding';
import { FieldPath } from '../../json/field-path';
import { groupBy } from '../../json/group-by';
import { JsonObject } from '../../json/json';
import { Violation } from '../../rules/found';
import { RuleId, ruleOf } from '../../rules/rules';

/** All about a definition, as SonataFlow 10.1.0 builds it. */
export const DEFINITION_CHECKS: readonly DefinitionCheck[] = [
  flowField, flowValue, flowState, flowId, flowStartKnown, flowStartAgain, flowTransition, flowDuplicate, flowNoEnd, flowTwoWays, flowUnreachable,
  flowSwitch, flowParallel, flowForeach, flowEvents, flowAction, flowRef, flowFunction, flowCompensation, flowTime, flowJq, flowJqRun, flowJava,
  flowInputSchema, flowFiles, flowOperation,
];

/** What a rule has to say about a place of a definition. */
export interface DefinitionFinding extends Violation {
  readonly rule: RuleId;
  readonly severity: Severity;
}

/** Errors behind which others are no mistakes of their own; the engine stops at the first too. */
const EXPLAINED_BY: Readonly<Partial<Record<RuleId, readonly RuleId[]>>> = {
  'SF-FLOW-ACTION': ['SF-FLOW-FIELD'],
  'SF-FLOW-COMPENSATION': ['SF-FLOW-FIELD'],
  'SF-FLOW-EVENTS': ['SF-FLOW-FIELD', 'SF-FLOW-VALUE'],
  'SF-FLOW-FOREACH': ['SF-FLOW-FIELD'],
  'SF-FLOW-ID': ['SF-FLOW-FIELD'],
  'SF-FLOW-JQ': ['SF-FLOW-VALUE'],
  'SF-FLOW-JQ-RUN': ['SF-FLOW-FIELD', 'SF-FLOW-FOREACH'],
  'SF-FLOW-NO-END': ['SF-FLOW-FIELD', 'SF-FLOW-VALUE', 'SF-FLOW-START', 'SF-FLOW-TRANSITION', 'SF-FLOW-START-AGAIN', 'SF-FLOW-COMPENSATION'],
  'SF-FLOW-OPERATION': ['SF-FLOW-FUNCTION'],
  'SF-FLOW-REF': ['SF-FLOW-FIELD'],
  'SF-FLOW-SPEC': ['SF-FLOW-VALUE'],
  'SF-FLOW-START': ['SF-FLOW-FIELD', 'SF-FLOW-VALUE', 'SF-FLOW-STATE'],
  'SF-FLOW-STATE': ['SF-FLOW-FIELD', 'SF-FLOW-VALUE'],
  'SF-FLOW-SWITCH': ['SF-FLOW-FIELD'],
  'SF-FLOW-TRANSITION': ['SF-FLOW-STATE', 'SF-FLOW-DUPLICATE'],
  'SF-FLOW-UNREACHABLE': [
    'SF-FLOW-FIELD', 'SF-FLOW-START', 'SF-FLOW-START-AGAIN', 'SF-FLOW-TRANSITION', 'SF-FLOW-NO-END', 'SF-FLOW-SWITCH', 'SF-FLOW-COMPENSATION',
  ],
};

/** The same, where they are at one place, or one within the other. */
const EXPLAINED_THERE: Readonly<Partial<Record<RuleId, readonly RuleId[]>>> = {
  'SF-FLOW-ACTION': ['SF-FLOW-VALUE'],
  'SF-FLOW-FOREACH': ['SF-FLOW-VALUE'],
  'SF-FLOW-FUNCTION': ['SF-FLOW-VALUE'],
  'SF-FLOW-JQ': ['SF-FLOW-SWITCH', 'SF-FLOW-EVENTS', 'SF-FLOW-COMPENSATION'],
  'SF-FLOW-JQ-RUN': ['SF-FLOW-JAVA'],
  'SF-FLOW-REF': ['SF-FLOW-VALUE'],
  'SF-FLOW-SPEC': ['SF-FLOW-ID'],
  'SF-FLOW-SWITCH': ['SF-FLOW-VALUE'],
};

/** All that is found about a definition, with its weight; the paths are its own. */
export function definitionFindings(definition: JsonObject, context: DefinitionContext): DefinitionFinding[] {
  const subject = definitionSubject(definition, context);
  const all = DEFINITION_CHECKS.flatMap(({ rule, check }) => (
    check(subject).map((violation): DefinitionFinding => ({ ...violation, rule, severity: violation.severity ?? ruleOf(rule).severity }))
  ));
  const errors = all.filter(({ severity }) => severity === Severity.ERROR);
  const stopped = groupBy(errors, ({ rule }) => rule);
  const places = new Map([...stopped].map(([rule, found]) => [rule, new Places(found)]));
  return all.filter(({ rule, path = [] }) => (
    !EXPLAINED_BY[rule]?.some((other) => stopped.has(other)) && !EXPLAINED_THERE[rule]?.some((other) => places.get(other)?.meet(path))
  ));
}

/** Where errors are. */
class Places {
  private readonly paths = new Set<string>();
  private readonly above = new Set<string>();

  public constructor(errors: readonly DefinitionFinding[]) {
    for (const { path = [] } of errors) {
      this.paths.add(JSON.stringify(path));
      for (const each of beginnings(path)) this.above.add(each);
    }
  }

  /** Whether one is at a place, above it or within. */
  public meet(path: FieldPath): boolean {
    return this.above.has(JSON.stringify(path)) || beginnings(path).some((each) => this.paths.has(each));
  }
}

/** From the first step to all of them. */
function beginnings(path: FieldPath): string[] {
  return path.map((_step, i) => JSON.stringify(path.slice(0, i + 1)));
}
