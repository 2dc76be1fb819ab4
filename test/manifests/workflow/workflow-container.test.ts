import { JsonObject } from '../../../src/json/json';
import { workflowContainer } from '../../../src/manifests/workflow/workflow-container';
import { workflowModel } from '../../../src/model/workflow';
import { landscapeOf } from '../../landscapes';
import { gitops, platform, POSTGRESQL, profiled, workflow } from '../../platforms';

const OPERATOR = { corrected: false };

function container(objects: readonly JsonObject[], options = OPERATOR): JsonObject {
  const landscape = landscapeOf(objects, {}, options);
  return workflowContainer(landscape, workflowModel(landscape, landscape.workflows[0]));
}

const users = (fields: JsonObject, options = OPERATOR) => container([gitops({ container: fields })], options);
const DEFAULT_PORT = { name: 'h2c', containerPort: 8080, protocol: 'TCP' };

test('as the operator makes it', () => {
  expect(users({})).toEqual({
    name: 'workflow',
    image: 'quay.io/acme/greet:1',
    ports: [DEFAULT_PORT],
    terminationMessagePolicy: 'FallbackToLogsOnError',
    livenessProbe: { httpGet: { path: '/q/health/live', port: 8080 }, timeoutSeconds: 3, periodSeconds: 15 },
    readinessProbe: { httpGet: { path: '/q/health/ready', port: 8080 }, timeoutSeconds: 3, periodSeconds: 15 },
    startupProbe: {
      httpGet: { path: '/q/health/started', port: 8080 }, initialDelaySeconds: 10, timeoutSeconds: 3, failureThreshold: 5, periodSeconds: 15,
    },
    securityContext: {
      allowPrivilegeEscalation: false, privileged: false, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' }, capabilities: { drop: ['ALL'] },
    },
  });
});

test.each<[JsonObject, JsonObject | undefined]>([
  [{}, undefined], [{ limits: { cpu: '1' } }, { limits: { cpu: '1' } }],
])('resources that say nothing are left out: %j', (resources, expected) => expect(users({ resources }).resources).toEqual(expected));

test.each<[string, JsonObject[], JsonObject[]]>([
  ['other ports stay', [{ containerPort: 9000 }], [{ containerPort: 9000 }, DEFAULT_PORT]],
  ['a port of its name is replaced', [{ name: 'h2c', containerPort: 1 }, { containerPort: 2 }], [DEFAULT_PORT, { containerPort: 2 }]],
  ['a port of its number is replaced', [{ containerPort: 2 }, { name: 'http', containerPort: 8080 }], [{ containerPort: 2 }, DEFAULT_PORT]],
  ['only the first one', [{ containerPort: 8080 }, { name: 'h2c', containerPort: 1 }], [DEFAULT_PORT, { name: 'h2c', containerPort: 1 }]],
])('ports: %s', (_what, ports, expected) => expect(users({ ports }).ports).toEqual(expected));

test.each([
  ['fields go in one by one', { periodSeconds: 5 }, { periodSeconds: 5, failureThreshold: 5, initialDelaySeconds: 10 }],
  ['nothing is no wish', { initialDelaySeconds: 0 }, { initialDelaySeconds: 10 }],
  ['another handler goes beside the operator\'s', { exec: { command: ['true'] } }, { exec: { command: ['true'] }, httpGet: { path: '/q/health/started', port: 8080 } }],
])('a probe: %s', (_what, startupProbe, expected) => expect(users({ startupProbe }).startupProbe).toMatchObject(expected));

test('corrected, another handler of a probe replaces the operator\'s', () => {
  const { startupProbe, livenessProbe, readinessProbe } = users(
    { startupProbe: { tcpSocket: { port: 8080 } }, livenessProbe: { httpGet: { path: '/live', port: 'h2c' } }, readinessProbe: { periodSeconds: 1 } },
    { corrected: true },
  );
  expect(startupProbe).toEqual({ tcpSocket: { port: 8080 }, initialDelaySeconds: 10, timeoutSeconds: 3, failureThreshold: 5, periodSeconds: 15 });
  expect(livenessProbe).toEqual({ httpGet: { path: '/live', port: 'h2c' }, timeoutSeconds: 3, periodSeconds: 15 });
  expect(readinessProbe).toEqual({ httpGet: { path: '/q/health/ready', port: 8080 }, timeoutSeconds: 3, periodSeconds: 1 });
});

