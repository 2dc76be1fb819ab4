import { definitionFindings } from '../../../src/checks/flow/definition-findings';
import { fieldName } from '../../../src/json/field-path';
import { JsonObject } from '../../../src/json/json';
import { readYaml } from '../../../src/yaml/yaml';

/** What the build of SonataFlow 10.1.0 takes and what it refuses, seen at the code that it generates. */

const FILES: Readonly<Record<string, string>> = {
  'schemas/order.json': '{"type": "object"}',
  'schemas/recursive.json': '{"properties": {"next": {"$ref": "#/definitions/order"}}}',
  'schemas/named.json': '{"properties": {"$ref": {"type": "string"}}}',
  'schemas/together.json': '{"properties": {"a": {"$ref": "order.json"}, "b": {"$ref": "schemas/order.json"}, "c": {"$ref": "/schemas/order.json"}}}',
  'schemas/apart.json': '{"properties": {"a": {"$ref": "line.json"}}}',
  'specs/2024.yaml': 'openapi: 3.0.0\npaths: {/orders: {get: {operationId: read, responses: {}}}}\n',
  'defs/apis.json': '{"stock": "specs/stock.yaml"}',
};
const files = { paths: Object.keys(FILES), read: (path: string) => FILES[path] };

/** The text without what each definition has. */
function told(text: string): string[] {
  const { documents: [document] } = readYaml(`id: orders\nstart: First\n${text}`, 'orders.sw.yaml');
  return definitionFindings(document?.object as JsonObject, { origin: 'file', files }).map(({ rule, path = [] }) => `${rule} ${fieldName(path)}`);
}

const EVENT = 'events: [{name: paid, source: shop, type: order.paid}]\n';
const LOOP = (fields: string, action = '{functionRef: price}') => `
functions: [{name: price, type: expression, operation: .total}]
states: [{name: First, type: foreach, iterationParam: line, ${fields}, actions: [${action}], end: true}]`;
const CALL = (operation: string, more = '', args = '') => `
functions: [{name: call, type: custom, operation: '${operation}'${more}}]
states: [{name: First, type: operation, actions: [{functionRef: {refName: call${args}}}], end: true}]`;
const LOGIN = '{username: a, password: b}';
const SENT = EVENT.replace('}]', ', kind: produced}]');
const SEND = (event: string) => `${SENT}states: [{name: First, type: operation, actions: [{eventRef: ${event}}], end: true}]`;
const DONE = 'states: [{name: First, type: inject, data: {}, end: true}]';
const UNDONE = (undo: string, compensatedBy = 'Undo') => `
states:
- {name: First, type: inject, data: {}, compensatedBy: ${compensatedBy}, transition: Second}
- {name: Second, type: inject, data: {}, end: {compensate: true}}
${undo}`;

