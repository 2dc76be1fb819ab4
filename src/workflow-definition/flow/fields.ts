/** What the engine's reader takes for a field. */
export type FieldType =
  | 'text' | 'flag' | 'number'
  /** Anything. */
  | 'any'
  /** An object whose values are free. */
  | 'map'
  /** A list of texts. */
  | 'texts'
  /** One of some words. */
  | readonly string[]
  /** An object of a type of {@link OBJECTS}, or a list of them; one that has a field of `where` is of the type there. */
  | { readonly of: string; readonly list?: boolean; readonly where?: Readonly<Record<string, string>> }
  /** A list; anything else names a file and is read as an empty list. */
  | { readonly listOf: string };

export interface ObjectType {
  readonly fields: Readonly<Record<string, FieldType>>;
  /** A plain text stands for the object. */
  readonly short?: boolean;
  /** Unknown fields are not noticed, and anything else than an object is taken. */
  readonly lenient?: boolean;
  /** What stands in its place may be a secret. */
  readonly secret?: boolean;
  /** In a list null may stand for it. */
  readonly nullable?: boolean;
  /** Fields that may be left out, and not be null. */
  readonly notNull?: readonly string[];
}

const MODES = ['sequential', 'parallel'];
const INVOKE = ['sync', 'async'];
const LENIENT = { lenient: true };

const STATE: ObjectType['fields'] = {
  id: 'text',
  name: 'text',
  type: 'text',
  end: { of: 'end' },
  stateDataFilter: { of: 'stateDataFilter' },
  metadata: 'map',
  transition: { of: 'transition' },
  onErrors: { of: 'onErrors', list: true },
  compensatedBy: 'text',
  timeouts: { of: 'timeouts' },
};
const COMPENSATING: ObjectType['fields'] = { ...STATE, usedForCompensation: 'flag' };

/** The types of states with the fields that each has. */
export const STATES: Readonly<Record<string, ObjectType>> = {
  event: { fields: { ...STATE, exclusive: 'flag', onEvents: { of: 'onEvents', list: true } } },
  operation: { fields: { ...COMPENSATING, actionMode: MODES, actions: { of: 'action', list: true } }, notNull: ['onErrors'] },
  switch: {
    fields: {
      ...COMPENSATING, eventConditions: { of: 'eventCondition', list: true }, dataConditions: { of: 'dataCondition', list: true }, defaultCondition: { of: 'defaultCondition' },
    },
    notNull: ['eventConditions', 'dataConditions'],
  },
  sleep: { fields: { ...COMPENSATING, duration: 'text' } },
  parallel: {
    fields: { ...COMPENSATING, branches: { of: 'branch', list: true }, completionType: ['allOf', 'atLeast'], numCompleted: 'text' },
    notNull: ['onErrors', 'completionType'],
  },
  inject: { fields: { ...COMPENSATING, data: 'any' } },
  foreach: {
    fields: {
      ...COMPENSATING,
      inputCollection: 'text',
      outputCollection: 'text',
      iterationParam: 'text',
      batchSize: 'number',
      mode: MODES,
      actions: { of: 'action', list: true },
    },
  },
  callback: { fields: { ...COMPENSATING, action: { of: 'action' }, eventRef: 'text', eventDataFilter: { of: 'eventDataFilter' } } },
};

