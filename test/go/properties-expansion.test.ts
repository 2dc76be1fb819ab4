import { ExpandableProperties } from '../../src/go/properties-expansion';

function expanded(properties: Record<string, string>, name: string) {
  return new ExpandableProperties(Object.entries(properties)).expanded(name);
}

test.each<[text: string, properties: Record<string, string>, expected: string]>([
  ['x', {}, 'x'],
  ['a${b}c', { b: 'B' }, 'aBc'],
  ['${b}${b}', { b: '${c}', c: 'C' }, 'CC'],
  ['${none}', {}, ''],
  ['$${b}', { b: '{c}', c: 'C' }, 'C'],
  ['$${b}', { b: '{c', c: 'C' }, '$${b'],
  ['${b}{c}', { b: '$', c: 'C' }, 'C'],
  ['${b}${e}{c}', { b: '$', e: '', c: 'C' }, 'C'],
  ['x$${e}{c}y', { e: '', c: 'C' }, 'xCy'],
  ['}${b}', { b: 'B' }, '}B'],
])('%s of %j is %s', (text, properties, expected) => {
  const value = expanded({ ...properties, a: text }, 'a');
  if (expected === '$${b') expect(value).toMatchObject({ reason: 'a "${" without "}"' });
  else expect(value).toBe(expected);
});

test.each<[properties: Record<string, string>, reason: RegExp]>([
  [{ a: '${a}' }, /circular: a -> a/],
  [{ a: '${b}', b: '${a}' }, /circular: a -> b -> a/],
  [{ a: 'x${b' }, /without/],
  [{ p: '$$', q: '{p}{q}', a: '$${q}' }, /without end/],
  [Object.fromEntries([...Array.from({ length: 26 }, (_, i) => [i === 0 ? 'a' : `a${i}`, `\${a${i + 1}}\${a${i + 1}}`]), ['a26', 'xxxx']]), /for more than/],
  [Object.fromEntries(Array.from({ length: 70 }, (_, i) => [i === 0 ? 'a' : `a${i}`, `\${a${i + 1}}`])), /too deeply/],
])('%j is refused', (properties, reason) => {
  expect(expanded(properties, 'a')).toMatchObject({ failed: true, reason: expect.stringMatching(reason) });
});

test.each<[Record<string, string>, string, boolean]>([
  [{}, 'plain', true],
  [{ b: '${c}' }, '${b}', true],
  [{}, '${a}', false],
  [{ a: 'older' }, '${a}', false],
  [{ b: '${a}' }, '${b}', false],
  [{}, 'x${b', false],
  [{ b: '${b}' }, 'fine', true],
])('beside %j %s is taken: %s', (others, value, taken) => {
  expect(new ExpandableProperties(Object.entries(others)).set('a', value) === undefined).toBe(taken);
});

test('a value that is not taken leaves the one before, expanded', () => {
  const properties = new ExpandableProperties([['b', 'x'], ['a', '${b}-y']]);
  expect(properties.set('a', '${a}')).toMatchObject({ failed: true });
  expect(properties.get('a')).toBe('x-y');
});

test('a new value is seen by those who were asked before', () => {
  const properties = new ExpandableProperties([['a', '${b}']]);
  expect(properties.expanded('a')).toBe('');
  expect(properties.set('b', 'B')).toBeUndefined();
  expect(properties.expanded('a')).toBe('B');
});

test('forty thousand expressions in one value are no more work than they are long', () => {
  expect(expanded({ a: '${b}'.repeat(40_000), b: 'B' }, 'a')).toBe('B'.repeat(40_000));
});

test('many expressions that are asked for again and again are too much in all', () => {
  const names = Array.from({ length: 2000 }, (_, i) => `a${i}`);
  const properties = new ExpandableProperties([['all', names.map((name) => `\${${name}}`).join('')]]);
  const refused = names.map((name) => properties.set(name, 'x') ?? properties.set('p', '${all}')).filter((problem) => problem !== undefined);
  expect(refused.at(-1)).toMatchObject({ reason: expect.stringContaining('in all properties together') });
});
