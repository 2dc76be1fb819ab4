import { Json } from '../../../src/json/json';
import { flowDefinition } from '../../../src/model/flow-definition/flow-definition';
import { toResource, WorkflowResource } from '../../../src/model/resource';
import { FIELD_BY_FIELD } from '../../landscapes';

const STATE = { name: 'A', type: 'delay', timeDelay: 'PT1S' };
const STATE_JSON = '"states":[{"name":"A","type":"delay","timeDelay":"PT1S"}]';

const definition = (flow: object, annotations: Record<string, string> = {}) => flowDefinition(toResource({
  kind: 'SonataFlow', metadata: { name: 'w', annotations }, spec: { flow: flow as Json },
}, FIELD_BY_FIELD) as WorkflowResource);

describe('states', () => {
  test.each<[string, object, string]>([
    ['delay', { type: 'delay', timeDelay: 'PT1S' }, '"type":"delay","timeDelay":"PT1S"'],
    ['sleep', { type: 'sleep', duration: 'PT1S', timeouts: {} }, '"type":"sleep","duration":"PT1S","timeouts":{}'],
    ['inject', { type: 'inject', data: { z: [null, true, 1.5, 'x'], a: { c: 1, b: 'ö' } } }, '"type":"inject","data":{"a":{"b":"ö","c":1},"z":[null,true,1.500000,"x"]}'],
    ['inject without data', { type: 'inject' }, '"type":"inject","data":null'],
    ['common part', {
      type: 'delay',
      id: 'i',
      onErrors: [{ errorRef: 'e', transition: 'B', end: false }, {}],
      stateDataFilter: {},
      compensatedBy: 'C',
      usedForCompensation: true,
      end: { compensate: true },
      transition: { nextState: 'D', compensate: false, produceEvents: [{ eventRef: 'p' }] },
      metadata: {},
      unknown: 1,
    }, '"type":"delay","onErrors":[{"errorRef":"e","transition":{"nextState":"B"},"end":{}},{}],'
      + '"transition":{"nextState":"D","produceEvents":[{"eventRef":"p","data":null}]},"stateDataFilter":{},"compensatedBy":"C","usedForCompensation":true,'
      + '"end":{"compensate":true},"metadata":{},"timeDelay":""'],
    ['end that continues', { type: 'delay', end: { continueAs: 'other' } },
      '"type":"delay","end":{"continueAs":{"workflowId":"other","data":null,"workflowExecTimeout":{"duration":""}}},"timeDelay":""'],
    ['end that continues with a limit', { type: 'delay', end: { continueAs: { workflowId: 'o', data: { a: 1 }, workflowExecTimeout: {} } } },
      '"type":"delay","end":{"continueAs":{"workflowId":"o","data":{"a":1},"workflowExecTimeout":{"duration":"unlimited"}}},"timeDelay":""'],
    ['operation without actions', { type: 'operation', end: true }, '"type":"operation","end":{"terminate":true},"actionMode":"sequential","actions":null'],
    ['operation', {
      type: 'operation',
      actionMode: 'parallel',
      timeouts: { stateExecTimeout: 'PT1H', actionExecTimeout: 'PT1S', eventTimeout: 'x' },
      actions: [
        { functionRef: 'f' },
        { name: 'n', functionRef: { refName: 'g', arguments: { b: 1.5, a: '${ .x }' }, invoke: '' }, actionDataFilter: { useResults: false, results: 'r' }, sleep: {}, retryableErrors: [] },
        { eventRef: { triggerEventRef: 't', data: null } },
        { subFlowRef: 'sub', condition: 'c' },
        null,
      ],
    }, '"type":"operation","actionMode":"parallel","actions":[{"functionRef":{"refName":"f","invoke":"sync"},"actionDataFilter":{"useResults":true}},'
      + '{"name":"n","functionRef":{"refName":"g","arguments":{"a":"${ .x }","b":1.500000},"invoke":"sync"},"sleep":{},"actionDataFilter":{"useResults":true,"results":"r"}},'
      + '{"eventRef":{"triggerEventRef":"t","resultEventRef":"","invoke":"sync"},"actionDataFilter":{"useResults":true}},'
      + '{"subFlowRef":{"workflowId":"sub","invoke":"sync","onParentComplete":"terminate"},"actionDataFilter":{"useResults":true},"condition":"c"},'
      + '{"actionDataFilter":{"useResults":true}}],"timeouts":{"stateExecTimeout":{"total":"PT1H"},"actionExecTimeout":"PT1S"}'],
    ['switch on data', {
      type: 'switch', defaultCondition: 'B', dataConditions: [{ condition: 'c', transition: 'B' }, { condition: 'd', end: true }, { condition: 'e' }],
    }, '"type":"switch","defaultCondition":{"transition":{"nextState":"B"}},"dataConditions":[{"condition":"c","transition":{"nextState":"B"}},'
      + '{"condition":"d","end":{"terminate":true}},{"condition":"e","end":null}]'],
    ['switch on events', {
      type: 'switch',
      defaultCondition: { end: true },
      timeouts: { eventTimeout: 'PT1M' },
      eventConditions: [{ eventRef: 'e' }, { eventRef: 'f', eventDataFilter: { useData: false }, transition: 'C', metadata: { end: null, x: 1 } }],
    }, '"type":"switch","defaultCondition":{"end":{"terminate":true}},"eventConditions":[{"eventRef":"e","transition":null},'
      + '{"eventRef":"f","eventDataFilter":{"useData":true},"metadata":{"x":1},"transition":{"nextState":"C"}}],"timeouts":{"eventTimeout":"PT1M"}'],
    ['switch without conditions', { type: 'switch' }, '"type":"switch","defaultCondition":{},"dataConditions":null'],
    ['parallel', {
      type: 'parallel', branches: [{ name: 'b', actions: [{ functionRef: 'f' }], timeouts: { branchExecTimeout: 'PT1S' } }], numCompleted: '50%', completionType: 'atLeast',
    }, '"type":"parallel","branches":[{"name":"b","actions":[{"functionRef":{"refName":"f","invoke":"sync"},"actionDataFilter":{"useResults":true}}],'
      + '"timeouts":{"branchExecTimeout":"PT1S"}}],"completionType":"atLeast","numCompleted":"50%"'],
    ['parallel by default', { type: 'parallel', branches: [] }, '"type":"parallel","branches":[],"completionType":"allOf","numCompleted":0'],
    ['foreach', { type: 'foreach', inputCollection: '${ .i }', batchSize: 2, iterationParam: 'x', actions: [], timeouts: null },
      '"type":"foreach","inputCollection":"${ .i }","iterationParam":"x","batchSize":2,"mode":"parallel"'],
    ['event', { type: 'event', exclusive: false, onEvents: [{ eventRefs: ['a', 'b'], eventDataFilter: { useData: false } }, {}] },
      '"type":"event","exclusive":true,"onEvents":[{"eventRefs":["a","b"],"actionMode":"sequential","eventDataFilter":{"useData":true}},'
      + '{"eventRefs":null,"actionMode":"sequential","eventDataFilter":{"useData":true}}]'],
    ['callback', { type: 'callback', action: { functionRef: 'f' }, eventRef: 'e', eventDataFilter: { toStateData: 'x' }, timeouts: { eventTimeout: 'PT1M' } },
      '"type":"callback","action":{"functionRef":{"refName":"f","invoke":"sync"},"actionDataFilter":{"useResults":true}},"eventRef":"e",'
      + '"eventDataFilter":{"useData":true,"toStateData":"x"},"timeouts":{"eventTimeout":"PT1M"}'],
    ['callback without an action', { type: 'callback', eventRef: 'e' }, '"type":"callback","action":{"actionDataFilter":{"useResults":true}},"eventRef":"e"'],
  ])('%s', (_, state, json) => {
    const id = 'id' in state ? '"id":"i",' : '';
    expect(definition({ states: [{ name: 'A', ...state }] }))
      .toBe(`{"id":"w","version":"","start":{"stateName":"A"},"specVersion":"0.8","expressionLang":"jq","states":[{${id}"name":"A",${json}}]}`);
  });
});