describe('the build takes', () => {
  test.each<[string, string]>([
    ['a list in the filter of JsonPath', `expressionLang: jsonpath${LOOP("inputCollection: '$.lines[?(@.kind in [1, 2])]'")}`],
    ['names of APIs in a file', 'extensions: [{extensionid: workflow-uri-definitions, uri: defs/apis.json}]\n'
      + 'functions: [{name: call, operation: "stock#reserve"}]\nstates: [{name: First, type: operation, actions: [{functionRef: call}], end: true}]'],
    ['a script that is empty', CALL('script', '', ", arguments: {script: ''}")],
    ['a function of Python by its metadata', CALL('service:math::sqrt', ', metadata: {implementation: python}')],
    ['a word or a number as a flag', UNDONE('- {name: Undo, type: inject, data: {}, usedForCompensation: "True"}')],
    ['null among errors and events', `errors: [null]\nevents: [null]\n${DONE}`],
    ['quotes where it escapes them', LOOP("inputCollection: .lines, outputCollection: '.\"all-lines\"'")],
    ['a filter of the output of the first event state', `${EVENT}states: [{name: First, type: event, onEvents: [{eventRefs: [paid]}], stateDataFilter: {output: .x}, end: true}]`],
    ['a schema in files', `dataInputSchema: schemas/order.json\n${DONE}`],
    ['quotes in the name of an argument that it does not read', CALL('sysout', '', ', arguments: {message: hello, \'the "name"\': 1}')],
    ['a backslash in the name of an event that an end sends', `events: [{name: 'paid\\d', source: shop, type: order.paid, kind: produced}]
states: [{name: First, type: inject, data: {}, end: {produceEvents: [{eventRef: 'paid\\d'}]}}]`],
    ['a level of the log', CALL('sysout:WARN', '', ", arguments: {message: 'hello'}")],
    ['a step of its own behind each compensation', UNDONE('- {name: Undo, type: inject, data: {}, usedForCompensation: true, transition: More}\n'
      + '- {name: More, type: parallel, branches: [{name: a, actions: []}, {name: b, actions: []}], usedForCompensation: true}')],
    ['metadata with a list that comes last', 'states: [{name: First, type: inject, data: {}, end: true, metadata: {tags: [a, b]}}]\nmetadata: {owners: [a]}'],
    ['a token', `auth: [{name: login, scheme: bearer, properties: {token: secret}}]\n${DONE}`],
    ['words of truth of YAML', `keepActive: yes\nevents: [{name: paid, source: shop, type: order.paid, dataOnly: off}]\n${DONE}`],
    ['words of truth in quotes', `keepActive: 'TRUE'\nautoRetries: ' false '\n${DONE}`],
    ['the largest batch', LOOP('inputCollection: .lines, batchSize: 2147483647')],
    ['the longest pauses', `states:
- {name: First, type: sleep, duration: PT9223372036854775S, transition: Second}
- {name: Second, type: sleep, duration: '9999999999', transition: Third}
- {name: Third, type: sleep, duration: 'P106751991166D', end: true}`],
    ['no number of branches where all of them count', 'states: [{name: First, type: parallel, numCompleted: null, branches: [{actions: []}, {actions: []}], end: true}]'],
    ['a login without scheme', `auth: [{name: login, properties: ${LOGIN}}]\n${DONE}`],
    ['a function without a name', `functions: [{type: expression, operation: .}]\n${DONE}`],
    ['attributes of an event that are texts', SEND('{triggerEventRef: paid, contextAttributes: {a: 1, b: null}}')],
    ['a list in the attributes of an event behind its name', `${SENT}states: [{name: First, type: inject, data: {}, end: {produceEvents: [{eventRef: paid, contextAttributes: {a: [b]}}]}}]`],
    ['lists in metadata that comes last, or of what nobody uses', `events: [{name: paid, source: shop, type: order.paid, metadata: {a: [b]}}]
functions: [{name: price, metadata: {a: [b]}, type: expression, operation: .total}]
states: [{name: First, type: event, onEvents: [{eventRefs: [paid]}], end: true}]`],
    ['a schema that says nothing of failing', `dataInputSchema: {schema: schemas/order.json, failOnValidationErrors: null}\n${DONE}`],
    ['a schema that refers to files beside it, or beside the definition', `dataInputSchema: schemas/together.json\n${DONE}`],
    ['names of functions in a list', `extensions: [{extensionid: workflow-function-namespaces, namespaces: [a]}]\n${DONE}`],
    ['events on a transition, compensation at an end', `${SENT}states:
- {name: First, type: inject, data: {}, compensatedBy: Undo, transition: {nextState: Second, produceEvents: [{eventRef: paid}]}}
- {name: Second, type: inject, data: {}, end: {compensate: true, produceEvents: [{eventRef: paid}]}}
- {name: Undo, type: inject, data: {}, usedForCompensation: true}`],
    ['an error in a compensation that ends, or leads into the flow', `errors: [{name: lost, code: '404'}]
functions: [{name: price, type: expression, operation: .total}]
${UNDONE(`- {name: Undo, type: operation, usedForCompensation: true, actions: [{functionRef: price}], onErrors: [{errorRef: lost, end: true}], transition: More}
- {name: More, type: operation, usedForCompensation: true, actions: [{functionRef: price}], onErrors: [{errorRef: lost, transition: Last}]}
- {name: Last, type: inject, data: {}, end: true}`).trimStart()}`],
    ['an id with a dot at its end', `key: orders\n${DONE}`],
  ])('%s', (_what, text) => expect(told(text)).toEqual([]));
});

