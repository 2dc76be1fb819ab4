import fc from 'fast-check';
import { fieldName } from '../../src/json/field-path';
import { deepFreeze, Json, JsonObject } from '../../src/json/json';
import { CRD_VERSIONS, KINDS } from '../../src/validation/crds';
import { SchemaProblem } from '../../src/validation/problem';
import { judge } from '../../src/validation/schema';

const resource = (kind: string, spec: Json, metadata: Json = { name: 'x', namespace: 'orders' }): JsonObject =>
  ({ apiVersion: 'sonataflow.org/v1alpha08', kind, metadata, spec });
const platform = (spec: Json, metadata?: Json) => resource('SonataFlowPlatform', spec, metadata);
const workflow = (spec: JsonObject) => resource('SonataFlow', { flow: { states: [{ name: 'A', type: 'inject' }] }, ...spec });
const flow = (fields: JsonObject) => workflow({ flow: { states: [{ name: 'A', type: 'inject' }], ...fields } });
const jobService = (fields: JsonObject) => platform({ services: { jobService: fields } });
const container = (fields: JsonObject) => jobService({ podTemplate: { container: fields } });
const postgresql = (fields: JsonObject) => platform({ persistence: { postgresql: fields } });
const labelled = (labels: Json) => platform({}, { name: 'x', labels });

const SERVICE = { name: 'postgres' };
const SECRET = { name: 'postgres-secrets' };

test('a good platform and a good workflow have no problems', () => {
  for (const version of CRD_VERSIONS) {
    expect(judge(version, postgresql({ secretRef: SECRET, serviceRef: SERVICE })).problems).toEqual([]);
    expect(judge(version, flow({ timeouts: { workflowExecTimeout: { duration: 'PT1H' } } })).problems).toEqual([]);
    expect(judge(version, resource('SonataFlowClusterPlatform', { platformRef: { name: 'a', namespace: 'b' } })).problems).toEqual([]);
  }
});

/** The field of a problem as a user reads it. */
const named = ({ path, ...words }: SchemaProblem) => ({ ...words, field: fieldName(path) });

/** Field, what was given, what is allowed, how to fix it. */
type Words = [field: string, given: unknown, allowed: unknown, fix: unknown];

