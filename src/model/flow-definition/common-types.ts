import { always, FLAG, FREE, FREE_MAP, listOf, optional, pointer, shortened, structure, TEXT, TEXT_MAP } from './types';

/** Types of SDK 2.5.0 that states and workflow share: fields in the order of Go's structures. */

export const WORKFLOW_EXEC_TIMEOUT = shortened('duration', 'string', [
  always('duration', TEXT, 'unlimited'), optional('interrupt', FLAG), optional('runBefore'),
]);

export const STATE_EXEC_TIMEOUT = shortened('total', 'string', [optional('single'), always('total')]);

const PRODUCE_EVENT = structure([always('eventRef'), always('data', FREE), optional('contextAttributes', TEXT_MAP)]);

export const TRANSITION = shortened('nextState', 'string', [
  always('nextState'), optional('produceEvents', listOf(PRODUCE_EVENT)), optional('compensate', FLAG),
]);

const CONTINUE_AS = shortened('workflowId', 'string', [
  always('workflowId'), optional('version'), always('data', FREE), always('workflowExecTimeout', WORKFLOW_EXEC_TIMEOUT),
]);

export const END = shortened('terminate', 'boolean', [
  optional('terminate', FLAG), optional('produceEvents', listOf(PRODUCE_EVENT)), optional('compensate', FLAG), pointer('continueAs', CONTINUE_AS),
]);

export const ON_ERROR = structure([optional('errorRef'), optional('errorRefs', listOf(TEXT)), pointer('transition', TRANSITION), pointer('end', END)]);

export const EVENT_DATA_FILTER = structure([optional('useData', FLAG, true), optional('data'), optional('toStateData')]);

const ACTION_DATA_FILTER = structure([
  optional('fromStateData'), optional('useResults', FLAG, true), optional('results'), optional('toStateData'),
]);

const FUNCTION_REF = shortened('refName', 'string', [
  always('refName'), optional('arguments', FREE_MAP), optional('selectionSet'), optional('invoke', TEXT, 'sync'),
]);

const EVENT_REF = structure([
  always('triggerEventRef'), always('resultEventRef'), optional('resultEventTimeout'), pointer('data', FREE),
  optional('contextAttributes', FREE_MAP), optional('invoke', TEXT, 'sync'),
]);

const SUB_FLOW_REF = shortened('workflowId', 'string', [
  always('workflowId'), optional('version'), optional('invoke', TEXT, 'sync'), optional('onParentComplete', TEXT, 'terminate'),
]);

const SLEEP = structure([optional('before'), optional('after')]);

export const ACTION = structure([
  optional('id'), optional('name'), pointer('functionRef', FUNCTION_REF), pointer('eventRef', EVENT_REF), pointer('subFlowRef', SUB_FLOW_REF),
  pointer('sleep', SLEEP), optional('retryRef'), optional('nonRetryableErrors', listOf(TEXT)), optional('retryableErrors', listOf(TEXT)),
  always('actionDataFilter', ACTION_DATA_FILTER), optional('condition'),
]);
