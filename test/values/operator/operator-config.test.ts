import { stringify } from 'yaml';
import { OperatorImages, OperatorVersion } from '../../../src/index';
import { brokenRules } from '../../support';

const VARIABLES: Readonly<Record<string, string>> = {
  jobsServicePostgreSql: 'RELATED_IMAGE_JOBS_SERVICE_POSTGRESQL',
  jobsServiceEphemeral: 'RELATED_IMAGE_JOBS_SERVICE_EPHEMERAL',
  dataIndexPostgreSql: 'RELATED_IMAGE_DATA_INDEX_POSTGRESQL',
  dataIndexEphemeral: 'RELATED_IMAGE_DATA_INDEX_EPHEMERAL',
  dbMigrator: 'RELATED_IMAGE_DB_MIGRATOR_TOOL',
  builder: 'RELATED_IMAGE_BASE_BUILDER',
  devMode: 'RELATED_IMAGE_DEVMODE',
};
const ALL = Object.keys(VARIABLES) as Array<keyof typeof OperatorVersion.OSL_1_38._behaviour.images>;

const configMap = (settings: object, name = 'logic-operator-controllers-config') => ({
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { 'controllers_cfg.yaml': stringify(settings) },
});
const manager = (images: object, labels = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'logic-operator-controller-manager', labels },
  spec: {
    template: {
      spec: {
        containers: [
          { name: 'kube-rbac-proxy' },
          { name: 'manager', env: [{ name: 'POD_NAMESPACE', valueFrom: {} }, ...Object.entries(images).map(([what, value]) => ({ name: VARIABLES[what], value }))] },
        ],
      },
    },
  },
});
const service = (version: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'p-jobs-service', labels: { 'app.kubernetes.io/version': 'stale' } },
  spec: { template: { metadata: { labels: { 'app.kubernetes.io/managed-by': 'sonataflow-operator', 'sonataflow.org/service': 'p-jobs-service', 'app.kubernetes.io/version': version } } } },
});
const read = (objects: object[], base?: OperatorVersion) => OperatorVersion.fromConfig(stringify({ apiVersion: 'v1', kind: 'List', items: objects }), base)._behaviour;

test.each([
  ['1.38.1', OperatorVersion.fromName('osl-1.38.1')],
  ['1.38.0', OperatorVersion.fromName('osl-1.38.0')],
  ['1.37.0', OperatorVersion.fromName('osl-1.37.0')],
  ['1.37.2', OperatorVersion.fromName('osl-1.37.2')],
])('the variables of the manager of %s say which it is', (_name, operator) => {
  const images = OperatorImages.digests(operator);
  expect(read([configMap({ dbMigratorToolImageTag: '' }), manager(images)])).toEqual({
    ...operator._behaviour, images: { ...operator._behaviour.images, ...images },
  });
});

test.each([
  ['a mirror', { devMode: 'mirror.example.org/a/b/logic-swf-devmode-rhel9:1.37.0' }, OperatorVersion.fromName('osl-1.37.0')],
  ['the Apache operator', { devMode: 'docker.io/apache/incubator-kie-sonataflow-devmode:main' }, OperatorVersion.KUBESMARTS_1_X],
  ['images of nobody', { devMode: 'registry.example.org/dev:1' }, OperatorVersion.APACHE_10_1_0],
])('%s: what the images do not say is as in the release', (_name, images, operator) => {
  expect(read([manager(images)])).toEqual({ ...operator._behaviour, images: { ...operator._behaviour.images, ...images } });
});

test('the file of 1.36 names the images, whatever the case of its keys', () => {
  const tagged = OperatorVersion.OSL_1_36._behaviour.images;
  const operator = read([configMap({ jobsservicepostgresqlimagetag: tagged.jobsServicePostgreSql, SonataFlowDevModeImageTag: 'example.org/dev:2' })]);
  expect(operator).toEqual({ ...OperatorVersion.OSL_1_36._behaviour, images: { ...tagged, devMode: 'example.org/dev:2' } });
});

