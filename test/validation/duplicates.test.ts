import { Json } from '../../src/json/json';
import { duplicates } from '../../src/validation/duplicates';
import { StructuralSchema } from '../../src/validation/structural-schema';

const set: StructuralSchema = { 'type': 'array', 'x-kubernetes-list-type': 'set' };
const map: StructuralSchema = { 'type': 'array', 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['port', 'protocol'] };

test.each<[string, StructuralSchema, Json[], string[]]>([
  ['a set', set, ['a', 'b', 'a', 'a'], ['2', '3']],
  ['a set tells types apart', set, [1, '1', null, 'null'], []],
  ['a set looks at the fields, not at their order', set, [{ a: 1, b: 2 }, { b: 2, a: 1 }], ['1']],
  ['a map looks at its keys only', map, [{ port: 1, name: 'a' }, { port: 1, name: 'b' }], ['1']],
  ['a map looks at all its keys', map, [{ port: 1, protocol: 'TCP' }, { port: 1, protocol: 'UDP' }, { port: 2, protocol: 'TCP' }], []],
  ['a missing key is not an empty one', map, [{ port: 1 }, { port: 1, protocol: '' }], []],
  ['a map with something else in it is of the wrong type', map, ['a', 'a'], []],
  ['any other list', { type: 'array' }, ['a', 'a'], []],
  ['a list in a list', { type: 'array', items: { type: 'object', properties: { s: set } } }, [{ s: ['a', 'a'] }], ['0/s/1']],
  ['a list in a map', { type: 'array', items: { type: 'object', additionalProperties: set } }, [{ x: ['a', 'a'] }], ['0/x/1']],
])('%s', (_what, schema, value, repeated) => {
  expect(duplicates(value, schema).map(({ path }) => path.join('/'))).toEqual(repeated);
});
