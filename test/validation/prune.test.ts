import { JsonObject } from '../../src/json/json';
import { prune } from '../../src/validation/prune';
import { StructuralSchema } from '../../src/validation/structural-schema';

const text: StructuralSchema = { type: 'string' };
const free: StructuralSchema = { 'x-kubernetes-preserve-unknown-fields': true };

interface Case {
  readonly what: string;
  readonly schema: StructuralSchema['properties'];
  readonly given: JsonObject;
  readonly left: JsonObject;
  readonly unknown?: string[];
}

test.each<Case>([
  { what: 'an unknown field goes', schema: { a: text }, given: { a: 'x', b: 1 }, left: { a: 'x' }, unknown: ['b'] },
  { what: 'in an object in a list', schema: { l: { type: 'array', items: { type: 'object', properties: { a: text } } } }, given: { l: [{}, { b: 1 }] }, left: { l: [{}, {}] }, unknown: ['l/1/b'] },
  { what: 'additionalProperties keeps the keys, not what is unknown in the values', schema: { m: { type: 'object', additionalProperties: { type: 'object', properties: { a: text } } } }, given: { m: { x: { a: 'y', b: 1 } } }, left: { m: { x: { a: 'y' } } }, unknown: ['m/x/b'] },
  { what: 'an object without fields is emptied', schema: { o: { type: 'object' } }, given: { o: { a: 1 } }, left: { o: {} }, unknown: ['o/a'] },
  { what: 'preserve-unknown-fields keeps anything', schema: { any: free }, given: { any: { a: [{ b: null }] } }, left: { any: { a: [{ b: null }] } } },
  { what: 'preserve-unknown-fields prunes in the fields that it knows', schema: { any: { ...free, type: 'object', properties: { a: { type: 'object' } } } }, given: { any: { a: { x: 1 }, b: { x: 1 } } }, left: { any: { a: {}, b: { x: 1 } } }, unknown: ['any/a/x'] },
  { what: 'preserve-unknown-fields of a list is for its items too', schema: { l: { ...free, type: 'array', items: { type: 'object', properties: { a: text, o: { type: 'object' } } } } }, given: { l: [{ a: 'x', b: 1, o: { c: 1 } }] }, left: { l: [{ a: 'x', b: 1, o: {} }] }, unknown: ['l/0/o/c'] },
  { what: 'fields within a value of the wrong type are no news', schema: { a: text, l: { type: 'array', items: text }, o: { type: 'object' } }, given: { a: { x: 1 }, l: [{ x: 1 }], o: [{ x: 1 }] }, left: { a: {}, l: [{}], o: [{}] } },
  { what: 'a null goes where none may be', schema: { a: text, b: { type: 'object' } }, given: { a: null, b: null }, left: {} },
  { what: 'a null stays for the default', schema: { a: { ...text, default: 'x' } }, given: { a: null }, left: { a: null } },
  { what: 'a null of a map goes', schema: { m: { type: 'object', additionalProperties: text } }, given: { m: { x: null, y: 'z' } }, left: { m: { y: 'z' } } },
  { what: 'a null in a list stays, to be refused', schema: { l: { type: 'array', items: text } }, given: { l: [null] }, left: { l: [null] } },
  { what: 'a null stays below what is not known', schema: { any: free, l: { ...free, type: 'array', items: { type: 'object', properties: { end: free } } } }, given: { any: { a: null }, l: [{ end: null, data: null }] }, left: { any: { a: null }, l: [{ data: null }] } },
  { what: 'odd names are names', schema: { constructor: text }, given: JSON.parse('{"constructor":"x","toString":1,"__proto__":{"a":1}}'), left: { constructor: 'x' }, unknown: ['toString', '__proto__'] },
])('$what', ({ schema, given, left, unknown = [] }) => {
  const before = JSON.stringify(given);
  const pruned = prune(given, { type: 'object', properties: schema });
  expect(pruned.object).toEqual(left);
  expect(pruned.unknown.map((path) => path.join('/'))).toEqual(unknown);
  expect(JSON.stringify(given)).toBe(before);
});

test('the fields keep their order', () => {
  expect(Object.keys(prune({ c: 'x', b: 1, a: 'x' }, { type: 'object', properties: { a: text, c: text } }).object)).toEqual(['c', 'a']);
});