/** The types of objects with the fields that each has, as the SDK 4.0.5 of SonataFlow 10.1.0 reads them. */
export const OBJECTS: Readonly<Record<string, ObjectType>> = {
  workflow: {
    fields: {
      id: 'text',
      key: 'text',
      name: 'text',
      description: 'text',
      version: 'text',
      annotations: 'texts',
      dataInputSchema: 'any',
      start: { of: 'start' },
      specVersion: 'text',
      expressionLang: 'text',
      keepActive: 'flag',
      autoRetries: 'flag',
      metadata: 'map',
      events: { listOf: 'event' },
      functions: { listOf: 'function' },
      errors: { listOf: 'error' },
      retries: { listOf: 'retry' },
      secrets: 'any',
      constants: 'any',
      timeouts: { of: 'timeouts' },
      auth: { listOf: 'auth' },
      states: 'any',
      extensions: 'any',
    },
    notNull: ['annotations', 'extensions', 'expressionLang'],
  },
  start: { fields: { stateName: 'text', schedule: { of: 'schedule' } }, ...LENIENT },
  schedule: { fields: { interval: 'any', cron: 'any', timezone: 'text' }, ...LENIENT },
  end: { fields: { terminate: 'any', produceEvents: { listOf: 'produceEvent' }, compensate: 'any', continueAs: { of: 'continueAs' } }, ...LENIENT },
  transition: { fields: { produceEvents: { of: 'produceEvent', list: true }, nextState: 'any', compensate: 'any' }, ...LENIENT, notNull: ['produceEvents'] },
  continueAs: { fields: { workflowExecTimeout: { of: 'workflowExecTimeout' } }, ...LENIENT },
  produceEvent: { fields: { eventRef: 'text', data: 'text', contextAttributes: 'map' }, short: true },
  event: {
    fields: {
      name: 'text',
      source: 'text',
      type: 'text',
      correlation: { of: 'correlation', list: true },
      dataOnly: 'flag',
      kind: ['consumed', 'produced'],
      metadata: 'map',
    },
    nullable: true,
    notNull: ['correlation'],
  },
  correlation: { fields: { contextAttributeName: 'text', contextAttributeValue: 'text' }, short: true },
  function: {
    fields: {
      name: 'text', operation: 'text', type: ['rest', 'asyncapi', 'rpc', 'graphql', 'odata', 'expression', 'custom'], authRef: 'text', metadata: 'map',
    },
    short: true,
    notNull: ['type'],
  },
  error: { fields: { name: 'text', code: 'text', description: 'text' }, short: true, nullable: true },
  retry: {
    fields: { name: 'text', delay: 'text', maxDelay: 'text', increment: 'text', multiplier: 'text', maxAttempts: 'text', jitter: 'text' },
  },
  auth: {
    fields: {
      name: 'any', scheme: ['basic', 'bearer', 'oauth2'], properties: { of: 'basicAuth', where: { grantType: 'oauth', token: 'bearerAuth' } },
    },
    ...LENIENT,
    notNull: ['scheme'],
  },
  basicAuth: { fields: { username: 'text', password: 'text', metadata: 'map' }, secret: true },
  bearerAuth: { fields: { token: 'text', metadata: 'map' } },
  oauth: {
    fields: {
      authority: 'text',
      grantType: ['password', 'clientCredentials', 'tokenExchange'],
      clientId: 'text',
      clientSecret: 'text',
      scopes: 'texts',
      username: 'text',
      password: 'text',
      audiences: 'texts',
      subjectToken: 'text',
      requestedSubject: 'text',
      requestedIssuer: 'text',
      metadata: 'map',
    },
  },
  action: {
    fields: {
      id: 'text',
      name: 'text',
      functionRef: { of: 'functionRef' },
      eventRef: { of: 'eventRef' },
      subFlowRef: { of: 'subFlowRef' },
      sleep: { of: 'sleep' },
      retryRef: 'text',
      nonRetryableErrors: 'texts',
      retryableErrors: 'texts',
      actionDataFilter: { of: 'actionDataFilter' },
      condition: 'text',
    },
  },
  functionRef: { fields: { refName: 'any', arguments: 'any', selectionSet: 'any', invoke: INVOKE }, ...LENIENT, notNull: ['invoke'] },
  subFlowRef: {
    fields: { workflowId: 'any', version: 'any', onParentComplete: ['continue', 'terminate'], invoke: INVOKE }, ...LENIENT, notNull: ['onParentComplete', 'invoke'],
  },
  eventRef: {
    fields: { triggerEventRef: 'text', resultEventRef: 'text', resultEventTimeout: 'text', data: 'text', contextAttributes: 'map', invoke: INVOKE },
  },
  sleep: { fields: { before: 'text', after: 'text' } },
  branch: { fields: { name: 'text', actions: { of: 'action', list: true }, timeouts: { of: 'timeouts' } } },
  onEvents: { fields: { eventRefs: 'texts', actionMode: MODES, actions: { of: 'action', list: true }, eventDataFilter: { of: 'eventDataFilter' } } },
  onErrors: { fields: { errorRef: 'text', errorRefs: 'texts', transition: { of: 'transition' }, end: { of: 'end' } }, notNull: ['errorRefs'] },
  dataCondition: { fields: { name: 'text', condition: 'text', transition: { of: 'transition' }, end: { of: 'end' } } },
  eventCondition: {
    fields: { name: 'text', eventRef: 'text', eventDataFilter: { of: 'eventDataFilter' }, transition: { of: 'transition' }, end: { of: 'end' } },
  },
  defaultCondition: { fields: { transition: { of: 'transition' }, end: { of: 'end' } } },
  stateDataFilter: { fields: { input: 'text', output: 'text' } },
  actionDataFilter: { fields: { fromStateData: 'text', results: 'text', toStateData: 'text', useResults: 'flag' } },
  eventDataFilter: { fields: { data: 'text', toStateData: 'text', useData: 'flag' } },
  timeouts: {
    fields: {
      workflowExecTimeout: { of: 'workflowExecTimeout' },
      stateExecTimeout: { of: 'stateExecTimeout' },
      actionExecTimeout: 'text',
      branchExecTimeout: 'text',
      eventTimeout: 'text',
    },
  },
  stateExecTimeout: { fields: { single: 'text', total: 'text' }, ...LENIENT },
  workflowExecTimeout: { fields: { duration: 'text', interrupt: 'flag', runBefore: 'text' }, short: true },
};
