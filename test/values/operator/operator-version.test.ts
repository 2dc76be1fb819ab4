import { OperatorVersion } from '../../../src/index';
import { brokenRules } from '../../support';

test('a mirror keeps the names of the images and the tag', () => {
  const { images, tag } = OperatorVersion.custom({ registry: 'mirror.example.org/kie' })._behaviour;
  expect(images.dataIndexEphemeral).toBe('mirror.example.org/kie/incubator-kie-kogito-data-index-ephemeral:10.1.0');
  expect(images.dbMigrator).toBe('mirror.example.org/kie/kie-kogito-db-migrator-tool:10.1.0');
  expect(tag).toBe('10.1.0');
});

test('a single image beats registry and tag', () => {
  const { images } = OperatorVersion.custom({ tag: '10.1.1', images: { devMode: 'example.org/dev:1' } })._behaviour;
  expect(images.devMode).toBe('example.org/dev:1');
  expect(images.jobsServicePostgreSql).toBe('docker.io/apache/incubator-kie-kogito-jobs-service-postgresql:10.1.1');
});

test('a custom operator keeps the behaviour of its base', () => {
  const base = OperatorVersion.KUBESMARTS_1_X._behaviour;
  expect(OperatorVersion.custom({ base: OperatorVersion.KUBESMARTS_1_X })._behaviour).toEqual(base);
  expect(base.reactiveUrl).toBe('env');
});

test.each([
  [{ tag: '' }, ['SF-OPERATOR']],
  [{ tag: 'registry/image:1' }, ['SF-OPERATOR']],
  [{ devModeFailureThreshold: 0 }, ['SF-OPERATOR']],
  [{ tag: ':', devModeFailureThreshold: 1.5 }, ['SF-OPERATOR', 'SF-OPERATOR']],
  [{ tag: 'v1.0_rc-2', devModeFailureThreshold: 3 }, []],
])('%j', (options, rules) => {
  expect(brokenRules(() => OperatorVersion.custom(options))).toEqual(rules);
});

test('what was given can be changed afterwards', () => {
  const persistenceExtensions = ['a:b'];
  const version = OperatorVersion.custom({ persistenceExtensions });
  persistenceExtensions.push('c:d');
  expect(version._behaviour.persistenceExtensions).toEqual(['a:b']);
  expect(() => (version._behaviour.persistenceExtensions as string[]).push('x')).toThrow(TypeError);
});

test('a mirror of OpenShift Serverless Logic keeps the names and the tag of its images, whatever is compiled in', () => {
  const { images, tag } = OperatorVersion.custom({ base: OperatorVersion.OSL_1_37, registry: 'mirror.example.org/osl', tag: '1.37.2' })._behaviour;
  expect([images.builder, tag]).toEqual(['mirror.example.org/osl/logic-swf-builder-rhel9:1.37.3', '1.37.2']);
});

test('where the images have a tag of their own, another label leaves them as they are', () => {
  const base = OperatorVersion.custom({ base: OperatorVersion.OSL_1_38, images: { devMode: 'example.org/dev:1' } });
  expect(OperatorVersion.custom({ base, tag: '1.38.1' })._behaviour).toEqual({ ...base._behaviour, tag: '1.38.1' });
});
