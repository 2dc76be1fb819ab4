import { Severity } from '../../src/findings/finding';
import { Origin } from '../../src/findings/origin';
import { inFile } from '../../src/findings/place';
import { found } from '../../src/rules/found';
import { FIELD_BY_FIELD } from '../landscapes';

const WORDS = { given: 'g', allowed: 'a', fix: 'f' };

test.each([
  ['SF-NAME', Severity.ERROR],
  ['SF-INPUT-EMPTY', Severity.WARNING],
  ['SF-EVENT-DEV', Severity.INFORMATION],
] as const)('%s weighs what the catalogue says', (rule, severity) => {
  expect(found(rule, FIELD_BY_FIELD, WORDS)).toEqual({ rule, severity, page: `docs/rules/${rule}.md`, where: '', ...WORDS });
});

test('a violation may weigh something else', () => {
  expect(found('SF-NAME', FIELD_BY_FIELD, { ...WORDS, severity: Severity.WARNING }).severity).toBe('warning');
});

test('the field is named, and the origin says where it is, in a file by line and column', () => {
  const origin: Origin = { locate: (path = []) => inFile('f.yaml', path.length, 7) };
  expect(found('SF-NAME', origin, { ...WORDS, path: ['spec', 'states', 0, 'a.b'] })).toEqual({
    rule: 'SF-NAME',
    page: 'docs/rules/SF-NAME.md',
    severity: 'error',
    where: 'f.yaml:4:7',
    place: { file: 'f.yaml', line: 4, column: 7 },
    field: 'spec.states[0]["a.b"]',
    ...WORDS,
  });
});

test('what makes a rule moot is no part of a finding', () => {
  expect(found('SF-NAME', FIELD_BY_FIELD, { ...WORDS, correction: 'operatorStops' })).not.toHaveProperty('correction');
});
