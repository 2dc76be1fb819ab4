import { atLeast, exactlyOne, oneOf, range, required, requiredShaped, valueRule } from './makers';
import { Mistake, PodRule } from './rule';
import { HEADER_NAME, PORT_NAME } from './shapes';
import { quote } from '../findings/words';
import { asList, asObject, asText } from '../json/lenient';

export const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
export const PROBE_HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'] as const;
const HOOK_HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'sleep'];
const DEFAULT_GRACE = 30;

function port(field: string): PodRule {
  return {
    ...valueRule(field, `a number from 1 to 65535, or the name of a port: ${PORT_NAME.words}`, (value) => {
      if (typeof value === 'string' ? PORT_NAME.matches(value) : typeof value === 'number' && value >= 1 && value <= 65535) return undefined;
      return typeof value === 'string' && /^\d+$/.test(value) ? `write ${Number(value)} without quotes` : 'write the number of the port';
    }),
    required: true,
  };
}

/** How a container is asked, or told. */
function handlers(field: string): PodRule[] {
  return [
    required(`${field}.exec.command`, 'a command'),
    port(`${field}.httpGet.port`),
    oneOf(`${field}.httpGet.scheme`, 'HTTP', 'HTTPS'),
    requiredShaped(`${field}.httpGet.httpHeaders[].name`, HEADER_NAME),
    port(`${field}.tcpSocket.port`),
  ];
}

function probe(name: typeof PROBES[number]): PodRule[] {
  const field = `*.${name}`;
  return [
    exactlyOne(field, PROBE_HANDLERS),
    ...handlers(field),
    { ...range(`${field}.grpc.port`, 1, 65535), required: true },
    ...['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'failureThreshold'].map((number) => atLeast(`${field}.${number}`, 0)),
    name === 'readinessProbe' ? atLeast(`${field}.successThreshold`, 0) : {
      ...valueRule(`${field}.successThreshold`, 'only 1, but for readiness', (value) => value === 1 ? undefined : 'write 1, or leave it out'),
    },
    name === 'readinessProbe'
      ? {
        field: `${field}.terminationGracePeriodSeconds`,
        kind: 'forbidden',
        allowed: 'a grace period of liveness and startup probes: a pod that is not ready is not stopped',
        judge: () => [{ given: 'terminationGracePeriodSeconds', fix: 'leave it out' }],
      } as const
      : atLeast(`${field}.terminationGracePeriodSeconds`, 1, 64),
  ];
}

function hook(name: string): PodRule[] {
  const field = `*.lifecycle.${name}`;
  return [
    exactlyOne(field, HOOK_HANDLERS),
    ...handlers(field),
    {
      field: `${field}.sleep`,
      kind: 'value',
      allowed: 'seconds from 1 to the terminationGracePeriodSeconds of the pod (30 unless it says otherwise)',
      judge: (value, pod, minor): Mistake[] => {
        const { seconds = 0 } = asObject(value);
        const grace = typeof pod.terminationGracePeriodSeconds === 'number' ? pod.terminationGracePeriodSeconds : DEFAULT_GRACE;
        const least = minor >= 33 ? 0 : 1;
        return typeof seconds === 'number' && seconds >= least && seconds <= grace ? [] : [{
          at: ['seconds'], given: quote(seconds), allowed: `a number from ${least} to ${grace}`, fix: 'write such a number, or a longer terminationGracePeriodSeconds of the pod',
        }];
      },
    },
  ];
}

/** Init containers end before anybody could ask them, unless they are sidecars. */
const OF_SIDECARS: PodRule = {
  field: 'initContainers',
  kind: 'forbidden',
  allowed: 'lifecycle and probes of init containers with restartPolicy: Always',
  judge: (value) => asList(value).map(asObject).flatMap((container, i) => container.restartPolicy === 'Always' ? [] : ['lifecycle', ...PROBES]
    .filter((field) => container[field] !== undefined)
    .map((field) => ({ at: [i, field], other: [i, 'restartPolicy'], given: `${field} of the init container ${quote(asText(container.name))}`, fix: 'leave it out, or write restartPolicy: Always' }))),
};

/** How Kubernetes asks containers, and tells them that they begin and end. */
export const PROBE_RULES: readonly PodRule[] = [...PROBES.flatMap(probe), ...hook('postStart'), ...hook('preStop'), OF_SIDECARS];
