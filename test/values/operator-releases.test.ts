import { OperatorVersion } from '../../src';
import { crdOf, KINDS } from '../../src/validation/crds';
import { DEFAULT_RELEASE, OPERATOR_RELEASE_NAMES, OPERATOR_RELEASES } from '../../src/values/operator-releases';

describe.each(OPERATOR_RELEASE_NAMES)('%s', (release) => {
  const behaviour = OPERATOR_RELEASES[release];

  test('is a member of OperatorVersion', () => {
    expect(Object.values(OperatorVersion).map(({ _behaviour }: OperatorVersion) => _behaviour)).toContain(behaviour);
  });

  test.each(KINDS)('has the CRD of a %s', (kind) => {
    expect(crdOf(behaviour.crds, kind).kind).toBe(kind);
  });

  test('cannot be changed', () => {
    expect(() => Object.assign(behaviour.images, { devMode: '' })).toThrow(TypeError);
  });
});

test('where no operator is named, one is meant', () => {
  expect(OperatorVersion.custom({})._behaviour).toEqual(OPERATOR_RELEASES[DEFAULT_RELEASE]);
  expect(OperatorVersion.APACHE_10_1_0._behaviour).toBe(OPERATOR_RELEASES[DEFAULT_RELEASE]);
});
