import { Sample, Samples } from './samples';

const NAME: Sample[] = [['', 'a'], [undefined, 'a']];
const range = (least: number): Sample[] => [[least - 1, least]];
const files = (field: string): Samples => ({ [`${field}.items[].key`]: NAME, [`${field}.items[].path`]: NAME });
const mounted = (...names: readonly string[]) => [{ name: 'main', image: 'greet:1', volumeMounts: names.map((name) => ({ name, mountPath: `/${name}` })) }];
const PORT = { ports: [{ containerPort: 8080 }] };
const two = (sidecar: object) => ({ containers: [{ name: 'main', image: 'greet:1', ...PORT }, { name: 'side', image: 'greet:1', ...sidecar }] });
const mount = (...mountPaths: readonly string[]) => ({ name: 'main', image: 'greet:1', volumeMounts: mountPaths.map((mountPath) => ({ name: 'scratch', mountPath })) });
const EXEC = { exec: { command: ['a'] } };
const DIGEST = '0'.repeat(64);

/** Samples of the rules of Knative Serving that no feature lifts. */
export const KNATIVE_SAMPLES: Samples = {
  'automountServiceAccountToken': [[true, false]],
  'serviceAccountName': [['a_b', 'a.b']],
  '': [
    [two(PORT), two({})],
    [{ containers: [{ name: 'main', image: 'greet:1', env: [{ name: 'PORT' }], ...PORT }] }, two({ env: [{ name: 'PORTS' }] })],
    [two({ env: [{ name: 'K_SERVICE' }] }), two({ env: [{ name: 'PORT' }] })],
    [two({ env: [{ name: 'K_REVISION' }] }), two({ env: [{ name: 'k_revision' }] })],
    [two({ env: [{ name: 'K_CONFIGURATION' }] }), two({ env: [{ name: 'K_CONFIG' }] })],
    [two({ livenessProbe: EXEC }), two({ startupProbe: EXEC })],
    [two({ readinessProbe: EXEC }), two({ readinessProbe: {} })],
    [{ containers: [{ name: 'main', image: 'greet:1', livenessProbe: { httpGet: { port: 'web' } } }] }, { containers: [{ name: 'main', image: 'greet:1', livenessProbe: { httpGet: { port: 'http' } } }] }],
    [{ containers: mounted('scratch'), volumes: [{ name: 'scratch', emptyDir: {} }, { name: 'other', emptyDir: {} }] }, { containers: mounted('scratch'), volumes: [{ name: 'scratch', emptyDir: {} }] }],
    [{ containers: mounted('scratch', 'other'), volumes: [{ name: 'scratch', emptyDir: {} }] }, { containers: mounted('scratch', 'other'), volumes: [{ name: 'scratch', emptyDir: {} }, { name: 'other', emptyDir: {} }] }],
  ],
  'containers': [[[{ name: 'a', image: 'greet:1', ...PORT }, { name: 'a', image: 'greet:1' }], [{ name: 'a', image: 'greet:1', ...PORT }, { name: 'b', image: 'greet:1' }]]],
  'containers[].name': [['queue-proxy', 'queue']],
  'containers[].image': [
    ['', 'xy'], ['X/yy', 'x.org/yy'], ['x/yy:a b', 'x/yy:a_b'], ['x/yy@sha256:1', `x/yy@sha256:${DIGEST}`], ['registry:x/yy', 'registry:5000/yy'], [`x/yy:${'a'.repeat(129)}`, `x/yy:${'a'.repeat(128)}`],
  ],
  'containers[].env[].name': NAME,
  'containers[].envFrom[]': [[{}, { secretRef: { name: 'a' } }], [{ configMapRef: { name: 'a' }, secretRef: { name: 'a' } }, { configMapRef: { name: 'a' } }]],
  'containers[].terminationMessagePolicy': [['file', 'File'], ['Fallback', 'FallbackToLogsOnError']],
  'containers[].securityContext.runAsUser': [[-1, 0], [2147483648, 2147483647]],
  'containers[].securityContext.runAsGroup': [[-1, 0], [2147483648, 2147483647]],
  'containers[].resources.claims': [[[{ name: 'a' }], undefined]],
  'containers[].livenessProbe': [[{}, EXEC], [{ ...EXEC, tcpSocket: { port: 1 } }, { tcpSocket: { port: 1 } }]],
  'containers[].readinessProbe': [[{ ...EXEC, httpGet: { port: 1 } }, {}]],
  'containers[].readinessProbe.periodSeconds': range(0),
  'containers[].readinessProbe.initialDelaySeconds': range(0),
  'containers[].readinessProbe.successThreshold': range(1),
  'containers[].readinessProbe.timeoutSeconds': range(1),
  'containers[].readinessProbe.failureThreshold': range(1),
  'containers[]': [
    [mount('/a', '/b/../a'), mount('/a', '/a/b')], [mount('/'), mount('/x')], [mount('/dev/'), mount('/dev/a')], [mount('/dev/log'), mount('/dev/logs')], [mount('a'), mount('/a')], [mount(''), mount('/b')],
  ],
  'volumes[].name': [['A', 'a']],
  'volumes': [[[{ name: 'a', emptyDir: {} }, { name: 'a', emptyDir: {} }], [{ name: 'a', emptyDir: {} }, { name: 'b', emptyDir: {} }]]],
  'volumes[]': [[{ name: 'a' }, { name: 'a', emptyDir: {} }], [{ name: 'a', emptyDir: {}, secret: { secretName: 'a' } }, { name: 'a', secret: { secretName: 'a' } }]],
  ...files('volumes[].secret'),
  ...files('volumes[].configMap'),
  'volumes[].emptyDir.medium': [['memory', 'Memory'], ['HugePages', '']],
  'volumes[].projected.sources[]': [[{}, { secret: { name: 'a' } }], [{ secret: { name: 'a' }, configMap: { name: 'a' } }, { configMap: { name: 'a' } }]],
  'volumes[].projected.sources[].secret.name': NAME,
  ...files('volumes[].projected.sources[].secret'),
  'volumes[].projected.sources[].configMap.name': NAME,
  ...files('volumes[].projected.sources[].configMap'),
  'volumes[].projected.sources[].serviceAccountToken.path': NAME,
  'volumes[].projected.sources[].downwardAPI.items[].path': NAME,
  'volumes[].projected.sources[].downwardAPI.items[]': [[{ path: 'a' }, { path: 'a', fieldRef: { fieldPath: 'metadata.name' } }]],
};
