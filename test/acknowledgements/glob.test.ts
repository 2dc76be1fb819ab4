import { matchesGlob } from '../../src/acknowledgements/glob';

test.each([
  ['', '', true],
  ['', '*', true],
  ['', '?', false],
  ['orders', 'orders', true],
  ['orders', 'order', false],
  ['order', 'orders', false],
  ['orders', '*', true],
  ['orders', 'o*s', true],
  ['orders', 'o*d*', true],
  ['orders', 'o?ders', true],
  ['orders', 'o?der', false],
  ['team-01-dev', 'team-*-dev', true],
  ['team-01-dev', 'team-??-*', true],
  ['team-01-prod', 'team-*-dev', false],
  ['a.b', 'a?b', true],
  ['axb', 'a.b', false],
  ['aXbXc', '*X*', true],
])('%j is %j: %s', (text, pattern, expected) => {
  expect(matchesGlob(text, pattern)).toBe(expected);
});

test('many stars take no time', () => {
  expect(matchesGlob('a'.repeat(250), `${'*a'.repeat(100)}*b`)).toBe(false);
});
