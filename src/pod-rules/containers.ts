import { exactlyOne, forbidden, objectRule, oneOf, range, required, requiredShaped, shaped, unique, valueRule } from './makers';
import { Mistake, PodRule } from './rule';
import { DATA_KEY, LABEL, PORT_NAME, RELAXED_VARIABLE_NAME, SUBDOMAIN, VARIABLE_NAME } from './shapes';
import { quote } from '../findings/words';
import { JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';

/** Of the version of Kubernetes from which on nearly every name of a variable goes. */
const RELAXED = 32;

function variableName(field: string, isRequired: boolean): PodRule {
  return {
    ...valueRule(field, VARIABLE_NAME.words, () => undefined),
    required: isRequired,
    judge: (value, pod, minor) => {
      const shape = minor >= RELAXED ? RELAXED_VARIABLE_NAME : VARIABLE_NAME;
      const rule = isRequired ? requiredShaped(field, shape) : shaped(field, shape);
      return rule.judge(value, pod, minor).map((mistake) => ({ ...mistake, allowed: shape.words }));
    },
  };
}

/** Containers and init containers have one room for names. */
function containerNames(pod: Partial<JsonObject>): Mistake[] {
  const first = new Map<string, readonly [string, number]>();
  return (['containers', 'initContainers'] as const).flatMap((field) => asList(pod[field]).map(asObject).flatMap(({ name }, i): Mistake[] => {
    const key = asText(name);
    const earlier = first.get(key);
    if (!earlier && key !== '') first.set(key, [field, i]);
    return earlier ? [{
      at: [field, i, 'name'], other: [...earlier, 'name'], given: `${quote(key)} for the second time`, fix: 'give the container another name',
    }] : [];
  }));
}

/** A port of a node can be given away once. */
function hostPorts(pod: Partial<JsonObject>): Mistake[] {
  const taken = new Map<string, ReadonlyArray<string | number>>();
  return asList(pod.containers).flatMap((container, c) => asList(asObject(container).ports).map(asObject).flatMap((port, p): Mistake[] => {
    if (typeof port.hostPort !== 'number' || port.hostPort === 0) return [];
    const key = `${asText(port.protocol, 'TCP')} ${asText(port.hostIP)} ${port.hostPort}`;
    const at = ['containers', c, 'ports', p, 'hostPort'];
    const earlier = taken.get(key);
    if (!earlier) taken.set(key, at);
    return earlier ? [{ at, other: earlier, given: `${port.hostPort} for the second time`, fix: 'leave one of the two out, or take another port' }] : [];
  }));
}

/** Containers, but for their probes, resources, mounts and rights. */
export const CONTAINER_RULES: readonly PodRule[] = [
  requiredShaped('*.name', LABEL),
  objectRule('', 'duplicate', 'names that no other container or init container has', containerNames),
  required('*.image', 'an image'),
  oneOf('*.imagePullPolicy', 'Always', 'IfNotPresent', 'Never'),
  oneOf('*.terminationMessagePolicy', 'File', 'FallbackToLogsOnError'),
  forbidden('containers[].restartPolicy', 'a restart policy of init containers alone: Always makes one a sidecar'),
  oneOf('initContainers[].restartPolicy', 'Always'),

  range('*.ports[].containerPort', 1, 65535),
  range('*.ports[].hostPort', 1, 65535),
  oneOf('*.ports[].protocol', 'TCP', 'UDP', 'SCTP'),
  shaped('*.ports[].name', PORT_NAME),
  unique('*.ports', 'name', ({ name }) => asText(name) || undefined, { at: ['name'] }),
  unique('*.ports', 'containerPort and protocol', ({ containerPort, protocol }) => (
    typeof containerPort === 'number' ? `${containerPort}/${asText(protocol, 'TCP')}` : undefined
  ), { at: ['containerPort'] }),
  objectRule('', 'duplicate', 'ports of the host that no other container takes', hostPorts),

  variableName('*.env[].name', true),
  unique('*.env', 'name', ({ name }) => asText(name) || undefined, { at: ['name'], onlyHere: true }),
  exactlyOne('*.env[].valueFrom', ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef']),
  objectRule('*.env[]', 'oneOf', 'one of value and valueFrom', ({ value, valueFrom }) => (
    asText(value) !== '' && Object.keys(asObject(valueFrom)).length > 0
      ? [{ at: ['valueFrom'], other: ['value'], given: 'valueFrom beside a value', fix: 'leave one of the two out' }] : []
  )),
  requiredShaped('*.env[].valueFrom.secretKeyRef.name', SUBDOMAIN),
  requiredShaped('*.env[].valueFrom.secretKeyRef.key', DATA_KEY),
  requiredShaped('*.env[].valueFrom.configMapKeyRef.name', SUBDOMAIN),
  requiredShaped('*.env[].valueFrom.configMapKeyRef.key', DATA_KEY),

  exactlyOne('*.envFrom[]', ['configMapRef', 'secretRef']),
  requiredShaped('*.envFrom[].configMapRef.name', SUBDOMAIN),
  requiredShaped('*.envFrom[].secretRef.name', SUBDOMAIN),
  variableName('*.envFrom[].prefix', false),
];