test.each<[string, object, string]>([
  ['start', { start: 'B' }, `"start":{"stateName":"B"},"specVersion":"0.8","expressionLang":"jq",${STATE_JSON}`],
  ['start with a schedule', { start: { stateName: 'B', schedule: { cron: '0 0', timezone: 'UTC' } } },
    `"start":{"stateName":"B","schedule":{"cron":{"expression":"0 0"},"timezone":"UTC"}},"specVersion":"0.8","expressionLang":"jq",${STATE_JSON}`],
  ['start with an interval', { start: { stateName: 'B', schedule: 'PT1H' } },
    `"start":{"stateName":"B","schedule":{"interval":"PT1H"}},"specVersion":"0.8","expressionLang":"jq",${STATE_JSON}`],
  ['timeouts', { start: 'B', timeouts: { workflowExecTimeout: { interrupt: true }, stateExecTimeout: { total: 'PT1H' }, eventTimeout: 'PT1M' } },
    '"start":{"stateName":"B"},"specVersion":"0.8","expressionLang":"jq",'
    + `"timeouts":{"workflowExecTimeout":{"duration":"unlimited","interrupt":true},"stateExecTimeout":{"total":"PT1H"},"eventTimeout":"PT1M"},${STATE_JSON}`],
  ['lists and flags', {
    start: 'B', annotations: ['a'], secrets: ['s'], errors: [{ name: 'e', code: '1' }], keepActive: true, autoRetries: false, metadata: { b: 1, a: '<x>' }, auth: [],
  }, '"start":{"stateName":"B"},"annotations":["a"],"specVersion":"0.8","secrets":["s"],"expressionLang":"jq","errors":[{"name":"e","code":"1"}],'
    + `"keepActive":true,"metadata":{"a":"\\u003cx\\u003e","b":1},${STATE_JSON}`],
  ['constants', { start: 'B', constants: { b: 'Mg==', a: 'MQ==' } },
    `"start":{"stateName":"B"},"specVersion":"0.8","constants":{"Data":{"Data":{"a":"MQ==","b":"Mg=="}}},"expressionLang":"jq",${STATE_JSON}`],
  ['no constants', { start: 'B', constants: {} }, `"start":{"stateName":"B"},"specVersion":"0.8","constants":{},"expressionLang":"jq",${STATE_JSON}`],
  ['events', {
    start: 'B',
    events: [
      { name: 'e', type: 't', dataOnly: false, correlation: [{ contextAttributeName: 'c' }], metadata: { m: 1 } }, { name: 'f', type: 't', kind: 'produced', source: 's' },
    ],
  }, `"start":{"stateName":"B"},"specVersion":"0.8","expressionLang":"jq",${STATE_JSON},"events":[{"metadata":{"m":1},"name":"e","type":"t","kind":"consumed","dataOnly":true,`
    + '"correlation":[{"contextAttributeName":"c"}]},{"name":"f","source":"s","type":"t","kind":"produced","dataOnly":true}]'],
  ['functions and retries', {
    start: 'B',
    functions: [{ name: 'f', operation: 'o#x' }, { name: 'g', operation: 'o', type: 'custom', authRef: 'a', metadata: { m: 1 } }],
    retries: [{ name: 'r', maxAttempts: '3', multiplier: 1.5, jitter: 0.1 }, { name: 's' }],
  }, `"start":{"stateName":"B"},"specVersion":"0.8","expressionLang":"jq",${STATE_JSON},"functions":[{"name":"f","operation":"o#x","type":"rest"},`
    + '{"metadata":{"m":1},"name":"g","operation":"o","type":"custom","authRef":"a"}],'
    + '"retries":[{"name":"r","multiplier":1.5,"maxAttempts":"3","jitter":0.1},{"name":"s","maxAttempts":1,"jitter":0}]'],
  ['authentication', {
    start: 'B', auth: [{ name: 'b', properties: { username: 'u', password: 'p', metadata: { m: 1 } } }, { name: 't', scheme: 'bearer', properties: { token: '${ $SECRET.t }' } }],
  }, '"start":{"stateName":"B"},"specVersion":"0.8","expressionLang":"jq",'
    + '"auth":[{"name":"b","scheme":"basic","properties":{"metadata":{"m":1},"username":"u","password":"p"}},'
    + `{"name":"t","scheme":"bearer","properties":{"token":"\${ $SECRET.t }"}}],${STATE_JSON}`],
  ['schema', { start: 'B', dataInputSchema: { schema: { b: 1, a: 2.5 }, failOnValidationErrors: false } },
    `"start":{"stateName":"B"},"dataInputSchema":{"schema":{"a":2.500000,"b":1},"failOnValidationErrors":false},"specVersion":"0.8","expressionLang":"jq",${STATE_JSON}`],
  ['schema as text', { start: 'B', dataInputSchema: { schema: '{"b": 1}' } },
    `"start":{"stateName":"B"},"dataInputSchema":{"schema":{"b":1},"failOnValidationErrors":true},"specVersion":"0.8","expressionLang":"jq",${STATE_JSON}`],
  ['schema in a file', { start: 'B', dataInputSchema: { schema: 'schemas/x.json' } },
    `"start":{"stateName":"B"},"dataInputSchema":{"schema":"schemas/x.json","failOnValidationErrors":true},"specVersion":"0.8","expressionLang":"jq",${STATE_JSON}`],
  ['no schema', { start: 'B', dataInputSchema: { schema: '', failOnValidationErrors: false } },
    '"start":{"stateName":"B"},"dataInputSchema":{"schema":{"failOnValidationErrors":false,"schema":""},"failOnValidationErrors":false},'
    + `"specVersion":"0.8","expressionLang":"jq",${STATE_JSON}`],
])('%s', (_, flow, json) => expect(definition({ ...flow, states: [STATE] })).toBe(`{"id":"w","version":"",${json}}`));

