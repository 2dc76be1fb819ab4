import { nearestWord, quote, suggest } from '../../src/findings/words';

test.each([
  ['jop', ['service', 'job', 'none'], 'job'],
  ['GitOps', ['dev', 'preview', 'gitops'], 'gitops'],
  ['databasename', ['databaseName', 'databaseSchema'], 'databaseName'],
  ['something else', ['dev', 'preview'], undefined],
  ['', ['dev'], undefined],
])('nearest to %j in %j is %j', (given, allowed, expected) => {
  expect(nearestWord(given, allowed)).toBe(expected);
});

test('without a near word all are named', () => {
  expect(suggest('xyzxyz', ['dev', 'preview'])).toBe('use one of dev, preview');
});

test.each<[unknown, string]>([
  ['a\nb', '"a\\nb"'], [undefined, 'nothing'], [null, 'null'], [{ a: 1 }, '{"a":1}'], ['x'.repeat(500), `"${'x'.repeat(116)}...`],
])('%j is quoted as %s', (value, expected) => {
  expect(quote(value)).toBe(expected);
});
