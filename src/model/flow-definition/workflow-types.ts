import { STATE_EXEC_TIMEOUT, WORKFLOW_EXEC_TIMEOUT } from './common-types';
import { readAuth, readDataInputSchema } from './readers';
import { STATE } from './state-types';
import { always, CONSTANTS, FLAG, FLOAT_OR_TEXT, FREE, FREE_MAP, INTEGER_OR_TEXT, listOf, optional, pointer, shortened, structure, TEXT } from './types';

const CRON = shortened('expression', 'string', [always('expression'), optional('validUntil')]);
const SCHEDULE = shortened('interval', 'string', [optional('interval'), pointer('cron', CRON), optional('timezone')]);
const START = shortened('stateName', 'string', [always('stateName'), pointer('schedule', SCHEDULE)]);

const DATA_INPUT_SCHEMA = structure([always('schema', FREE), always('failOnValidationErrors', FLAG, true)], { read: readDataInputSchema });

const TIMEOUTS = structure([
  pointer('workflowExecTimeout', WORKFLOW_EXEC_TIMEOUT), pointer('stateExecTimeout', STATE_EXEC_TIMEOUT), optional('actionExecTimeout'),
  optional('branchExecTimeout'), optional('eventTimeout'),
]);

const ERROR = structure([always('name'), optional('code'), optional('description')]);

const METADATA_AND_SECRET = [optional('metadata', FREE_MAP), optional('secret')];
const AUTH_PROPERTIES = structure([
  pointer('Basic', structure([...METADATA_AND_SECRET, always('username'), always('password')])),
  pointer('Bearer', structure([...METADATA_AND_SECRET, always('token')])),
]);
const AUTH = structure([always('name'), always('scheme'), always('properties', AUTH_PROPERTIES)], {
  read: readAuth,
  // The SDK takes the kind of the properties and one of the two braces at each end away again.
  patch: (text) => text.replace('null,', '').replace('"Basic":', '').replace('"Bearer":', '').replace('{{', '{').replace(/\}$/, ''),
});

const CORRELATION = structure([always('contextAttributeName'), optional('contextAttributeValue')]);
const EVENT = structure([
  optional('metadata', FREE_MAP), always('name'), optional('source'), always('type'), optional('kind', TEXT, 'consumed'),
  optional('dataOnly', FLAG, true), optional('correlation', listOf(CORRELATION)),
]);

const FUNCTION = structure([
  optional('metadata', FREE_MAP), always('name'), always('operation'), optional('type', TEXT, 'rest'), optional('authRef'),
]);

const RETRY = structure([
  always('name'), optional('delay'), optional('maxDelay'), optional('increment'), pointer('multiplier', FLOAT_OR_TEXT),
  always('maxAttempts', INTEGER_OR_TEXT, 1), always('jitter', FLOAT_OR_TEXT),
]);

/** The SDK's workflow; a flow of a custom resource is one without identity. */
export const WORKFLOW = structure([
  optional('id'), optional('key'), optional('name'), optional('description'), always('version'), pointer('start', START),
  optional('annotations', listOf(TEXT)), pointer('dataInputSchema', DATA_INPUT_SCHEMA), always('specVersion'), optional('secrets', listOf(TEXT)),
  pointer('constants', CONSTANTS), optional('expressionLang'), pointer('timeouts', TIMEOUTS), optional('errors', listOf(ERROR)),
  optional('keepActive', FLAG), optional('metadata', FREE_MAP), optional('autoRetries', FLAG), optional('auth', listOf(AUTH)),
  always('states', listOf(STATE)), optional('events', listOf(EVENT)), optional('functions', listOf(FUNCTION)), optional('retries', listOf(RETRY)),
]);
