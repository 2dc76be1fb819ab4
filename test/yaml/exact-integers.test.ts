import { Json } from '../../src/json/json';
import { withExactIntegers } from '../../src/yaml/exact-integers';
import { writeYaml } from '../../src/yaml/writing';
import { readYaml } from '../../src/yaml/yaml';

const written = (text: string) => writeYaml(withExactIntegers(readYaml(text, 'a.yaml').documents[0].object as Json));

test.each<[string, string, string]>([
  ['in an object', 'a: 9007199254740993', 'a: 9007199254740993'],
  ['in a list', 'a: [1, -9007199254740993]', 'a:\n  - 1\n  - -9007199254740993'],
  ['of sixty-four bits', 'a: {b: 9223372036854775807}', 'a:\n  b: 9223372036854775807'],
  ['in JSON', '{"a": {"b": 1234567890123456789}}', 'a:\n  b: 1234567890123456789'],
  ['by an alias of it', 'a: &n 9007199254740993\nb: *n', 'a: 9007199254740993\nb: 9007199254740993'],
  ['by an alias of what it is in', 'a: &m {id: 9007199254740993}\nb: *m', 'a:\n  id: 9007199254740993\nb:\n  id: 9007199254740993'],
  ['by a merge', 'a: &m {id: 9007199254740993}\nb: {<<: *m}', 'a:\n  id: 9007199254740993\nb:\n  id: 9007199254740993'],
  ['not where another value takes its place', 'a: &m {id: 9007199254740993}\nb: {<<: *m, id: 5}', 'a:\n  id: 9007199254740993\nb:\n  id: 5'],
  ['not where the one of a merge does', 'a: &m {id: 5}\nb: {id: 9007199254740993, <<: *m}', 'a:\n  id: 5\nb:\n  id: 5'],
  ['beyond the integers of kubectl it is a number', 'a: 18446744073709551616', 'a: 18446744073709552000'],
])('an integer with many digits keeps them when it is written again: %s', (_where, text, expected) => expect(written(text)).toBe(`${expected}\n`));