test('identity comes from annotations', () => {
  const annotations = Object.fromEntries(['key', 'name', 'description', 'version', 'profile'].map((name) => [`sonataflow.org/${name}`, `the ${name}`]));
  expect(definition({ states: [STATE] }, { ...annotations, 'sonataflow.org/expressionLang': 'jsonpath' })).toBe(
    '{"id":"w","key":"the key","name":"the name","description":"the description","version":"the version","start":{"stateName":"A"},"specVersion":"0.8",'
    + `"expressionLang":"jsonpath",${STATE_JSON}}`,
  );
});

test.each<[string, object, string]>([
  ['oauth2', { auth: [{ name: 'a', scheme: 'oauth2', properties: {} }] }, 'spec.flow.auth[0]: the scheme oauth2, of which the operator makes broken JSON'],
  ['an unknown scheme', { auth: [{ name: 'a', scheme: 'toString', properties: {} }] }, 'spec.flow.auth[0]: a scheme that is neither basic nor bearer'],
  ['authentication without properties', { auth: [{ name: 'a' }] }, 'spec.flow.auth[0]: no properties'],
  ['authentication in a file', { auth: 'auth.json' }, 'spec.flow.auth: must be a list'],
  ['a control character in data', { metadata: { a: ['\u0001'] } }, 'spec.flow.metadata.a[0]: a character that the operator cannot write'],
  ['a control character in a name', { states: [{ ...STATE, name: '\u007f' }] }, 'spec.flow: the character U+007F, which YAML does not allow'],
  ['an unknown state', { states: [{ type: 'toString' }] },
    'spec.flow.states[0].type: must be one of callback, delay, event, foreach, inject, operation, parallel, sleep, switch'],
  ['no state', { states: ['x'] }, 'spec.flow.states[0]: must be an object'],
  ['braces in metadata', { states: [{ ...STATE, metadata: { a: '}{' } }] }, 'spec.flow.states[0]: a text in it breaks the JSON that the operator patches together'],
  ['a YAML merge', { metadata: { '<<': {} } }, 'spec.flow.metadata: a key "<<", which the operator takes for YAML\'s merge'],
  ['a schema that is a list', { dataInputSchema: { schema: [] } }, 'spec.flow.dataInputSchema: a schema that is neither an object nor a text'],
  ['a schema that is broken', { dataInputSchema: { schema: '{' } }, 'spec.flow.dataInputSchema: a schema whose text is neither JSON nor free of quotes and backslashes'],
  ['values of the wrong type', {
    keepActive: 'yes', secrets: [1], metadata: [], retries: [{ name: 'r', maxAttempts: 1.5, jitter: {} }], states: [{ ...STATE, end: { produceEvents: [{ contextAttributes: { a: 1 } }] } }],
  }, 'spec.flow.secrets[0]: must be a text; spec.flow.keepActive: must be true or false; spec.flow.metadata: must be an object; '
    + 'spec.flow.states[0].end.produceEvents[0].contextAttributes.a: must be a text; spec.flow.retries[0].maxAttempts: must be an integer or a text; '
    + 'spec.flow.retries[0].jitter: must be a number or a text'],
])('%s cannot be written', (_, flow, reason) => expect(definition({ states: [STATE], ...flow })).toEqual({ failed: true, reason }));
