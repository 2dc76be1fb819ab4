import { firstBy } from '../../json/group-by';
import { JsonObject } from '../../json/json';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { DefinitionFiles } from '../../workflow-definition/files/definition-files';
import { FlowAction, flowActions, FunctionCall, functionCalls } from '../../workflow-definition/flow/actions';
import { DeclaredFunction, declaredFunctions } from '../../workflow-definition/flow/declarations';
import { ExpressionFunctions } from '../../workflow-definition/flow/expression-functions';
import { FlowExpression, flowExpressions } from '../../workflow-definition/flow/expressions';
import { flowGraph, FlowGraph } from '../../workflow-definition/flow/graph';
import { ReadingProblem, readingProblems } from '../../workflow-definition/flow/reading';
import { flowReferences, Reference } from '../../workflow-definition/flow/references';
import { textOf } from '../../workflow-definition/flow/values';
import { JqVerdict, judgeJq } from '../../workflow-definition/jq/judge';

/** What is known about where a definition comes from. */
export interface DefinitionContext {
  /** `file`: the engine reads it as it is; `resource`: the operator writes it anew from a custom resource. */
  readonly origin: 'file' | 'resource';
  /**
   * The operator builds the image, with nothing but the ConfigMaps of the workflow.
   * @default false
   */
  readonly operatorBuilds?: boolean;
  /**
   * What is beside it.
   * @default - not known; nothing is said about files
   */
  readonly files?: DefinitionFiles;
}

/** A definition and what the checks ask of it, each once. */
export interface DefinitionSubject extends DefinitionContext {
  readonly definition: JsonObject;
  readonly graph: FlowGraph;
  readonly actions: readonly FlowAction[];
  readonly functions: readonly DeclaredFunction[];
  readonly expressionFunctions: ExpressionFunctions;
  readonly calls: ReadonlyArray<FunctionCall & { readonly called?: DeclaredFunction }>;
  readonly expressions: readonly FlowExpression[];
  readonly references: readonly Reference[];
  readonly reading: readonly ReadingProblem[];
  /** `jq` when nothing is said. */
  readonly language: string;
  jq(source: string): JqVerdict;
}

/** What the engine makes of a definition: what stops the build of its image or its start, and what fails when it runs. */
export interface DefinitionCheck {
  readonly rule: RuleId;
  /** The paths are those of the definition. */
  check(subject: DefinitionSubject): readonly Violation[];
}

export function definitionSubject(definition: JsonObject, context: DefinitionContext): DefinitionSubject {
  const graph = flowGraph(definition);
  const actions = flowActions(graph);
  const calls = functionCalls(actions);
  const functions = declaredFunctions(definition);
  const byName = firstBy(functions, ({ name }) => name);
  const expressionFunctions = new ExpressionFunctions(functions);
  const verdicts = new Map<string, JqVerdict>();
  return {
    ...context,
    definition,
    graph,
    actions,
    functions,
    expressionFunctions,
    calls: calls.map((call) => ({ ...call, called: byName.get(call.name) })),
    expressions: flowExpressions(graph, actions, calls, functions),
    references: flowReferences(graph, actions, calls),
    reading: readingProblems(definition),
    language: textOf(definition.expressionLang) ?? 'jq',
    jq: (source) => {
      const known = verdicts.get(source) ?? judgeJq(source);
      verdicts.set(source, known);
      return known;
    },
  };
}