describe('what every API server refuses, once for each mistake', () => {
  test.each<[string, JsonObject, ...Words[]]>([
    ['type string', platform({ properties: { flow: [{ name: 'a', value: true }] } }), ['spec.properties.flow[0].value', 'a boolean', 'a string', 'put it in quotes']],
    ['type boolean', jobService({ enabled: 'yes' }), ['spec.services.jobService.enabled', '"yes"', 'true or false', 'write true without quotes']],
    ['type boolean, misspelt', jobService({ enabled: 'flase' }), ['spec.services.jobService.enabled', '"flase"', 'true or false', 'write false without quotes']],
    ['type integer', jobService({ podTemplate: { replicas: '2' } }), ['spec.services.jobService.podTemplate.replicas', '"2"', 'an integer', 'write 2 without quotes']],
    ['type integer, a fraction', jobService({ podTemplate: { replicas: 1.5 } }), ['spec.services.jobService.podTemplate.replicas', '1.5', 'an integer', 'write an integer']],
    ['type array', platform({ properties: { flow: { name: 'a' } } }), ['spec.properties.flow', 'an object', 'a list', 'write a list, each item after a "-"']],
    ['type object', flow({ timeouts: { workflowExecTimeout: 'PT1H' } }), ['spec.flow.timeouts.workflowExecTimeout', '"PT1H"', 'an object', 'write an object with at least duration']],
    ['type object, nothing required', jobService({ persistence: 'postgresql' }), ['spec.services.jobService.persistence', 'a string', 'an object', 'write an object with fields of dbMigrationStrategy, postgresql']],
    ['type object, a map', platform({}, { name: 'x', labels: 'a=b' }), ['metadata.labels', '"a=b"', 'an object', 'write an object: a key and a value on each line']],
    ['an object for a string, one problem', flow({ start: { stateName: 'A' }, errors: [{ name: { a: 1 } }] }), ['spec.flow.errors[0].name', 'an object', 'a string', 'write a string']],
    ['a null in a list', container({ args: ['a', null] }), ['spec.services.jobService.podTemplate.container.args[1]', 'null', 'a string', 'write a string']],
    ['int-or-string', container({ ports: [], livenessProbe: { httpGet: { port: true } } }), ['spec.services.jobService.podTemplate.container.livenessProbe.httpGet.port', 'true', 'an integer or a string', 'put it in quotes: "true"']],
    ['int-or-string, a fraction', container({ resources: { limits: { cpu: 0.5 } } }), ['spec.services.jobService.podTemplate.container.resources.limits.cpu', '0.5', expect.stringContaining('a quantity'), 'put it in quotes: "0.5"']],
    ['pattern', container({ resources: { limits: { memory: '1 GB' } } }), ['spec.services.jobService.podTemplate.container.resources.limits.memory', '"1 GB"', 'a quantity such as "500m" or "2Gi"', 'write it in that form']],
    ['enum, near', workflow({ podTemplate: { deploymentModel: 'kantive' } }), ['spec.podTemplate.deploymentModel', '"kantive"', 'kubernetes, knative', 'did you mean "knative"?']],
    ['enum, far', workflow({ podTemplate: { deploymentModel: 'serverless' } }), ['spec.podTemplate.deploymentModel', '"serverless"', 'kubernetes, knative', 'use one of kubernetes, knative']],
    ['enum, wrong type', workflow({ podTemplate: { deploymentModel: 1 } }), ['spec.podTemplate.deploymentModel', '1', 'kubernetes, knative', 'use one of kubernetes, knative']],
    ['format byte', flow({ constants: { rate: 'not base64' } }), ['spec.flow.constants.rate', '"not base64"', 'base64 text that is not empty', 'write it in that form']],
    ['format duration', platform({ build: { template: { timeout: 'five minutes' } } }), ['spec.build.template.timeout', '"five minutes"', 'a duration such as "90s" or "1h30m"', 'write it in that form']],
    ['minItems', workflow({ flow: { states: [] } }), ['spec.flow.states', 'an empty list', 'a list of at least 1', 'add what is missing']],
    ['required', workflow({ flow: { states: [{ name: 'A' }] } }), ['spec.flow.states[0].type', 'nothing', expect.stringMatching(/^delay, .*; the field is required$/), 'add type']],
    ['required and null', workflow({ flow: { states: null } }), ['spec.flow.states', 'null', 'a list; the field is required', 'add states']],
    ['minProperties', postgresql({ secretRef: SECRET }), ['spec.persistence.postgresql', 'the fields secretRef', 'exactly one of jdbcUrl and serviceRef beside secretRef', 'add what is missing']],
    ['minProperties and required', postgresql({ serviceRef: SERVICE }), ['spec.persistence.postgresql.secretRef', 'nothing', 'an object; the field is required', 'add secretRef']],
    ['minProperties even with what is required', postgresql({}), ['spec.persistence.postgresql', 'no field', expect.stringContaining('exactly one'), expect.anything()], ['spec.persistence.postgresql.secretRef', 'nothing', expect.anything(), 'add secretRef']],
    ['maxProperties', postgresql({ secretRef: SECRET, serviceRef: SERVICE, jdbcUrl: 'jdbc:postgresql://db/x' }), ['spec.persistence.postgresql', 'the fields secretRef, serviceRef, jdbcUrl', 'exactly one of jdbcUrl and serviceRef beside secretRef', 'remove what is too much']],
    ['list-type map', container({ env: [], ports: [{ containerPort: 80 }, { containerPort: 80, protocol: 'TCP' }] }), ['spec.services.jobService.podTemplate.container.ports[1]', 'a second item with containerPort 80, protocol "TCP"', 'items that differ in containerPort or protocol', 'remove one of the two, or change it']],
    ['additionalProperties', workflow({ podTemplate: { nodeSelector: { disk: true } } }), ['spec.podTemplate.nodeSelector.disk', 'true', 'a string', 'put it in quotes: "true"']],
    ['a typo of a required field, one problem', container({ env: [{ nam: 'A' }] }), ['spec.services.jobService.podTemplate.container.env[0].nam', 'the unknown field "nam"', 'the fields name, value, valueFrom', 'did you mean "name"?']],
    ['a typo that leaves too few fields, one problem', postgresql({ secretRef: SECRET, serviceref: SERVICE }), ['spec.persistence.postgresql.serviceref', 'the unknown field "serviceref"', 'the fields jdbcUrl, serviceRef', 'did you mean "serviceRef"?']],
    ['two typos, two problems', postgresql({ secretref: SECRET, jdbcurl: '' }), ['spec.persistence.postgresql.secretref', expect.anything(), expect.anything(), 'did you mean "secretRef"?'], ['spec.persistence.postgresql.jdbcurl', expect.anything(), expect.anything(), 'did you mean "jdbcUrl"?']],
    ['apiVersion', { ...platform({}), apiVersion: 'sonataflow.org/v1alpha8' }, ['apiVersion', '"sonataflow.org/v1alpha8"', 'sonataflow.org/v1alpha08', 'did you mean "sonataflow.org/v1alpha08"?']],
    ['kind', resource('SonataflowPlatform', {}), ['kind', '"SonataflowPlatform"', 'SonataFlowPlatform, SonataFlowClusterPlatform, SonataFlow', 'did you mean "SonataFlowPlatform"?']],
    ['no kind', {}, ['kind', 'nothing', expect.anything(), expect.stringContaining('use one of')]],
    ['metadata', { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlowPlatform' }, ['metadata', 'nothing', 'an object; the field is required', 'add metadata']],
    ['no name', platform({}, { namespace: 'orders' }), ['metadata.name', 'nothing', 'a string; the field is required', 'add name']],
    ['empty name', platform({}, { name: '' }), ['metadata.name', 'the name ""', expect.stringContaining('253'), expect.anything()]],
    ['name', platform({}, { name: 'My_Platform' }), ['metadata.name', 'the name "My_Platform"', expect.stringContaining('253'), expect.anything()]],
    ['long name', platform({}, { name: 'x'.repeat(254) }), ['metadata.name', expect.anything(), expect.stringContaining('253'), expect.anything()]],
    ['number as name', platform({}, { name: 7 }), ['metadata.name', '7', 'a string', 'put it in quotes: "7"']],
    ['namespace', platform({}, { name: 'x', namespace: 'a.b' }), ['metadata.namespace', 'the namespace "a.b"', expect.stringContaining('63'), expect.anything()]],
    ['number as namespace where there is none', resource('SonataFlowClusterPlatform', { platformRef: { name: 'a', namespace: 'b' } }, { name: 'x', namespace: 7 }), ['metadata.namespace', '7', 'a string', 'put it in quotes: "7"']],
    ['label value', labelled({ a: 'not this' }), ['metadata.labels.a', 'the value "not this"', expect.stringContaining('63'), expect.anything()]],
    ['boolean as label value', labelled({ a: true }), ['metadata.labels.a', 'true', 'a string', 'put it in quotes: "true"']],
    ['label key', labelled({ 'example.org/': 'x' }), ['metadata.labels["example.org/"]', 'the key "example.org/"', expect.stringContaining('63'), expect.anything()]],
    ['annotation key', platform({}, { name: 'x', annotations: { 'a b': 'anything goes here' } }), ['metadata.annotations["a b"]', 'the key "a b"', expect.anything(), expect.anything()]],
    ['number as annotation', platform({}, { name: 'x', annotations: { 'sonataflow.org/version': 1 } }), ['metadata.annotations["sonataflow.org/version"]', '1', 'a string', 'put it in quotes: "1"']],
  ])('%s', (_what, object, ...expected) => {
    for (const version of CRD_VERSIONS) {
      const problems = judge(version, object).problems.map(named);
      expect(problems).toEqual(expected.map(([field, given, allowed, fix]) => ({ kind: 'invalid', field, given, allowed, fix })));
    }
  });
});

describe('what an API server drops', () => {
  test.each<[string, JsonObject, ...Words[]]>([
    ['a typo', container({ imagePullPolcy: 'Always' }), ['spec.services.jobService.podTemplate.container.imagePullPolcy', 'the unknown field "imagePullPolcy"', expect.stringMatching(/and \d+ more$/), 'did you mean "imagePullPolicy"?']],
    ['wrong case', platform({ services: { dataindex: {} } }), ['spec.services.dataindex', expect.anything(), 'the fields dataIndex, jobService', 'did you mean "dataIndex"?']],
    ['a typo of a field with a default', jobService({ persistence: { dbMigrationStrategi: 'job' } }), ['spec.services.jobService.persistence.dbMigrationStrategi', expect.anything(), expect.anything(), 'did you mean "dbMigrationStrategy"?']],
    ['a field of another place', postgresql({ secretRef: SECRET, serviceRef: { ...SERVICE, databaseSchema: 'x' } }), ['spec.persistence.postgresql.serviceRef.databaseSchema', 'the unknown field "databaseSchema"', 'the fields databaseName, namespace, port', expect.anything()]],
    ['nothing near', platform({ bogus: 1 }), ['spec.bogus', 'the unknown field "bogus"', expect.stringMatching(/^the fields build, .*, services$/), 'remove it']],
    ['a field of the metadata', platform({}, { name: 'x', lables: {} }), ['metadata.lables', expect.anything(), expect.anything(), 'did you mean "labels"?']],
    ['all are named, in the order of the document', { ...jobService({ zzzzzz: 1, aaaaaa: 1 }), qqqqqq: 1 }, ['spec.services.jobService.zzzzzz', expect.anything(), expect.anything(), 'remove it'], ['spec.services.jobService.aaaaaa', expect.anything(), expect.anything(), 'remove it'], ['qqqqqq', expect.anything(), 'no other field than those that are there', 'remove it']],
  ])('%s', (_what, object, ...expected) => {
    for (const version of CRD_VERSIONS) {
      const problems = judge(version, object).problems.map(named);
      expect(problems).toEqual(expected.map(([field, given, allowed, fix]) => ({ kind: 'unknown', field, given, allowed, fix })));
    }
  });

  test('a field that only another operator version knows', () => {
    const object = workflow({ podTemplate: { podDisruptionBudget: { minAvailable: '50%' } } });
    expect(judge('10.1.0', object)).toMatchObject({
      object: { spec: { podTemplate: {} } },
      problems: [{ kind: 'unknown', path: ['spec', 'podTemplate', 'podDisruptionBudget'], fix: 'remove it, or use an operator whose CRDs know it: 1.x, osl-1.38' }],
    });
    expect(judge('1.x', object)).toMatchObject({ object, problems: [] });
  });
});

test.each([-1, 2 ** 31])('%d replicas cannot be said where there is a scale subresource', (replicas) => {
  expect(judge('1.x', workflow({ podTemplate: { replicas } })).problems).toMatchObject([{ kind: 'invalid', path: ['spec', 'podTemplate', 'replicas'], given: String(replicas) }]);
  expect(judge('10.1.0', workflow({ podTemplate: { replicas } })).problems).toEqual([]);
});

test.each(['90s', '1h30m', '1.5h', '-2m', '0', '3 days', '22 ns', '5 Minutes', 'PT5M'])('%s is a duration', (timeout) => {
  expect(judge('1.x', platform({ build: { template: { timeout } } })).problems).toEqual([]);
});

describe('what becomes of the object', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['defaults in what is there', jobService({ persistence: {} }), jobService({ persistence: { dbMigrationStrategy: 'service' } })],
    ['no defaults in what is not there', jobService({}), jobService({})],
    ['a null with a default', jobService({ persistence: { dbMigrationStrategy: null } }), jobService({ persistence: { dbMigrationStrategy: 'service' } })],
    ['a null without', jobService({ enabled: null, persistence: null }), jobService({})],
    ['nulls in a state', flow({ states: [{ name: 'A', type: 'inject', data: null, end: null }] }), flow({ states: [{ name: 'A', type: 'inject', data: null }] })],
    ['events and functions', flow({ events: [{ name: 'e', type: 't' }], functions: [{ name: 'f', operation: 'o' }] }), flow({ events: [{ name: 'e', type: 't', kind: 'consumed', dataOnly: true }], functions: [{ name: 'f', operation: 'o', type: 'rest' }] })],
    ['ports', container({ ports: [{ containerPort: 1 }] }), container({ ports: [{ containerPort: 1, protocol: 'TCP' }] })],
    ['unknown fields', jobService({ enabled: true, bogus: { a: 1 } }), jobService({ enabled: true })],
    ['unknown fields of a state', flow({ states: [{ name: 'A', type: 'operation', actions: [{ bogus: 1 }] }] }), flow({ states: [{ name: 'A', type: 'operation', actions: [{ bogus: 1 }] }] })],
    ['status', { ...platform({}), status: { bogus: 1 } }, platform({})],
    ['an empty namespace is none', platform({}, { name: 'x', namespace: '' }), platform({}, { name: 'x', namespace: '' })],
    ['a null label is empty', labelled({ a: null }), labelled({ a: '' })],
    ['no namespace where there is none', resource('SonataFlowClusterPlatform', { platformRef: { name: 'a', namespace: 'b' } }), resource('SonataFlowClusterPlatform', { platformRef: { name: 'a', namespace: 'b' } }, { name: 'x' })],
    ['empty things stay', container({ args: [], env: [{ name: 'A', value: '' }], resources: {} }), container({ args: [], env: [{ name: 'A', value: '' }], resources: {} })],
  ])('%s', (_what, given, made) => {
    for (const version of CRD_VERSIONS) {
      const { object, problems } = judge(version, given);
      expect(object).toEqual(made);
      expect(problems.filter(({ kind }) => kind === 'invalid')).toEqual([]);
    }
  });

  test('what becomes of the outcome is nothing to the input', () => {
    const data = { a: [{}] };
    deepFreeze(judge('1.x', flow({ metadata: data, states: [{ name: 'A', type: 'inject', data }] })).object);
    expect(Object.isFrozen(data.a)).toBe(false);
    expect(Object.isFrozen(data.a[0])).toBe(false);
  });
});

