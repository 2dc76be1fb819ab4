import { OperatorImages, OperatorVersion } from '../../../src/index';
import { OPERATORS } from '../../../src/values/operator/operator-releases';
import { brokenRules } from '../../support';

const REGISTRY = 'registry.redhat.io/openshift-serverless-1';

test.each([
  ['osl-1.37.0', 'sha256:10503b5a1f1629df1ee61d9009e720f625c05df515078157ba5ed683c1308012'],
  ['osl-1.37.1', 'sha256:43e7de3c06c7bafe7b417d05b9abbc177237e71f7b7337a87010e3e630898256'],
  ['osl-1.37.2', 'sha256:d4b05163a292b6bec3e22e1fd2c19de19edf039f2b4cbc1b0903f11629107e50'],
  ['osl-1.37', 'sha256:6a01d0046801d661e24840283d3bd37a6df767df123fde1645fd1b5599844744'],
  ['osl-1.38.0', 'sha256:e13d0e91a0627f968a3bdddb307d66e218667890b103d33016fbc8fdd39701a4'],
  ['osl-1.38', 'sha256:892b94edaa09067f9357bb0ecc7a48a297d30101daa5c84a7eb71053b6acd63e'],
])('the Jobs Service of %s', (name, digest) => {
  expect(OperatorImages.digests(OperatorVersion.fromName(name)).jobsServicePostgreSql).toBe(`${REGISTRY}/logic-jobs-service-postgresql-rhel9@${digest}`);
});

test('they are all different, and take the place of the tags', () => {
  const operators = Object.keys(OPERATORS).filter((name) => /^osl-1\.3[78]\.\d$/.test(name)).map((name) => OperatorVersion.fromName(name));
  const images = operators.map((base) => OperatorVersion.custom({ base, images: OperatorImages.digests(base) }))
    .flatMap(({ _behaviour }) => Object.values(_behaviour.images));
  const digests = images.filter((image) => /@sha256:[0-9a-f]{64}$/.test(image));
  expect([digests.length, new Set(digests).size]).toEqual([42, 42]);
});

test('a mirror keeps them', () => {
  const mirrored = OperatorVersion.custom({ base: OperatorVersion.OSL_1_38, registry: 'mirror.example.org/osl' });
  expect(OperatorImages.digests(mirrored).devMode).toMatch(/^mirror\.example\.org\/osl\/logic-swf-devmode-rhel9@sha256:76d88ddf/);
});

test.each([['1.36', OperatorVersion.OSL_1_36], ['10.1.0', OperatorVersion.APACHE_10_1_0]])('%s runs its images by tag', (_name, operator) => {
  expect(brokenRules(() => OperatorImages.digests(operator))).toEqual(['SF-OPERATOR']);
});
