import { renderingFindings } from '../../../src/checks/run';
import { JsonObject } from '../../../src/json/json';
import { Manifest } from '../../../src/manifests/parts/manifest';
import { platformManifests } from '../../../src/manifests/platform/platform-manifests';
import { Landscape } from '../../../src/model/landscape';
import { OperatorVersion } from '../../../src/values/operator/operator-version';
import { landscapeOf, LandscapeOptions } from '../../landscapes';
import { clusterPlatform, platform, POSTGRESQL, workflow } from '../../platforms';

const APACHE = { operator: OperatorVersion.APACHE_10_1_0, corrected: false };
const CONTINUED = { operator: OperatorVersion.KUBESMARTS_1_X, corrected: false };
const CORRECTED = { operator: OperatorVersion.APACHE_10_1_0, corrected: true };

const identity = ({ kind, metadata: { name, namespace } }: Manifest) => `${kind} ${String(namespace)}/${name}`;
const objects = (manifests: readonly Manifest[]) => manifests.map(identity);
const rules = (landscape: Landscape) => renderingFindings(landscape).map(({ rule, severity, field = '' }) => `${rule} ${severity} ${field}`.trim());

const KAFKA = { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', metadata: { name: 'bus', namespace: 'orders' } };
const BROKER = { eventing: { broker: { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus' } } } };
const CHANNEL = { ref: { apiVersion: 'messaging.knative.dev/v1', kind: 'Channel', name: 'bus' } };
const BOTH = { services: { dataIndex: {}, jobService: {} } };
const DATA_INDEX = ['ConfigMap orders/hub-data-index-service-props', 'Deployment orders/hub-data-index-service', 'Service orders/hub-data-index-service'];
const JOBS_SERVICE = ['ConfigMap orders/hub-jobs-service-props', 'Deployment orders/hub-jobs-service', 'Service orders/hub-jobs-service'];
const JOBS_EVENTS = [
  'Trigger orders/jobs-service-create-job-orders-hub', 'Trigger orders/jobs-service-delete-job-orders-hub', 'SinkBinding orders/hub-jobs-service-sb',
];
const CACHE = ['PersistentVolumeClaim orders/sonataflow-platform', 'Pod orders/sonataflow-platform-cache'];
const cacheOn = { build: { config: { strategyOptions: { KanikoBuildCacheEnabled: 'true' } } } };
const named = (name: string, spec: JsonObject, annotations: JsonObject = {}) => platform(spec, { name, annotations });
const SECONDARY = { 'sonataflow.org/secondary.platform': 'true' };
const FOREIGN = { 'sonataflow.org/operator.id': 'other' };

test.each([
  ['nothing in it', [platform({})], []],
  ['both services', [platform(BOTH)], [...DATA_INDEX, ...JOBS_SERVICE]],
  ['a disabled service is deployed', [platform({ services: { jobService: { enabled: false } } })], JOBS_SERVICE],
  ['a broker', [platform({ ...BROKER, services: { jobService: {} } })], [...JOBS_SERVICE, ...JOBS_EVENTS]],
  ['a sink alone makes no Triggers', [platform({ services: { jobService: { sink: { uri: 'http://x' } } } })], [...JOBS_SERVICE, JOBS_EVENTS[2]]],
  ['a source alone makes no SinkBinding', [platform({ services: { jobService: { source: BROKER.eventing.broker } } })],
    [...JOBS_SERVICE, ...JOBS_EVENTS.slice(0, 2)]],
  ['the kind of a source counts for nothing where there is a Broker of its name', [platform({ services: { jobService: { source: CHANNEL } } }), KAFKA],
    [...JOBS_SERVICE, ...JOBS_EVENTS.slice(0, 2)]],
  ['a source by address alone is passed over', [platform({ services: { dataIndex: { source: { uri: 'http://x' } } } })], DATA_INDEX],
  ['of two platforms the first is a duplicate', [named('first', { services: { dataIndex: {} } }), platform({ services: { jobService: {} } })], JOBS_SERVICE],
  ['a secondary one is deployed too', [named('hub', { services: { dataIndex: {} } }, SECONDARY), named('main', cacheOn)],
    [...DATA_INDEX, 'PersistentVolumeClaim orders/main', 'Pod orders/main-cache']],
  ['one of another operator is left alone', [named('hub', { ...BOTH, ...cacheOn }, FOREIGN)], []],
  ['a workflow without a platform gets one', [workflow()], ['SonataFlowPlatform orders/sonataflow-platform', ...CACHE]],
  ['a secondary platform is none', [workflow(), named('hub', {}, SECONDARY)], ['SonataFlowPlatform orders/sonataflow-platform', ...CACHE]],
  ['a workflow of another operator gets none', [workflow({}, { annotations: FOREIGN })], []],
  ['a cluster platform elsewhere changes nothing', [clusterPlatform({ platformRef: { name: 'x', namespace: 'y' } }), platform(BOTH)],
    [...DATA_INDEX, ...JOBS_SERVICE]],
])('what the operator makes: %s', (_what, resources, expected) => {
  const landscape = landscapeOf(resources, {}, APACHE);
  expect(objects(platformManifests(landscape, 'orders'))).toEqual(expected);
  expect(rules(landscape)).toEqual([]);
});

const odd = { services: { dataIndex: {}, jobService: { persistence: { postgresql: { secretRef: { name: 's' }, jdbcUrl: 'jdbc:db2://h/db' } } } } };
const SINK = { services: { jobService: { sink: { uri: 'http://x' } } } };
const notReady = { ...KAFKA, status: { conditions: [{ type: 'Ready', status: 'False' }] } };
const migrating = { services: { dataIndex: { persistence: { dbMigrationStrategy: 'job' } } }, persistence: { postgresql: POSTGRESQL } };
const failedJob = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'sonataflow-db-migrator-job', namespace: 'orders' }, status: { failed: 1 } };

test.each([
  ['10.1.0 cannot read a URL', [platform(odd)], {}, APACHE, DATA_INDEX,
    'SF-PG-JDBC-KIND warning spec.services.jobService.persistence.postgresql.jdbcUrl'],
  ['a broker by address alone', [platform({ ...BOTH, eventing: { broker: { uri: 'http://x' } } })], {}, CONTINUED, DATA_INDEX,
    'SF-EVENT-BROKER-URI warning spec.eventing.broker'],
  ['a source of another kind', [platform({ services: { dataIndex: { source: CHANNEL }, jobService: {} } })], {}, APACHE, DATA_INDEX,
    'SF-EVENT-BROKER-KIND warning spec.services.dataIndex.source'],
  ['a broker that is not ready', [platform({ ...BOTH, ...BROKER }), notReady], {}, APACHE, DATA_INDEX, 'SF-EVENT-BROKER-READY warning spec.eventing.broker'],
  ['a broker without Knative', [platform({ ...BOTH, ...BROKER })], { knative: false }, APACHE, DATA_INDEX,
    'SF-EVENT-NO-KNATIVE warning spec.services.dataIndex'],
  ['a migration that failed', [platform(migrating), failedJob], {}, APACHE, [], 'SF-MIGRATION-FAILED warning spec.services'],
])('where the operator gives up: %s', (_what, resources, facts, options, expected, rule) => {
  const landscape = landscapeOf(resources as JsonObject[], facts, options);
  expect(objects(platformManifests(landscape, 'orders'))).toEqual(expected);
  expect(rules(landscape)).toEqual([rule]);
});

test.each([
  ['10.1.0 leaves out the Deployment', APACHE, [JOBS_SERVICE[0], JOBS_SERVICE[2]]],
  ['1.x stops before it', CONTINUED, [JOBS_SERVICE[0]]],
])('a sink without Knative: %s', (_what, options, expected) => {
  expect(objects(platformManifests(landscapeOf([platform(SINK)], { knative: false }, options), 'orders'))).toEqual(expected);
});

test.each([
  ['1.x reads every URL', [platform(odd)], CONTINUED, [...DATA_INDEX, ...JOBS_SERVICE]],
  ['10.1.0 migrates first', [platform(migrating)], APACHE, ['Job orders/sonataflow-db-migrator-job', ...DATA_INDEX]],
  ['a Job that is there is left alone', [platform(migrating), { ...failedJob, status: { succeeded: 1 } }], APACHE, DATA_INDEX],
  ['there is one Job in a namespace', [named('second', migrating, SECONDARY), platform(migrating)], APACHE, [
    'Job orders/sonataflow-db-migrator-job',
    ...DATA_INDEX.map((name) => name.replace('hub', 'second')),
    ...DATA_INDEX,
  ]],
])('releases and migration: %s', (_what, resources, options, expected) => {
  expect(objects(platformManifests(landscapeOf(resources as JsonObject[], {}, options), 'orders'))).toEqual(expected);
});

test.each([
  ['no platform is made up', [workflow()], { builtImage: 'example.org/{namespace}/{name}' }, [], []],
  ['no cache of builds', [platform(cacheOn)], {}, [], []],
  ['the migration Job is named after what it does', [platform(migrating)], {}, ['Job orders/sonataflow-db-migrator-job-ed86fd99', ...DATA_INDEX], []],
  ['a migration without a database is an error', [platform({ services: { dataIndex: { persistence: { dbMigrationStrategy: 'job' } } } })], {}, DATA_INDEX,
    ['SF-MIGRATION-NO-PG error spec.services.dataIndex.persistence.dbMigrationStrategy']],
  ['one that is not ready may become so', [platform({ ...BROKER, services: { jobService: {} } }), notReady], {}, [...JOBS_SERVICE, ...JOBS_EVENTS], []],
  ['Knative is missing', [platform({ ...BROKER, services: { jobService: {} } })], { knative: false }, JOBS_SERVICE,
    ['SF-EVENT-NO-KNATIVE error spec.services.jobService']],
])('with corrections: %s', (_what, resources, facts, expected, found) => {
  const landscape = landscapeOf(resources as JsonObject[], facts, CORRECTED);
  expect(objects(platformManifests(landscape, 'orders'))).toEqual(expected);
  expect(rules(landscape)).toEqual(found);
});

describe('objects that are there already', () => {
  const there = (apiVersion: string, kind: string, name: string, rest: JsonObject = {}) =>
    ({ apiVersion, kind, metadata: { name, namespace: 'orders', labels: { mine: 'yes' } }, ...rest });
  const deployment = there('apps/v1', 'Deployment', 'hub-data-index-service', { spec: { revisionHistoryLimit: 3 } });
  const mine = (resources: readonly JsonObject[], options: LandscapeOptions) => platformManifests(landscapeOf(resources, {}, options), 'orders')
    .filter(({ metadata: { labels } }) => (labels as JsonObject).mine === 'yes').map(({ kind }) => kind);

  test.each([
    ['configuration, Deployment and Service are taken over', [
      platform(BOTH), deployment, there('v1', 'Service', 'hub-data-index-service'), there('v1', 'ConfigMap', 'hub-jobs-service-props'),
    ], APACHE, ['Deployment', 'Service', 'ConfigMap']],
    ['so are eventing objects', [
      platform({ ...BROKER, services: { jobService: {} } }), there('sources.knative.dev/v1', 'SinkBinding', 'hub-jobs-service-sb'),
      there('eventing.knative.dev/v1', 'Trigger', 'jobs-service-create-job-orders-hub'),
    ], CONTINUED, ['Trigger', 'SinkBinding']],
    ['10.1.0 merges into a Deployment after a migration', [platform(migrating), deployment], APACHE, ['Deployment']],
    ['1.x deletes it before the migration', [platform(migrating), deployment], CONTINUED, []],
    ['not if the migration has been', [platform(migrating), deployment, there('batch/v1', 'Job', 'sonataflow-db-migrator-job-ea90e208')], CONTINUED, ['Deployment']],
    ['with corrections nobody deletes', [platform(migrating), deployment], { ...CONTINUED, corrected: true }, ['Deployment']],
  ])('%s', (_what, resources, options, kinds) => expect(mine(resources as JsonObject[], options)).toEqual(kinds));
});

test('the Service of a supporting service', () => {
  const manifests = platformManifests(landscapeOf([platform({ services: { jobService: {} } })], {}, APACHE), 'orders');
  expect(manifests.find(({ kind }) => kind === 'Service')!.spec).toEqual({
    ports: [{ name: 'h2c', protocol: 'TCP', port: 80, targetPort: 8080 }], selector: { 'sonataflow.org/service': 'hub-jobs-service' },
  });
});

test('the same input gives the same output and stays as it was', () => {
  const landscape = landscapeOf([platform({ ...BOTH, ...BROKER, persistence: { postgresql: POSTGRESQL } })], {}, CORRECTED);
  expect(platformManifests(landscape, 'orders')).toEqual(platformManifests(landscape, 'orders'));
});
