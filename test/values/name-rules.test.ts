import { annotationKeyProblem, labelKeyProblem, labelValueProblem } from '../../src/values/name-rules';

describe('a label key', () => {
  test.each(['a', 'A_b.c-9', 'example.org/team', 'a/b', 'x'.repeat(63), `${'a.'.repeat(126)}a/x`])('may be %s', (key) => {
    expect(labelKeyProblem('the key', key)).toBeUndefined();
  });
  test.each(['', 'a b', '-a', 'a-', '/a', 'a/', 'a/b/c', 'Example.org/team', 'x'.repeat(64), `${'a.'.repeat(127)}a/x`, 'é', 'a\n'])('may not be %j', (key) => {
    expect(labelKeyProblem('the key', key)).toMatchObject({ rule: 'SF-NAME', given: expect.stringContaining('the key "') });
  });
});

describe('a label value', () => {
  test.each(['', 'a', '1.0', 'A_b.c-9', 'x'.repeat(63)])('may be %j', (value) => {
    expect(labelValueProblem('the value', value)).toBeUndefined();
  });
  test.each(['a b', '-a', 'a.', 'a/b', 'x'.repeat(64), ' '])('may not be %j', (value) => {
    expect(labelValueProblem('the value', value)?.allowed).toContain('at most 63');
  });
});

test('the domain of an annotation key, and only there, may have upper case letters', () => {
  expect(annotationKeyProblem('the key', 'Example.org/team')).toBeUndefined();
  expect(annotationKeyProblem('the key', 'example.org/team size')?.given).toBe('the key "example.org/team size"');
});