describe('the build refuses', () => {
  test.each<[string, string, string]>([
    ['a word behind $ in JsonPath', 'expressionLang: jsonpath\nfunctions: [{name: price, type: expression, operation: $total}]\nstates: [{name: First, type: operation, actions: [{functionRef: price}], end: true}]',
      'SF-FLOW-JQ functions[0].operation'],
    ['quotes in the list of a loop', LOOP("inputCollection: '.lines | map(select(.kind == \"book\"))'"), 'SF-FLOW-JAVA states[0].inputCollection'],
    ['quotes in a duration', 'states: [{name: First, type: sleep, duration: \'"PT" + .hours + "H"\', end: true}]', 'SF-FLOW-JAVA states[0].duration'],
    ['quotes in a pause', LOOP('inputCollection: .lines', '{functionRef: price, sleep: {before: \'.pause["long"]\'}}'), 'SF-FLOW-JAVA states[0].actions[0].sleep.before'],
    ['quotes in a time limit', `${EVENT}states: [{name: First, type: callback, eventRef: paid, timeouts: {eventTimeout: '.limit["paid"]'}, end: true}]`,
      'SF-FLOW-JAVA states[0].timeouts.eventTimeout'],
    ['quotes in the type of a sent event', 'events: [{name: paid, source: shop, type: \'order "paid"\', kind: produced}]\n'
      + 'states: [{name: First, type: inject, data: {}, end: {produceEvents: [{eventRef: paid}]}}]', 'SF-FLOW-JAVA events[0].type'],
    ['quotes in the name of an argument', CALL('rest:post:/x', '', ", arguments: {'the \"name\"': 1}"), 'SF-FLOW-JAVA states[0].actions[0].functionRef.arguments["the \\"name\\""]'],
    ['a lone backslash', `description: 'orders of \\d'\n${DONE}`, 'SF-FLOW-JAVA description'],
    ['an underscore as a package', `metadata: {package: org._.orders}\n${DONE}`, 'SF-FLOW-JAVA metadata.package'],
    ['a word of Java in the package', `metadata: {package: org.new.orders}\n${DONE}`, 'SF-FLOW-JAVA metadata.package'],
    ['an event for each element', `${EVENT}${LOOP('inputCollection: .lines', '{eventRef: {triggerEventRef: paid}}').trimStart()}`, 'SF-FLOW-FOREACH states[0].actions[0].eventRef'],
    ['a filter of a switch', 'states: [{name: First, type: switch, stateDataFilter: {input: .x}, dataConditions: [{condition: .a, end: true}], defaultCondition: {end: true}}]',
      'SF-FLOW-SWITCH states[0].stateDataFilter.input'],
    ['a filter of the input of the first event state', `${EVENT}states: [{name: First, type: event, onEvents: [{eventRefs: [paid]}], stateDataFilter: {input: .x}, end: true}]`,
      'SF-FLOW-EVENTS states[0].stateDataFilter.input'],
    ['a field of an event at an end', `${EVENT}states: [{name: First, type: inject, data: {}, end: {produceEvents: [{eventRef: paid, type: x}]}}]`,
      'SF-FLOW-FIELD states[0].end.produceEvents[0].type'],
    ['a schema that refers to itself', `dataInputSchema: schemas/recursive.json\n${DONE}`, 'SF-FLOW-SPEC dataInputSchema'],
    ['a schema with a property $ref', `dataInputSchema: schemas/named.json\n${DONE}`, 'SF-FLOW-SPEC dataInputSchema'],
    ['a port', CALL('rest:get:/x', ', metadata: {port: 8080}'), 'SF-FLOW-FUNCTION functions[0].metadata.port'],
    ['another level of the log', CALL('sysout:info', '', ", arguments: {message: 'hello'}"), 'SF-FLOW-FUNCTION functions[0].operation'],
    ['a compensation that begins with a filter', UNDONE('- {name: Undo, type: inject, data: {}, stateDataFilter: {output: .x}, usedForCompensation: true}'),
      'SF-FLOW-COMPENSATION states[2].stateDataFilter.output'],
    ['a compensation that begins in parallel', UNDONE('- {name: Undo, type: parallel, branches: [{name: a, actions: []}, {name: b, actions: []}], usedForCompensation: true}'),
      'SF-FLOW-COMPENSATION states[2]'],
    ['a compensation that decides', UNDONE('- {name: Undo, type: switch, dataConditions: [{condition: .a, end: true}], defaultCondition: {end: true}, usedForCompensation: true}'),
      'SF-FLOW-COMPENSATION states[2]'],
    ['a compensation without data', UNDONE('- {name: Undo, type: inject, usedForCompensation: true}'), 'SF-FLOW-STATE states[2]'],
    ['steps of two compensations', `
states:
- {name: First, type: inject, data: {}, compensatedBy: Undo, transition: Second}
- {name: Second, type: inject, data: {}, compensatedBy: More, end: {compensate: true}}
- {name: Undo, type: inject, data: {}, usedForCompensation: true, transition: More}
- {name: More, type: inject, data: {}, usedForCompensation: true}`, 'SF-FLOW-COMPENSATION states[1].compensatedBy'],
    ['a list in metadata in front of what it needs', `metadata: {owners: [a, b]}\n${DONE}`, 'SF-FLOW-VALUE metadata.owners'],
    ['a name of a Secret for a login', `auth: [{name: login, scheme: basic, properties: login-secret}]\n${DONE}`, 'SF-FLOW-VALUE auth[0].properties'],
    ['another way to get a token', `auth: [{name: login, scheme: oauth2, properties: {grantType: client_credentials, clientId: a}}]\n${DONE}`, 'SF-FLOW-VALUE auth[0].properties.grantType'],
    ['a field of an extension', `extensions: [{extensionid: workflow-output-schema, schema: a.json}]\n${DONE}`, 'SF-FLOW-VALUE extensions[0].schema'],
    ['an extension alone', `extensions: {extensionid: workflow-output-schema}\n${DONE}`, 'SF-FLOW-VALUE extensions'],
    ['nothing as annotations', `annotations:\n${DONE}`, 'SF-FLOW-VALUE annotations'],
    ['an error that is handled and not declared', 'functions: [{name: price, type: expression, operation: .total}]\n'
      + 'states: [{name: First, type: operation, actions: [{functionRef: price}], onErrors: [{end: true}], end: true}]', 'SF-FLOW-REF states[0].onErrors[0]'],
    ['an event of no type', 'events: [{name: paid, source: shop, type: ""}]\nstates: [{name: First, type: callback, eventRef: paid, end: true}]', 'SF-FLOW-EVENTS events[0]'],
    ['a fraction as a flag', `keepActive: 1.5\n${DONE}`, 'SF-FLOW-VALUE keepActive'],
    ['a batch beyond 32 bits', LOOP('inputCollection: .lines, batchSize: 2147483648'), 'SF-FLOW-VALUE states[0].batchSize'],
    ['a text that is such a batch', LOOP("inputCollection: .lines, batchSize: '-99999999999'"), 'SF-FLOW-VALUE states[0].batchSize'],
    ['a longer pause than there is', 'states: [{name: First, type: sleep, duration: PT9999999999999999S, end: true}]', 'SF-FLOW-TIME states[0].duration'],
    ['a short one', "states: [{name: First, type: sleep, duration: '99999999999999999999s', end: true}]", 'SF-FLOW-TIME states[0].duration'],
    ['nothing as a number of branches', 'states: [{name: First, type: parallel, completionType: atLeast, numCompleted: null, branches: [{actions: []}, {actions: []}], end: true}]',
      'SF-FLOW-PARALLEL states[0].numCompleted'],
    ['nothing as the scheme of a login', `auth: [{name: login, scheme: null, properties: ${LOGIN}}]\n${DONE}`, 'SF-FLOW-VALUE auth[0].scheme'],
    ['two functions without a name', `functions: [{type: expression, operation: .}, {type: expression, operation: .}]\n${DONE}`, 'SF-FLOW-DUPLICATE functions[1]'],
    ['a list in the attributes of an event', SEND('{triggerEventRef: paid, contextAttributes: {a: [b]}}'), 'SF-FLOW-VALUE states[0].actions[0].eventRef.contextAttributes.a'],
    ['an object there', SEND('{contextAttributes: {a: {b: c}}, triggerEventRef: paid}'), 'SF-FLOW-VALUE states[0].actions[0].eventRef.contextAttributes.a'],
    ['an object in the attributes of an event in front of its name',
      `${SENT}states: [{name: First, type: inject, data: {}, end: {produceEvents: [{contextAttributes: {a: {b: c}}, eventRef: paid}]}}]`,
      'SF-FLOW-VALUE states[0].end.produceEvents[0].contextAttributes.a'],
    ['a list in the metadata of an event in front of its type', `events: [{name: paid, metadata: {a: [b]}, source: shop, type: order.paid}]
states: [{name: First, type: event, onEvents: [{eventRefs: [paid]}], end: true}]`, 'SF-FLOW-VALUE events[0].metadata.a'],
    ['an object in the metadata of a function in front of what it does', LOOP('inputCollection: .lines').replace('name: price,', 'name: price, metadata: {a: {}},'),
      'SF-FLOW-VALUE functions[0].metadata.a'],
    ['an empty name of a schema', `dataInputSchema: ''\n${DONE}`, 'SF-FLOW-INPUT-SCHEMA dataInputSchema'],
    ['an empty name of a schema in an object', `dataInputSchema: {schema: '', failOnValidationErrors: true}\n${DONE}`, 'SF-FLOW-INPUT-SCHEMA dataInputSchema.schema'],
    ['a list of schemas', `dataInputSchema: [schemas/order.json]\n${DONE}`, 'SF-FLOW-INPUT-SCHEMA dataInputSchema'],
    ['a schema that refers to a file that is not there', `dataInputSchema: schemas/apart.json\n${DONE}`, 'SF-FLOW-SPEC dataInputSchema'],
    ['a file whose name has no letter', 'functions: [{name: call, operation: "specs/2024.yaml#read"}]\nstates: [{name: First, type: operation, actions: [{functionRef: call}], end: true}]',
      'SF-FLOW-SPEC functions[0].operation'],
    ['names of functions in an object', `extensions: [{extensionid: workflow-function-namespaces, namespaces: {a: b}}]\n${DONE}`, 'SF-FLOW-VALUE extensions[0].namespaces'],
    ['events on a transition that compensates', `${SENT}states:
- {name: First, type: sleep, duration: PT1S, transition: {nextState: Second, compensate: 'true', produceEvents: [{eventRef: paid}, {eventRef: paid}]}}
- {name: Second, type: inject, data: {}, end: true}`, 'SF-FLOW-COMPENSATION states[0].transition.produceEvents'],
    ['an error in a compensation that leads to another step', `errors: [{name: lost, code: '404'}]
functions: [{name: price, type: expression, operation: .total}]
${UNDONE(`- {name: Undo, type: operation, usedForCompensation: true, actions: [{functionRef: price}], onErrors: [{errorRef: lost, transition: More}], transition: More}
- {name: More, type: inject, data: {}, usedForCompensation: true}`).trimStart()}`, 'SF-FLOW-COMPENSATION states[2].onErrors[0].transition'],
    ['a subflow with a blank in its id', 'states: [{name: First, type: operation, actions: [{subFlowRef: ship order}], end: true}]', 'SF-FLOW-ID states[0].actions[0].subFlowRef'],
  ])('%s', (_what, text, expected) => expect(told(text)).toEqual([expected]));

  test.each(['-orders', ' orders', 'a.1', 'a"b'])('the id %j', (id) => {
    const definition = { id, start: 'First', states: [{ name: 'First', type: 'inject', data: {}, end: true }] };
    expect(definitionFindings(definition, { origin: 'file' }).map(({ rule }) => rule)).toEqual(['SF-FLOW-ID']);
  });
});

