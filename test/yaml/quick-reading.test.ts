import * as fc from 'fast-check';
import { disagreement, mutated } from './quick-reading';
import { readPlainObject } from '../../src/yaml/quick-reading';

test.each([
  ['blocks', 'a:\n  b: c\n  d:\n  - 1\n  - e: true\n    f: ~\n', { a: { b: 'c', d: [1, { e: true, f: null }] } }],
  ['what kubectl takes for booleans', 'a: y\nb: Off\nc: "y"\n', { a: true, b: false, c: 'y' }],
  ['numbers', 'a: 0x1F\nb: 010\nc: 1_000\nd: 1e3\ne: 1.2.3\n', { a: 31, b: 8, c: 1000, d: 1000, e: '1.2.3' }],
  ['texts of several lines', 'a: |\n  x\n   y\nb: >-\n  x\n  y\nc: one\n  two\n', { a: 'x\n y\n', b: 'x y', c: 'one two' }],
  ['brackets and quotes', '{"a": ["b", \'c\', d], e: {}}\n', { a: ['b', 'c', 'd'], e: {} }],
  ['lists of brackets', 'a: [{b: 1}, {c: [2, [d]]}, []]\ne: {f: {}, g: [{}]}\n', { a: [{ b: 1 }, { c: [2, ['d']] }, []], e: { f: {}, g: [{}] } }],
  ['expressions', 'a: ${ .b * 2 != 4 & "c" }\n', { a: '${ .b * 2 != 4 & "c" }' }],
  ['quoted text whose next line is not indented', 'a:\n  b: "one\n  two"\n', { a: { b: 'one two' } }],
])('%s', (_what, text, object) => {
  expect(readPlainObject(text)).toEqual(object);
});

test.each([
  ['an anchor', 'a: &b c\n'], ['an alias', 'a: &b c\nd: *b\n'], ['a tag', 'a: !!str 1\n'], ['a tag of nobody', 'a: !b c\n'], ['a merge', 'a:\n  <<: {}\n'],
  ['a key twice', 'a: 1\na: 2\n'], ['a key that is no string', '8080: a\n'], ['an empty key', '{: a}\n'], ['a list as key', '[a]: b\n'], ['a list as key in brackets', 'a: {b: c, [d]}\n'], ['an object as key in brackets', 'a: [{{b: c}}]\n'], ['an explicit key', '? a\n: b\n'],
  ['infinity', 'a: .inf\n'], ['an integer that is rounded', 'a: 9007199254740993\n'], ['a tab', 'a:\tb\n'], ['a directive', '%YAML 1.1\n---\na: b\n'],
  ['the end of a document', 'a: b\n...\n'], ['an escape of JSON', 'a: "\\/"\n'], ['a comment that touches', 'a: "b"#c\n'], ['a list', '- a\n'], ['a word', 'a\n'], ['nothing', ''],
  ['no YAML', 'a: [\n'], ['too deep', `a: ${'['.repeat(250)}${']'.repeat(250)}\n`],
])('%s is left to the thorough reading', (_what, text) => {
  expect(readPlainObject(text)).toBeUndefined();
});

test('for good', () => {
  const object = readPlainObject('a: [{b: c}]\n');
  expect(() => Object.assign((object?.a as object[])[0] ?? {}, { b: 'd' })).toThrow(TypeError);
});

test('reads nothing otherwise than the thorough reading', () => {
  fc.assert(fc.property(mutated, (text) => { expect(disagreement(text)).toBeUndefined(); }), { seed: 16, numRuns: 400 });
});
