import { encode, EncodingPlace, EncodingProblem, MERGE_KEY } from './encode';
import { structure } from './types';
import { WORKFLOW } from './workflow-types';
import { ENOUGH_TO_LIST, list } from '../../findings/words';
import { Failure, failure } from '../../json/failure';
import { fieldName } from '../../json/field-path';
import { Json, JsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';
import { AnnotatedWord, annotationOf } from '../../workflow-definition/definition-annotations';
import { WorkflowResource } from '../resource';

/** What only the custom resource knows; its flow cannot say it. */
const IDENTITY = ['id', 'key', 'name', 'description', 'version', 'specVersion', 'expressionLang'];
const FLOW = structure(WORKFLOW.fields.filter(({ name }) => !IDENTITY.includes(name)));
const FROM_ANNOTATIONS = ['key', 'name', 'description', 'version'] as const satisfies AnnotatedWord[];
const PLACE: EncodingPlace = { parent: { step: 'spec' }, step: 'flow' };
const PATH = ['spec', 'flow'];

/**
 * The JSON of a workflow's definition as the operator writes it for its runtime.
 *
 * The operator reads the flow into the types of its SDK, writes it as YAML, reads that and writes it once more: what is left
 * out at the first writing gets its default at the second reading.
 *
 * @see operator-behaviour, appendix A
 */
export function flowDefinition(workflow: WorkflowResource): string | Failure {
  const { text: flow, problems } = writtenBack(workflow.spec.flow);
  // eslint-disable-next-line no-control-regex -- what YAML refuses are control characters
  const [forbidden] = /[\u007f-\u009f\ufffe\uffff]/.exec(flow) ?? [];
  if (forbidden) {
    problems.push({ path: PATH, reason: `the character U+${forbidden.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}, which YAML does not allow` });
  }
  if (problems.length > 0) return failure(inWords(problems));
  const definition = encode(WORKFLOW, identified(workflow, JSON.parse(flow) as JsonObject), PLACE, problems);
  return problems.length > 0 ? failure(inWords(problems)) : definition;
}

/** What keeps the operator from reading a flow into the types of its SDK, or from writing it back, whatever the profile. */
export function unreadableFlow({ spec: { flow } }: Pick<WorkflowResource, 'spec'>): EncodingProblem[] {
  return writtenBack(flow).problems.filter(({ reason }) => reason !== MERGE_KEY);
}

function writtenBack(flow: JsonObject): { text: string; problems: EncodingProblem[] } {
  const problems: EncodingProblem[] = [];
  return { text: encode(FLOW, flow, PLACE, problems), problems };
}

/** Each with its place; of many the first ones. */
export function inWords(problems: readonly EncodingProblem[]): string {
  const words = problems.slice(0, ENOUGH_TO_LIST).map(({ path, reason }) => `${fieldName(path)}: ${reason}`);
  return list(words, problems.length, '; ');
}

function identified({ metadata: { name, annotations } }: WorkflowResource, flow: JsonObject): JsonObject {
  const said = FROM_ANNOTATIONS.map((field): [string, Json] => [field, annotations[annotationOf(field)] ?? null]);
  const [firstState] = asList(flow.states);
  return {
    ...flow,
    ...Object.fromEntries(said),
    id: name,
    specVersion: '0.8',
    expressionLang: annotations[annotationOf('expressionLang')] || 'jq',
    // Of a custom resource without a flow nothing is known to begin with.
    ...flow.states !== null && { start: flow.start ?? { stateName: asObject(firstState).name ?? '' } },
  };
}
