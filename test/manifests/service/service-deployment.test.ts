import { JsonObject } from '../../../src/json/json';
import { platformManifests } from '../../../src/manifests/platform/platform-manifests';
import { OperatorVersion } from '../../../src/values/operator/operator-version';
import { landscapeOf, LandscapeOptions } from '../../landscapes';
import { platform, POSTGRESQL } from '../../platforms';

const APACHE = { operator: OperatorVersion.APACHE_10_1_0, corrected: false };
const CONTINUED = { operator: OperatorVersion.KUBESMARTS_1_X, corrected: false };
const CORRECTED = { operator: OperatorVersion.APACHE_10_1_0, corrected: true };

interface Container extends JsonObject { name: string; env: JsonObject[]; ports: JsonObject[]; volumeMounts: JsonObject[] }
interface PodSpec extends JsonObject { containers: Container[]; initContainers: Container[]; volumes: JsonObject[] }
interface Spec { replicas: number; template: { metadata: { annotations?: Record<string, string> }; spec: PodSpec } }

function deployment(spec: JsonObject, options: LandscapeOptions, objects: readonly JsonObject[] = []): Spec {
  const manifests = platformManifests(landscapeOf([platform(spec), ...objects], {}, options), 'orders');
  return manifests.find(({ kind }) => kind === 'Deployment')!.spec as unknown as Spec;
}

const podSpec = (podTemplate: JsonObject, options: LandscapeOptions) =>
  deployment({ services: { dataIndex: { podTemplate } } }, options).template.spec;
const container = (users: JsonObject, options: LandscapeOptions) => podSpec({ container: users }, options).containers[0];
const names = (items: readonly JsonObject[]) => items.map(({ name }) => name);

const OWN_VOLUME = { name: 'application-config', configMap: { name: 'hub-data-index-service-props' } };
const OWN_MOUNT = { name: 'application-config', mountPath: '/home/kogito/config' };
const OWN_PORT = { name: 'h2c', containerPort: 8080, protocol: 'TCP' };
const VOLUME = { name: 'data', emptyDir: {} };
const MOUNT = { name: 'data', mountPath: '/data' };
const PORT = { name: 'debug', containerPort: 5005 };

test.each([
  ['10.1.0: Data Index', APACHE, { dataIndex: {} }, ['QUARKUS_HIBERNATE_ORM_DATABASE_GENERATION', 'QUARKUS_FLYWAY_MIGRATE_AT_START']],
  ['10.1.0: Jobs Service', APACHE, { jobService: {} }, ['QUARKUS_FLYWAY_MIGRATE_AT_START', 'KOGITO_JOBS_SERVICE_LOADJOBERRORSTRATEGY']],
  ['1.x: Data Index', CONTINUED, { dataIndex: {} }, ['KOGITO_PERSISTENCE_TYPE', 'QUARKUS_FLYWAY_MIGRATE_AT_START']],
])('the last variables: %s', (_what, options, services, last) => {
  const { env } = deployment({ services, persistence: { postgresql: POSTGRESQL } }, options).template.spec.containers[0];
  expect(names(env).slice(-2)).toEqual(last);
});

test('1.x gives the Jobs Service its reactive URL after the JDBC URL', () => {
  const { env } = deployment({ services: { jobService: {} }, persistence: { postgresql: POSTGRESQL } }, CONTINUED).template.spec.containers[0];
  expect(env.slice(3, 5)).toEqual([
    { name: 'QUARKUS_DATASOURCE_JDBC_URL', value: 'jdbc:postgresql://pg.data:6432/flows?currentSchema=hub-jobs-service' },
    { name: 'QUARKUS_DATASOURCE_REACTIVE_URL', value: 'postgresql://pg.data:6432/flows?search_path=hub-jobs-service' },
  ]);
});

test('variables of the user come last, once each, and never in place of the operator\'s', () => {
  const users = [{ name: 'KOGITO_DATA_INDEX_QUARKUS_PROFILE', value: 'mine' }, { name: 'A', value: '1' }, { name: 'A', value: '2' }, { name: 'B', value: '' }];
  expect(container({ env: users }, APACHE).env).toEqual([
    { name: 'KOGITO_DATA_INDEX_QUARKUS_PROFILE', value: 'http-events-support' }, { name: 'A', value: '1' }, { name: 'B' },
  ]);
});

