import { ACTION, END, EVENT_DATA_FILTER, ON_ERROR, STATE_EXEC_TIMEOUT, TRANSITION } from './common-types';
import { always, Field, FLAG, FREE_MAP, INTEGER_OR_TEXT, listOf, nullable, optional, pointer, structure, StructureType, TEXT } from './types';

/** The time limits that a type of state knows, besides the one for itself. */
const timeouts = (...limits: ReadonlyArray<'actionExecTimeout' | 'branchExecTimeout' | 'eventTimeout'>): Field =>
  pointer('timeouts', structure([pointer('stateExecTimeout', STATE_EXEC_TIMEOUT), ...limits.map((limit) => optional(limit))]));

const BRANCH = structure([
  always('name'), always('actions', listOf(ACTION)), pointer('timeouts', structure([optional('actionExecTimeout'), optional('branchExecTimeout')])),
]);

const ON_EVENTS = structure([
  always('eventRefs', listOf(TEXT)), optional('actionMode', TEXT, 'sequential'), optional('actions', listOf(ACTION)),
  always('eventDataFilter', EVENT_DATA_FILTER),
]);

const DEFAULT_CONDITION = structure([pointer('transition', TRANSITION), pointer('end', END)], {
  read: (value) => {
    if (typeof value !== 'string') return value;
    return value === '' ? {} : { transition: value };
  },
});

const EVENT_CONDITION = structure([
  optional('name'), always('eventRef'), pointer('eventDataFilter', EVENT_DATA_FILTER), optional('metadata', FREE_MAP),
  nullable('end', END), nullable('transition', TRANSITION),
]);

const DATA_CONDITION = structure([
  optional('name'), always('condition'), optional('metadata', FREE_MAP), nullable('end', END), pointer('transition', TRANSITION),
]);

const SWITCH = structure([
  always('defaultCondition', DEFAULT_CONDITION), always('eventConditions', listOf(EVENT_CONDITION)), always('dataConditions', listOf(DATA_CONDITION)),
  timeouts('eventTimeout'),
], {
  patch: (text) => text.replace('"eventConditions":null,', '').replace('"dataConditions":null,', '').replaceAll('"end":null,', ''),
});

/** Fields that only one type of state has, by the type. */
const BY_TYPE: Readonly<Record<string, StructureType>> = {
  callback: structure([
    always('action', ACTION), always('eventRef'), pointer('eventDataFilter', EVENT_DATA_FILTER), timeouts('actionExecTimeout', 'eventTimeout'),
  ]),
  delay: structure([always('timeDelay')]),
  event: structure([optional('exclusive', FLAG, true), always('onEvents', listOf(ON_EVENTS)), timeouts('actionExecTimeout', 'eventTimeout')]),
  foreach: structure([
    always('inputCollection'), optional('outputCollection'), optional('iterationParam'), pointer('batchSize', INTEGER_OR_TEXT),
    optional('actions', listOf(ACTION)), optional('mode', TEXT, 'parallel'), timeouts('actionExecTimeout'),
  ]),
  inject: structure([always('data', FREE_MAP), timeouts()]),
  operation: structure([optional('actionMode', TEXT, 'sequential'), always('actions', listOf(ACTION)), timeouts('actionExecTimeout')]),
  parallel: structure([
    always('branches', listOf(BRANCH)), optional('completionType', TEXT, 'allOf'), always('numCompleted', INTEGER_OR_TEXT), timeouts('branchExecTimeout'),
  ]),
  sleep: structure([always('duration'), timeouts()]),
  switch: SWITCH,
};

export const STATE = structure([
  optional('id'), always('name'), always('type'), optional('onErrors', listOf(ON_ERROR)), pointer('transition', TRANSITION),
  pointer('stateDataFilter', structure([optional('input'), optional('output')])), optional('compensatedBy'), optional('usedForCompensation', FLAG),
  pointer('end', END), pointer('metadata', FREE_MAP),
], {
  variants: { field: 'type', types: BY_TYPE },
  // The SDK joins the two objects wherever it sees the first end meet a beginning.
  patch: (text) => text.replace('}{', ','),
});
