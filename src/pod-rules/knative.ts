import { posix } from 'node:path';
import { podProblems, ruleTree } from './judge';
import { knownToKnative } from './knative-schema';
import { atLeast, exactlyOne, objectRule, oneOf, range, required, requiredShaped, shaped, unique, valueRule } from './makers';
import { Mistake, PodRule, Problem } from './rule';
import { LABEL, Shape, SUBDOMAIN } from './shapes';
import { list, quote, suggest } from '../findings/words';
import { FieldPath } from '../json/field-path';
import { JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';

/** Fields that Knative Serving takes only where a feature is switched on, by the feature in config-features. */
export const KNATIVE_FEATURES: Readonly<Record<string, string>> = {
  'nodeSelector': 'kubernetes.podspec-nodeselector',
  'affinity': 'kubernetes.podspec-affinity',
  'tolerations': 'kubernetes.podspec-tolerations',
  'topologySpreadConstraints': 'kubernetes.podspec-topologyspreadconstraints',
  'securityContext': 'kubernetes.podspec-securitycontext',
  'hostAliases': 'kubernetes.podspec-hostaliases',
  'initContainers': 'kubernetes.podspec-init-containers',
  'dnsPolicy': 'kubernetes.podspec-dnspolicy',
  'dnsConfig': 'kubernetes.podspec-dnsconfig',
  'runtimeClassName': 'kubernetes.podspec-runtimeclassname',
  'priorityClassName': 'kubernetes.podspec-priorityclassname',
  'schedulerName': 'kubernetes.podspec-schedulername',
  'shareProcessNamespace': 'kubernetes.podspec-shareprocessnamespace',
  'hostNetwork': 'kubernetes.podspec-hostnetwork',
  'hostPID': 'kubernetes.podspec-hostpid',
  'hostIPC': 'kubernetes.podspec-hostipc',
  'volumes[].persistentVolumeClaim': 'kubernetes.podspec-persistent-volume-claim',
  'containers[].env[].valueFrom.fieldRef': 'kubernetes.podspec-fieldref',
  'containers[].env[].valueFrom.resourceFieldRef': 'kubernetes.podspec-fieldref',
  'containers[].securityContext.capabilities.add': 'kubernetes.containerspec-addcapabilities',
};

const featureRules = (switchedOn: readonly string[]) => Object.entries(KNATIVE_FEATURES)
  .filter(([, feature]) => !switchedOn.includes(feature))
  .map(([field, feature]): PodRule => ({
    field,
    kind: 'forbidden',
    allowed: `nothing, unless Knative Serving has the feature ${feature} switched on`,
    judge: () => [{ given: field.slice(field.lastIndexOf('.') + 1), fix: 'leave it out, or take the deployment model "kubernetes"' }],
  }));

const RESERVED_VARIABLES = ['K_SERVICE', 'K_CONFIGURATION', 'K_REVISION'];
const HIGHEST_ID = 2147483647;
const SOURCES = ['secret', 'configMap', 'projected', 'emptyDir', 'persistentVolumeClaim'];

/** As Knative reads it: host, repository, tag or digest. */
const IMAGE: Shape = {
  words: 'the reference of an image, such as registry.example.org/team/image:1.0',
  matches: (text) => {
    const [withTag = '', digest] = text.split('@', 2);
    if (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest)) return false;
    const [, name, tag] = /^(.*?)(?::([^:/]*))?$/s.exec(withTag) ?? [];
    if (tag !== undefined && !/^[\w.-]{1,128}$/.test(tag)) return false;
    const [first = '', ...rest] = (name ?? '').split('/');
    const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
    return (!hasHost || /^[A-Za-z0-9.-]+(:\d+)?$/.test(first)) && /^[a-z0-9_./-]{2,255}$/.test(hasHost ? rest.join('/') : name ?? '');
  },
};

/** Of all containers only one is asked from outside, at one port. */
function onePort({ containers }: Partial<JsonObject>): Mistake[] {
  const ports = asList(containers).flatMap((container, c) => asList(asObject(container).ports).map((port, p) => ({ at: ['containers', c, 'ports', p], port })));
  const [first, second] = ports;
  return first && second ? [{ at: second.at, other: first.at, given: 'a second port', fix: 'leave it out' }] : [];
}