test.each([
  ['Data Index: any number', { dataIndex: { podTemplate: { replicas: 3 } } }, 3],
  ['Data Index: one', { dataIndex: {} }, 1],
  ['Jobs Service: never several', { jobService: { podTemplate: { replicas: 3 } } }, 1],
  ['Jobs Service: none', { jobService: { podTemplate: { replicas: 0 } } }, 0],
])('replicas: %s', (_what, services, replicas) => expect(deployment({ services }, APACHE).replicas).toBe(replicas));

test('containers of the user come first; one with the name of the service is replaced', () => {
  const side = { name: 'side', image: 'side' };
  expect(names(podSpec({ containers: [side] }, APACHE).containers)).toEqual(['side', 'data-index-service']);
  const replaced = podSpec({ containers: [{ name: 'data-index-service', image: 'mine' }, side] }, APACHE).containers;
  expect(replaced.map(({ name, image }) => [name, image])).toEqual([
    ['data-index-service', 'docker.io/apache/incubator-kie-kogito-data-index-ephemeral:10.1.0'], ['side', 'side'],
  ]);
});

describe('lists of the user', () => {
  test('replace the operator\'s', () => {
    expect(podSpec({ volumes: [VOLUME] }, APACHE).volumes).toEqual([VOLUME]);
    expect(container({ volumeMounts: [MOUNT], ports: [PORT] }, APACHE)).toMatchObject({ volumeMounts: [MOUNT], ports: [PORT] });
  });

  test('with corrections they go beside the operator\'s', () => {
    expect(podSpec({ volumes: [VOLUME] }, CORRECTED).volumes).toEqual([OWN_VOLUME, VOLUME]);
    const { volumeMounts, ports } = container({ volumeMounts: [MOUNT], ports: [PORT] }, CORRECTED);
    expect({ volumeMounts, ports }).toEqual({ volumeMounts: [OWN_MOUNT, MOUNT], ports: [OWN_PORT, PORT] });
  });

  test.each([
    ['a port of the name', 'ports', { name: 'h2c', containerPort: 9090 }],
    ['a port of the number', 'ports', { name: 'http', containerPort: 8080 }],
    ['a mount of the directory', 'volumeMounts', { name: 'mine', mountPath: '/home/kogito/config' }],
  ])('with corrections an entry in place of the operator\'s stays alone: %s', (_what, field, entry) => {
    expect(container({ [field]: [entry] }, CORRECTED)[field]).toEqual([entry]);
  });

  test('with corrections a volume in place of the operator\'s stays alone', () => {
    const mine = { name: 'application-config', emptyDir: {} };
    expect(podSpec({ volumes: [mine] }, CORRECTED).volumes).toEqual([mine]);
  });
});

describe('a probe with another handler', () => {
  const users = { readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 5 } };

  test('has two handlers', () => expect(container(users, APACHE).readinessProbe).toMatchObject({ httpGet: {}, tcpSocket: {} }));

  test('with corrections it has the user\'s, and the operator\'s numbers', () => {
    expect(container(users, CORRECTED).readinessProbe).toEqual({
      tcpSocket: { port: 8080 }, initialDelaySeconds: 45, timeoutSeconds: 10, periodSeconds: 5, successThreshold: 1, failureThreshold: 4,
    });
  });

  test('with corrections the same handler is merged', () => {
    expect(container({ livenessProbe: { httpGet: { path: '/alive' } } }, CORRECTED).livenessProbe).toMatchObject({
      httpGet: { path: '/alive', port: 8080, scheme: 'HTTP' },
    });
  });
});

describe('pods roll when their properties change', () => {
  const annotations = (spec: JsonObject, options: LandscapeOptions) => deployment(spec, options).template.metadata.annotations;

  test('not the operator\'s', () => expect(annotations({ services: { dataIndex: {} } }, APACHE)).toBeUndefined());

  test('with corrections by a checksum', () => {
    const alone = annotations({ services: { jobService: {} } }, CORRECTED)!['sonataflow.org/checksum-config'];
    expect(alone).toMatch(/^[0-9a-f]{64}$/);
    expect(annotations({ services: { jobService: { source: { uri: 'http://x' } } } }, CORRECTED)!['sonataflow.org/checksum-config']).not.toBe(alone);
  });
});

