import { copyJson, Json, valueAt } from '../../src/json/json';

test('a copy shares nothing, and keeps every field', () => {
  const value = JSON.parse('{"a":[{"b":null}],"__proto__":{"c":1},"toString":0}') as { a: Json[] };
  const copy = copyJson(value);
  expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
  expect(copy.a).not.toBe(value.a);
  expect(copy.a[0]).not.toBe(value.a[0]);
});

test.each<[Json, Array<string | number>, Json | undefined]>([
  [{ a: [{ b: 1 }] }, ['a', 0, 'b'], 1],
  [{ a: null }, ['a'], null],
  [{ a: null }, ['a', 'b'], undefined],
  [{ a: [1] }, ['a', 1], undefined],
  [{ a: [1] }, ['a', 'length'], undefined],
  [{}, ['constructor'], undefined],
  ['text', [0], undefined],
  [7, [], 7],
])('in %j, %j leads to %j', (value, path, found) => {
  expect(valueAt(value, path)).toEqual(found);
});
