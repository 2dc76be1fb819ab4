import { CRD_VERSIONS, crdOf, KINDS } from '../../src/validation/crds';
import { fieldSchema, parseCrds, schemaAt } from '../../src/validation/structural-schema';

test('references are resolved, to the same object wherever they are', () => {
  const crds = parseCrds(JSON.stringify({
    crds: {
      'old/Thing': {
        kind: 'Thing',
        schema: { properties: { a: { $ref: 'x' }, b: { type: 'array', items: { $ref: 'x' } } }, additionalProperties: { $ref: 'y' } },
      },
      'new/Thing': { kind: 'Thing', schema: { properties: { a: { $ref: 'x' } } } },
    },
    defs: { x: { type: 'object', properties: { c: { $ref: 'y' } } }, y: { type: 'string' } },
  }));
  const { schema, ...head } = crds.get('old/Thing')!;
  expect(head).toEqual({ kind: 'Thing' });
  expect(schemaAt(crds.get('new/Thing')!.schema, ['a'])).toBe(schemaAt(schema, ['a']));
  expect(schemaAt(schema, ['a', 'c'])).toEqual({ type: 'string' });
  expect(schemaAt(schema, ['b', 3, 'c'])).toBe(schemaAt(schema, ['a', 'c']));
  expect(fieldSchema(schema, 'toString')).toBe(schemaAt(schema, ['a', 'c']));
  expect(schemaAt(schema, ['a', 'toString'])).toBeUndefined();
  expect(schemaAt(schema, ['a', 0])).toBeUndefined();
});

describe.each(CRD_VERSIONS)('the CRDs of %s', (version) => {
  test.each(KINDS)('%s', (kind) => {
    const crd = crdOf(version, kind);
    expect(crd).toMatchObject({ kind, apiVersion: 'sonataflow.org/v1alpha08', namespaced: kind !== 'SonataFlowClusterPlatform' });
    expect(Object.keys(crd.schema.properties!)).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
    expect(crdOf(version, kind)).toBe(crd);
  });
});

test('the versions differ where they should', () => {
  const budget = ['spec', 'services', 'dataIndex', 'podTemplate', 'podDisruptionBudget', 'minAvailable'];
  expect(schemaAt(crdOf('10.1.0', 'SonataFlowPlatform').schema, budget)).toBeUndefined();
  expect(schemaAt(crdOf('1.x', 'SonataFlowPlatform').schema, budget)).toMatchObject({ 'x-kubernetes-int-or-string': true });
  expect(crdOf('10.1.0', 'SonataFlow').replicasPath).toBeUndefined();
  expect(crdOf('1.x', 'SonataFlow').replicasPath).toBe('.spec.podTemplate.replicas');
});