test('problems come in the order of the document, whatever their kind', () => {
  const object = { ...platform({ services: { jobService: { enabled: 'x', podTemplat: {} } }, bogus: 1, monitoring: [] }, { lables: {}, name: 'No' }), zzz: 1 };
  expect(judge('1.x', object).problems.map(named).map(({ kind, field }) => `${kind} ${field}`)).toEqual([
    'unknown metadata.lables',
    'invalid metadata.name',
    'invalid spec.services.jobService.enabled',
    'unknown spec.services.jobService.podTemplat',
    'unknown spec.bogus',
    'invalid spec.monitoring',
    'unknown zzz',
  ]);
});

test('a typo is no reason to refuse what is refused for another', () => {
  expect(judge('1.x', postgresql({ serviceRef: SERVICE, jdbcurl: '' })).problems).toMatchObject([
    { kind: 'unknown', path: ['spec', 'persistence', 'postgresql', 'jdbcurl'] },
    { kind: 'invalid', path: ['spec', 'persistence', 'postgresql', 'secretRef'] },
  ]);
});

describe('for any JSON', () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  const words = fc.constantFrom('metadata', 'spec', 'flow', 'states', 'services', 'jobService', 'persistence', 'postgresql', 'podTemplate', 'container', 'env', 'name', 'labels', 'status');
  const key = fc.oneof(words, fc.constantFrom('__proto__', 'constructor', 'toString', ''), fc.string());
  const { tree } = fc.letrec<{ tree: Json; leaf: Json }>((tie) => ({
    leaf: fc.oneof(json as fc.Arbitrary<Json>, fc.constant(null)),
    tree: fc.oneof({ maxDepth: 6 }, tie('leaf'), fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(key, tie('tree'), { maxKeys: 5 })),
  }));
  const object = fc.tuple(fc.constantFrom(...CRD_VERSIONS), fc.option(fc.constantFrom(...KINDS)), fc.dictionary(key, tree))
    .map(([version, kind, fields]): [typeof version, JsonObject] => [version, kind ? { ...fields, kind } : fields]);

  test('the verdict on the outcome is the same outcome', () => {
    fc.assert(fc.property(object, ([version, given]) => {
      const verdict = judge(version, given);
      expect(judge(version, verdict.object).object).toEqual(verdict.object);
    }));
  });

  test('there are as many invalid fields the second time, and no unknown ones', () => {
    fc.assert(fc.property(object, ([version, given]) => {
      const fatal = (problems: readonly SchemaProblem[]) => problems.some(({ kind }) => kind === 'invalid');
      const verdict = judge(version, given);
      const again = judge(version, verdict.object).problems;
      expect(fatal(again)).toBe(fatal(verdict.problems));
      expect(again.filter(({ kind }) => kind === 'unknown')).toEqual([]);
    }));
  });

  test('the input stays as it is, and the outcome the same', () => {
    fc.assert(fc.property(object, ([version, given]) => {
      const before = JSON.stringify(given);
      const verdict = JSON.stringify(judge(version, given));
      expect(JSON.stringify(judge(version, deepFreeze(given)))).toBe(verdict);
      expect(JSON.stringify(given)).toBe(before);
    }));
  });
});
