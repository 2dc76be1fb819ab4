import { OperatorVersion } from '../../../src/index';
import { crdOf, KINDS } from '../../../src/validation/crds';
import { DEFAULT_RELEASE, OPERATOR_RELEASE_NAMES, OPERATOR_RELEASES, OPERATORS } from '../../../src/values/operator/operator-releases';

describe.each(OPERATOR_RELEASE_NAMES)('%s', (release) => {
  const behaviour = OPERATOR_RELEASES[release];

  test('is a member of OperatorVersion, or can be named', () => {
    const members = [...Object.values(OperatorVersion) as OperatorVersion[], OperatorVersion.fromName('osl-1.37.0')];
    expect(members.map(({ _behaviour }) => _behaviour)).toContain(behaviour);
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

test.each([
  ['osl-1.36', 'registry.redhat.io/openshift-serverless-1/logic-jobs-service-postgresql-rhel8:1.36.0'],
  ['osl-1.36.2', 'registry.redhat.io/openshift-serverless-1/logic-jobs-service-postgresql-rhel8:1.36.0'],
  ['osl-1.37', 'registry.redhat.io/openshift-serverless-1/logic-jobs-service-postgresql-rhel9:1.37.3'],
  ['osl-1.37.0', 'registry.redhat.io/openshift-serverless-1/logic-jobs-service-postgresql-rhel9:1.37.0'],
  ['osl-1.37.1', 'registry.redhat.io/openshift-serverless-1/logic-jobs-service-postgresql-rhel9:1.37.1'],
  ['osl-1.38.0', 'registry.redhat.io/openshift-serverless-1/logic-jobs-service-postgresql-rhel9:1.38.0'],
  ['osl-1.38', 'registry.redhat.io/openshift-serverless-1/logic-jobs-service-postgresql-rhel9:1.38.1'],
] as const)('the Jobs Service of %s is %s', (name, image) => {
  expect(OPERATORS[name].images.jobsServicePostgreSql).toBe(image);
});

test('patches of a release differ in nothing but the images', () => {
  const { images: _, imageNaming: __, ...first } = OPERATORS['osl-1.38.0'];
  expect(OPERATORS['osl-1.38.1']).toMatchObject(first);
});

test.each([
  ['rhdh-1.7', 'osl-1.36'], ['rhdh-1.8', 'osl-1.36'], ['rhdh-1.9', 'osl-1.37'], ['rhdh-1.10', 'osl-1.38'],
] as const)('%s installs %s', (alias, name) => {
  expect(OPERATORS[alias]).toBe(OPERATOR_RELEASES[name]);
});

test('a name that nobody has is an error with the nearest one', () => {
  expect(() => OperatorVersion.fromName('1.38')).toThrow(/operator "1\.38".*did you mean "osl-1\.38"\?/);
});
