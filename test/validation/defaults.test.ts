import { JsonObject } from '../../src/json/json';
import { withDefaults } from '../../src/validation/defaults';
import { StructuralSchema } from '../../src/validation/structural-schema';

const word: StructuralSchema = { type: 'string', default: 'x' };
const holder: StructuralSchema = { type: 'object', properties: { word } };

test.each<[string, StructuralSchema['properties'], JsonObject, JsonObject]>([
  ['a missing field gets it', { word }, {}, { word: 'x' }],
  ['a given value stays', { word }, { word: '' }, { word: '' }],
  ['a null is replaced', { word }, { word: null }, { word: 'x' }],
  ['a false default counts', { flag: { type: 'boolean', default: false } }, {}, { flag: false }],
  ['an object that is not there is not made', { holder }, {}, {}],
  ['in an object that is there', { holder }, { holder: {} }, { holder: { word: 'x' } }],
  ['in the items of a list', { list: { type: 'array', items: holder } }, { list: [{}, { word: 'y' }] }, { list: [{ word: 'x' }, { word: 'y' }] }],
  ['in the values of a map', { map: { type: 'object', additionalProperties: holder } }, { map: { a: {} } }, { map: { a: { word: 'x' } } }],
  ['for a null in a map', { map: { type: 'object', additionalProperties: word } }, { map: { a: null } }, { map: { a: 'x' } }],
  ['for a null in a list', { list: { type: 'array', items: word } }, { list: [null] }, { list: ['x'] }],
  ['within a default', { holder: { ...holder, default: {} } }, {}, { holder: { word: 'x' } }],
  ['nothing in what is not known', {}, { other: {} }, { other: {} }],
])('%s', (_what, properties, given, completed) => {
  const before = JSON.stringify(given);
  expect(withDefaults(given, { type: 'object', properties })).toEqual(completed);
  expect(JSON.stringify(given)).toBe(before);
});

test('a default that is an object is not shared', () => {
  const schema: StructuralSchema = { type: 'object', properties: { holder: { type: 'object', default: { list: [] } } } };
  const list = () => (withDefaults({}, schema).holder as JsonObject).list;
  expect(list()).not.toBe(list());
});
