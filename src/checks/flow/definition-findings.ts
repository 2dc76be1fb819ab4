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
import { JsonObject } from '../../json/json';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';

/** All about a definition, as SonataFlow 10.1.0 builds it. */
export const DEFINITION_CHECKS: readonly DefinitionCheck[] = [
  flowField, flowValue, flowState, flowId, flowStartKnown, flowStartAgain, flowTransition, flowDuplicate, flowNoEnd, flowTwoWays, flowUnreachable,
  flowSwitch, flowParallel, flowForeach, flowEvents, flowAction, flowRef, flowFunction, flowCompensation, flowTime, flowJq, flowJqRun, flowJava,
  flowInputSchema, flowFiles, flowOperation,
];

/** What a rule has to say about a place of a definition. */
export interface DefinitionFinding extends Violation {
  readonly rule: RuleId;
}

/** All that is found about a definition; the paths are its own. */
export function definitionFindings(definition: JsonObject, context: DefinitionContext): DefinitionFinding[] {
  const subject = definitionSubject(definition, context);
  return DEFINITION_CHECKS.flatMap(({ rule, check }) => check(subject).map((violation) => ({ rule, ...violation })));
}