test('what installed it is what it is, also a patch that nobody knows', () => {
  expect(read([manager({ builder: 'example.org/b:1' }, { 'olm.owner': 'logic-operator.v1.37.0' })]).hibernateUpdatesSchema).toBe(true);
  expect(read([manager({ builder: 'example.org/b:1' }, { 'olm.owner': 'logic-operator.v1.38.7' })]).crds).toBe('1.x');
  expect(read([manager({ builder: 'example.org/b:1' }, { 'olm.owner': 'logic-operator-rhel8.v1.36.2' })]).instanceAndVersionLabels).toBe(false);
  const csv = { apiVersion: 'operators.coreos.com/v1alpha1', kind: 'ClusterServiceVersion', metadata: { name: 'logic-operator.v1.38.0' } };
  expect(read([configMap({}), csv]).tag).toBe('1.38.0');
});

test('a file beats a variable, and nothing beats nothing', () => {
  const { images } = read([configMap({ dataIndexEphemeralImageTag: 'f.example.org/d:1', devMode: '' }), manager({ dataIndexEphemeral: 'e.example.org/d:1' })],
    OperatorVersion.OSL_1_38);
  expect(images.dataIndexEphemeral).toBe('f.example.org/d:1');
  expect(images.devMode).toBe(OperatorVersion.OSL_1_38._behaviour.images.devMode);
});

test('the other settings', () => {
  const settings = {
    healthFailureThresholdDevMode: 7,
    kanikoDefaultWarmerImageTag: 'example.org/warmer:1',
    kogitoEventsGroupingCompress: true,
    postgreSQLPersistenceExtensions: [{ groupId: 'io.quarkus', artifactId: 'quarkus-agroal' }, { groupId: 'a', artifactId: 'b', version: '1' }],
  };
  expect(read([configMap(settings, 'sonataflow-operator-controllers-config')])).toMatchObject({
    devModeFailureThreshold: 7, groupedEventsCompressed: true, persistenceExtensions: ['io.quarkus:quarkus-agroal', 'a:b:1'], images: { kanikoWarmer: 'example.org/warmer:1' },
  });
});

test('0 and false are the operator\'s own', () => {
  expect(read([configMap({ healthFailureThresholdDevMode: 0, kogitoEventsGroupingCompress: false, postgreSQLPersistenceExtensions: [] })]))
    .toEqual(OperatorVersion.APACHE_10_1_0._behaviour);
});

test('the services say which label is written', () => {
  expect(read([configMap({}), service('1.37.1')], OperatorVersion.OSL_1_37).tag).toBe('1.37.1');
});

test('a release that is given is taken', () => {
  expect(read([manager(OperatorImages.digests(OperatorVersion.OSL_1_38))], OperatorVersion.OSL_1_37).reactiveUrl).toBe('env');
  expect(read([manager(OperatorImages.digests(OperatorVersion.OSL_1_38))], OperatorVersion.OSL_1_36).reactiveUrl).toBe('property');
});

test.each([
  ['nothing of an operator', stringify(service('1')), ['SF-OPERATOR']],
  ['no YAML', 'a: [', ['SF-INPUT-YAML']],
  ['images that nobody knows', stringify(manager({ builder: 'registry.redhat.io/openshift-serverless-1/logic-swf-builder-rhel9@sha256:00' })), ['SF-OPERATOR']],
  ['a ConfigMap that says not enough', stringify(configMap({ builderConfigMapName: 'logic-operator-builder-config' })), ['SF-OPERATOR']],
])('%s', (_what, config, rules) => {
  expect(brokenRules(() => OperatorVersion.fromConfig(config))).toEqual(rules);
});

test('all images can be configured', () => {
  const images = Object.fromEntries(ALL.map((what) => [what, `example.org/${what}:1`]));
  expect(read([manager(images)]).images).toMatchObject(images);
});