describe('migration by Job', () => {
  const JOB = { dbMigrationStrategy: 'job' };
  const users = { initContainers: [{ name: 'mine', image: 'mine' }] };
  const spec = {
    services: { jobService: { persistence: JOB, podTemplate: users } },
    persistence: { postgresql: { ...POSTGRESQL, secretRef: { name: 'pg-login' } } },
  };

  test('the operator\'s pods do not migrate', () => {
    expect(deployment(spec, APACHE).template.spec.initContainers).toEqual(users.initContainers);
  });

  test('with corrections each pod runs the migrator for its own service before it starts', () => {
    expect(deployment(spec, CORRECTED).template.spec.initContainers).toEqual([...users.initContainers, {
      name: 'db-migration-container',
      image: 'docker.io/apache/kie-kogito-db-migrator-tool:10.1.0',
      env: [
        { name: 'MIGRATE_DB_DATAINDEX', value: 'false' },
        { name: 'MIGRATE_DB_JOBSSERVICE', value: 'true' },
        { name: 'QUARKUS_DATASOURCE_JOBSSERVICE_JDBC_URL', value: 'jdbc:postgresql://pg.data:6432/flows?currentSchema=hub-jobs-service' },
        { name: 'QUARKUS_DATASOURCE_JOBSSERVICE_USERNAME', valueFrom: { secretKeyRef: { name: 'pg-login', key: 'POSTGRESQL_USER' } } },
        { name: 'QUARKUS_DATASOURCE_JOBSSERVICE_PASSWORD', valueFrom: { secretKeyRef: { name: 'pg-login', key: 'POSTGRESQL_PASSWORD' } } },
        { name: 'QUARKUS_FLYWAY_JOBSSERVICE_SCHEMAS', value: 'hub-jobs-service' },
      ],
    }]);
  });

  test('with corrections the Data Index does not migrate for the Jobs Service', () => {
    const both = { ...spec, services: { ...spec.services, dataIndex: { persistence: JOB } } };
    const { env } = deployment(both, CORRECTED).template.spec.initContainers[0];
    expect(env.filter(({ name }) => String(name).startsWith('MIGRATE'))).toEqual([
      { name: 'MIGRATE_DB_DATAINDEX', value: 'true' }, { name: 'MIGRATE_DB_JOBSSERVICE', value: 'false' },
    ]);
  });

  test.each([
    ['no database', { services: { dataIndex: { persistence: JOB } } }],
    ['another service migrates', { ...spec, services: { dataIndex: {}, ...spec.services } }],
    ['the service migrates itself', { services: { dataIndex: {} }, persistence: { postgresql: POSTGRESQL } }],
  ])('with corrections nothing of the kind: %s', (_what, other) => {
    expect(deployment(other, CORRECTED).template.spec.initContainers).toBeUndefined();
  });
});

describe('an autoscaler of the Data Index', () => {
  const autoscaler = (status: JsonObject): JsonObject => ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'scaler', namespace: 'orders' },
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'hub-data-index-service' } },
    status,
  });
  const replicas = (options: LandscapeOptions, status: JsonObject, podTemplate: JsonObject = { replicas: 3 }) =>
    deployment({ services: { dataIndex: { podTemplate } } }, options, [autoscaler(status)]).replicas;

  test.each([
    ['1.x leaves the number to one that works', CONTINUED, { desiredReplicas: 2 }, { replicas: 3 }, undefined],
    ['not to one without status', CONTINUED, {}, { replicas: 3 }, 3],
    ['nor if there shall be none', CONTINUED, { desiredReplicas: 2 }, { replicas: 0 }, 0],
    ['10.1.0 does not look', APACHE, { desiredReplicas: 2 }, { replicas: 3 }, 3],
  ])('%s', (_what, options, status, podTemplate, expected) => expect(replicas(options, status, podTemplate)).toBe(expected));
});
