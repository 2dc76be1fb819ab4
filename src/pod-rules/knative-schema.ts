import { FieldPath } from '../json/field-path';
import { isJsonObject, Json, JsonObject } from '../json/json';

/** Fields by name, of which each has fields of its own or anything; a list is as its items. */
interface Fields { readonly [field: string]: Fields | 'anything' }

const fields = (names: string): Fields => Object.fromEntries(names.split(' ').map((name) => [name, 'anything']));

const FILES = { items: fields('key mode path'), ...fields('defaultMode optional') };

const PROBE: Fields = {
  ...fields('failureThreshold initialDelaySeconds periodSeconds successThreshold timeoutSeconds'),
  exec: fields('command'),
  grpc: fields('port service'),
  httpGet: { ...fields('host path port scheme'), httpHeaders: fields('name value') },
  tcpSocket: fields('host port'),
};

/** What the schema of Knative Serving 0.43 has of a pod; the rest of it is pruned, or refused where a client is strict. */
const POD: Fields = {
  ...fields('affinity automountServiceAccountToken dnsConfig dnsPolicy enableServiceLinks hostAliases hostIPC hostNetwork hostPID initContainers \
nodeSelector priorityClassName runtimeClassName schedulerName securityContext serviceAccountName shareProcessNamespace tolerations \
topologySpreadConstraints'),
  imagePullSecrets: fields('name'),
  containers: {
    ...fields('args command image imagePullPolicy name terminationMessagePath terminationMessagePolicy workingDir'),
    env: {
      ...fields('name value'),
      valueFrom: { configMapKeyRef: fields('key name optional'), secretKeyRef: fields('key name optional'), ...fields('fieldRef resourceFieldRef') },
    },
    envFrom: { prefix: 'anything', configMapRef: fields('name optional'), secretRef: fields('name optional') },
    livenessProbe: PROBE,
    readinessProbe: PROBE,
    startupProbe: PROBE,
    ports: fields('containerPort name protocol'),
    resources: { claims: fields('name'), ...fields('limits requests') },
    securityContext: {
      ...fields('allowPrivilegeEscalation readOnlyRootFilesystem runAsGroup runAsNonRoot runAsUser'),
      capabilities: fields('add drop'),
      seccompProfile: fields('localhostProfile type'),
    },
    volumeMounts: fields('mountPath name readOnly subPath'),
  },
  volumes: {
    ...fields('emptyDir name persistentVolumeClaim'),
    configMap: { ...FILES, name: 'anything' },
    secret: { ...FILES, secretName: 'anything' },
    projected: {
      defaultMode: 'anything',
      sources: {
        configMap: { items: FILES.items, ...fields('name optional') },
        secret: { items: FILES.items, ...fields('name optional') },
        serviceAccountToken: fields('audience expirationSeconds path'),
        downwardAPI: {
          items: { ...fields('mode path'), fieldRef: fields('apiVersion fieldPath'), resourceFieldRef: fields('containerName divisor resource') },
        },
      },
    },
  },
};

/** The fields of a pod that the schema of Knative Serving does not have. */
export function unknownToKnative(pod: JsonObject): FieldPath[] {
  const unknown: FieldPath[] = [];
  withoutUnknown(pod, POD, [], unknown);
  return unknown;
}

/** A pod without the fields that the schema of Knative Serving does not have. */
export function knownToKnative(pod: JsonObject): JsonObject {
  return withoutUnknown(pod, POD, [], []) as JsonObject;
}

function withoutUnknown(value: Json, known: Fields | 'anything', path: FieldPath, unknown: FieldPath[]): Json {
  if (known === 'anything') return value;
  if (Array.isArray(value)) return value.map((item, i) => withoutUnknown(item, known, [...path, i], unknown));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([field, child]) => {
    const inside = Object.hasOwn(known, field) ? known[field] : undefined;
    if (inside) return [[field, withoutUnknown(child, inside, [...path, field], unknown)]];
    unknown.push([...path, field]);
    return [];
  }));
}