/** Containers without the port are there for the one that has it. */
function servingContainers({ containers: all }: Partial<JsonObject>): Mistake[] {
  return asList(all).map(asObject).flatMap((container, c): Mistake[] => {
    const isSidecar = asList(all).length > 1 && asList(container.ports).length === 0;
    const reserved = isSidecar ? RESERVED_VARIABLES : ['PORT', ...RESERVED_VARIABLES];
    return [
      ...asList(container.env).map(asObject).flatMap(({ name }, i) => reserved.includes(asText(name)) ? [{
        at: ['containers', c, 'env', i, 'name'], given: quote(name), allowed: `other variables than ${list(reserved)}, which Knative sets itself`, fix: 'take another name',
      }] : []),
      ...!isSidecar ? [] : ['livenessProbe', 'readinessProbe'].filter((probe) => Object.keys(asObject(container[probe])).length > 0).map((probe) => ({
        at: ['containers', c, probe], given: `${probe} of a container without the port`, allowed: 'probes of the workflow\'s container alone', fix: 'leave it out',
      })),
      ...isSidecar ? [] : probePorts(container, ['containers', c]),
    ];
  });
}

function probePorts(container: Partial<JsonObject>, path: FieldPath): Mistake[] {
  const name = asText(asObject(asList(container.ports)[0]).name) || 'http';
  return ['livenessProbe', 'readinessProbe'].flatMap((probe) => ['httpGet', 'tcpSocket'].flatMap((handler): Mistake[] => {
    const { port } = asObject(asObject(container[probe])[handler]);
    return typeof port !== 'string' || port === '' || port === name ? [] : [{
      at: [...path, probe, handler, 'port'], given: quote(port), allowed: `${quote(name)}, which is the port of the container, or a number`, fix: `write ${quote(name)}`,
    }];
  }));
}

/** Volumes are there to be mounted, each at a place of its own. */
function volumes(pod: Partial<JsonObject>): Mistake[] {
  const names = asList(pod.volumes).map((volume) => asText(asObject(volume).name));
  const all = ['initContainers', 'containers'].flatMap((field) => asList(pod[field]).map((container, c) => ({ path: [field, c], container: asObject(container) })));
  const mounts = all.flatMap(({ path, container }) => asList(container.volumeMounts).map((mount, m) => ({ path: [...path, 'volumeMounts', m], mount: asObject(mount) })));
  const known = new Set(names);
  const mounted = new Set(mounts.map(({ mount }) => asText(mount.name)));
  return [
    ...names.flatMap((name, i) => name === '' || mounted.has(name) ? [] : [{
      at: ['volumes', i], given: `the volume ${quote(name)}, which no container mounts`, allowed: 'volumes that are mounted', fix: 'mount it, or leave it out',
    }]),
    ...mounts.flatMap(({ path, mount: { name } }) => known.has(asText(name)) ? [] : [{
      at: [...path, 'name'], given: quote(name), allowed: 'the name of a volume of the pod', fix: suggest(asText(name), names, 'add such a volume to volumes'),
    }]),
  ];
}

function mountPaths(value: Partial<JsonObject>): Mistake[] {
  const taken = new Map<string, FieldPath>();
  return asList(value.volumeMounts).map(asObject).flatMap(({ mountPath }, i): Mistake[] => {
    const at = ['volumeMounts', i, 'mountPath'];
    const path = posix.normalize(asText(mountPath)).replace(/(?<=.)\/$/, '');
    const earlier = taken.get(path);
    if (asText(mountPath) === '') return [{ at, given: quote(mountPath), allowed: 'an absolute path', fix: 'write an absolute path' }];
    if (['/', '/dev', '/dev/log'].includes(path)) return [{ at, given: quote(mountPath), allowed: 'other paths than /, /dev and /dev/log', fix: 'take another path' }];
    if (!path.startsWith('/')) return [{ at, given: quote(mountPath), allowed: 'an absolute path', fix: `write ${quote(`/${path}`)}` }];
    if (!earlier) taken.set(path, at);
    return earlier ? [{ at, other: earlier, given: `${quote(mountPath)} for the second time`, allowed: 'paths that differ', fix: 'take another path' }] : [];
  });
}