test('corrected, a Knative Service has what all versions of Knative take', () => {
  const fields = (options: typeof OPERATOR, podTemplate: JsonObject = {}) => {
    const { startupProbe, securityContext } = container([gitops({ deploymentModel: 'knative', ...podTemplate })], options);
    return { startupProbe, privileged: (securityContext as JsonObject).privileged };
  };
  const startupProbe = { httpGet: { path: '/q/health/started', port: 8080 } };
  expect(fields({ corrected: true })).toEqual({});
  expect(fields({ corrected: true }, { container: { startupProbe } })).toEqual({ startupProbe });
  expect(fields(OPERATOR)).toMatchObject({ startupProbe, privileged: false });
});

test('in development a probe is patient unless the user speaks of it', () => {
  const probes = container([profiled('dev', { podTemplate: { container: { livenessProbe: { periodSeconds: 5 }, readinessProbe: {} } } })]);
  expect(probes).toMatchObject({ startupProbe: { failureThreshold: 50, initialDelaySeconds: 10 }, livenessProbe: { periodSeconds: 5 } });
  expect(probes.livenessProbe).not.toHaveProperty('failureThreshold');
  expect(probes.readinessProbe).not.toHaveProperty('failureThreshold');
});

const built = (image: string) => {
  const landscape = landscapeOf([workflow({ podTemplate: { container: { imagePullPolicy: 'Never' } } })], { builtImage: image }, OPERATOR);
  return workflowContainer(landscape, workflowModel(landscape, landscape.workflows[0]));
};

test.each([
  ['the user\'s with the user\'s policy', users({ image: 'x:latest', imagePullPolicy: 'Never' }), 'x:latest', 'Never'],
  ['the user\'s without a policy', users({ image: 'x:latest' }), 'x:latest', undefined],
  ['built, with the operator\'s policy', built('x:latest'), 'x:latest', 'Always'],
  ['built, without a policy', built('x:1'), 'x:1', undefined],
  ['in development', container([profiled('dev'), platform({ devMode: { baseImage: 'dev' } })]), 'dev', 'Always'],
  ['none', container([profiled('gitops', { podTemplate: { container: { imagePullPolicy: 'Never' } } })]), undefined, undefined],
])('the image: %s', (_what, { image, imagePullPolicy }, expected, policy) => expect([image, imagePullPolicy]).toEqual([expected, policy]));

describe('variables', () => {
  const DATABASE = ['QUARKUS_DATASOURCE_USERNAME', 'QUARKUS_DATASOURCE_PASSWORD', 'QUARKUS_DATASOURCE_DB_KIND', 'QUARKUS_DATASOURCE_JDBC_URL', 'KOGITO_PERSISTENCE_TYPE'];
  const secret = (name: string) => ({ name, valueFrom: { secretKeyRef: { name: 'creds', key: 'token' } } });
  const hub = platform({ persistence: { postgresql: POSTGRESQL }, properties: { flow: ['acme.api-token', 'a."b".c', 'kogito.persistence.type'].map(secret) } });
  const mine = { container: { env: [{ name: 'MINE', value: '1' }, { name: 'QUARKUS_DATASOURCE_JDBC_URL', value: 'mine' }] } };
  const creds = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'creds', namespace: 'orders' }, data: { token: 'eA==' } };
  const variables = (options: typeof OPERATOR, podTemplate: JsonObject = mine) =>
    container([gitops(podTemplate), hub, creds], options).env as JsonObject[];

  test('the operator\'s come last and may be there twice', () => {
    expect(variables(OPERATOR).map(({ name }) => name)).toEqual(['MINE', 'QUARKUS_DATASOURCE_JDBC_URL', ...DATABASE]);
  });

  test('corrected, a property from a Secret becomes one, unless there is one of its name', () => {
    expect(variables({ corrected: true })).toEqual([
      mine.container.env[0],
      secret('A__B__C'),
      secret('ACME_API_TOKEN'),
      ...variables(OPERATOR, {}),
    ]);
    const env = [{ name: 'ACME_API_TOKEN', value: 'mine' }];
    expect(variables({ corrected: true }, { container: { env } }).filter(({ name }) => name === 'ACME_API_TOKEN')).toEqual(env);
  });

  test('there are none', () => expect(users({})).not.toHaveProperty('env'));
});