/** One mistake, one finding. */
test.each<[string, string, string]>([
  ['a text as an action', 'states: [{name: First, type: operation, actions: [price], end: true}]', 'SF-FLOW-VALUE states[0].actions[0]'],
  ['conditions that are no list', 'states: [{name: First, type: switch, dataConditions: {condition: .a, end: true}, defaultCondition: {end: true}}]',
    'SF-FLOW-VALUE states[0].dataConditions'],
  ['an event state that is used for compensation', `${EVENT}${UNDONE('- {name: Undo, type: event, onEvents: [{eventRefs: [paid]}], usedForCompensation: true}').trimStart()}`,
    'SF-FLOW-FIELD states[2].usedForCompensation'],
])('%s is told once', (_what, text, expected) => expect(told(text)).toEqual([expected]));

const GREET = { id: 'greet', start: 'Greet', states: [{ name: 'Greet', type: 'inject', data: {}, end: true }] };

test('what stands in the place of a login is not shown', () => {
  const findings = definitionFindings({ ...GREET, auth: [{ name: 'login', properties: 'canary' }] }, { origin: 'file' });
  expect(findings.map(({ rule }) => rule)).toEqual(['SF-FLOW-VALUE']);
  expect(JSON.stringify(findings)).not.toContain('canary');
});

test('a long text takes no high stack', () => {
  const description = '\\'.repeat(2_000_000);
  expect(definitionFindings({ ...GREET, description }, { origin: 'file' })).toEqual([]);
  expect(definitionFindings({ ...GREET, description: `${description}\\d` }, { origin: 'file' }).map(({ rule }) => rule)).toEqual(['SF-FLOW-JAVA']);
});