const PROJECTED = 'volumes[].projected.sources[]';
const files = (field: string) => [required(`${field}.items[].key`, 'a key'), required(`${field}.items[].path`, 'a path')];
const READY = 'containers[].readinessProbe';

const OTHER_RULES: readonly PodRule[] = [
  valueRule('automountServiceAccountToken', 'only false', (value) => value === true ? 'leave it out, or take the deployment model "kubernetes"' : undefined),
  shaped('serviceAccountName', SUBDOMAIN),
  objectRule('', 'value', 'one port in all containers together', onePort),
  objectRule('', 'value', 'what Knative takes', servingContainers),
  objectRule('', 'value', 'volumes that are mounted', volumes),
  unique('containers', 'name', ({ name }) => asText(name) || undefined, { at: ['name'] }),
  valueRule('containers[].name', 'another name than queue-proxy, which is Knative\'s own container', (value) => value === 'queue-proxy' ? 'take another name' : undefined),
  requiredShaped('containers[].image', IMAGE),
  required('containers[].env[].name', 'the name of the variable'),
  exactlyOne('containers[].envFrom[]', ['configMapRef', 'secretRef']),
  oneOf('containers[].terminationMessagePolicy', 'File', 'FallbackToLogsOnError'),
  range('containers[].securityContext.runAsUser', 0, HIGHEST_ID),
  range('containers[].securityContext.runAsGroup', 0, HIGHEST_ID),
  { ...valueRule('containers[].resources.claims', 'requests and limits', () => 'leave the claims out'), kind: 'forbidden' },
  exactlyOne('containers[].livenessProbe', ['exec', 'grpc', 'httpGet', 'tcpSocket']),
  exactlyOne(READY, ['exec', 'grpc', 'httpGet', 'tcpSocket'], { none: false }),
  ...['periodSeconds', 'initialDelaySeconds'].map((field) => atLeast(`${READY}.${field}`, 0)),
  ...['successThreshold', 'timeoutSeconds', 'failureThreshold'].map((field) => atLeast(`${READY}.${field}`, 1)),
  objectRule('containers[]', 'value', 'absolute paths, each once', mountPaths),
  requiredShaped('volumes[].name', LABEL),
  unique('volumes', 'name', ({ name }) => asText(name) || undefined, { at: ['name'] }),
  exactlyOne('volumes[]', SOURCES),
  ...files('volumes[].secret'),
  ...files('volumes[].configMap'),
  oneOf('volumes[].emptyDir.medium', '', 'Memory'),
  exactlyOne(PROJECTED, ['secret', 'configMap', 'serviceAccountToken', 'downwardAPI']),
  required(`${PROJECTED}.secret.name`, 'the name of the Secret'),
  ...files(`${PROJECTED}.secret`),
  required(`${PROJECTED}.configMap.name`, 'the name of the ConfigMap'),
  ...files(`${PROJECTED}.configMap`),
  required(`${PROJECTED}.serviceAccountToken.path`, 'a path'),
  required(`${PROJECTED}.downwardAPI.items[].path`, 'a path'),
  exactlyOne(`${PROJECTED}.downwardAPI.items[]`, ['fieldRef', 'resourceFieldRef']),
];

/**
 * What the webhook of Knative Serving 0.43 refuses.
 *
 * @param switchedOn features beyond those that it is shipped with
 */
export function knativeRules(switchedOn: readonly string[] = []): PodRule[] {
  return [...featureRules(switchedOn), ...OTHER_RULES];
}

const TREE = ruleTree(knativeRules());

/**
 * All that Knative Serving refuses of the pods of a Knative Service, once its schema has been applied.
 *
 * @param switchedOn features beyond those that it is shipped with
 */
export function problemsOfKnativePod(pod: JsonObject, switchedOn: readonly string[] = []): Problem[] {
  return podProblems(switchedOn.length === 0 ? TREE : ruleTree(knativeRules(switchedOn)), knownToKnative(pod), 0);
}
