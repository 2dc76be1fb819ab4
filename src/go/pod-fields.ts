/**
 * What the Go types of pods know and JSON does not say: which fields Go leaves out when they are empty, which are maps and
 * which are quantities.
 *
 * Everything else follows from the value: a list that is empty is left out, a structure is a pointer and stays even if it
 * is empty, and a plain value stays, be it a pointer or a field that is always written.
 *
 * Fields are known by their name and, where that is not enough, by the field that holds them: the structure or the list that
 * they are in, or the empty name for the pod or the container itself.
 *
 * @see https://pkg.go.dev/k8s.io/api@v0.31.1/core/v1#PodSpec
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const wordsByField = (table: Record<string, string>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(table).map(([field, text]) => [field, words(text)]));

const OMITTED_WHEN_ZERO = words(`
  apiVersion audience chapAuthDiscovery chapAuthSession containerName datasetName datasetUUID directory dnsPolicy effect
  failureThreshold fsType group host hostIP hostIPC hostNetwork hostPID hostPort hostname image imagePullPolicy
  initialDelaySeconds iscsiInterface keyring level medium nodeName partition periodSeconds pool prefix priorityClassName
  protectionDomain protocol pullPolicy readOnly reference request revision role schedulerName scheme secretFile
  serviceAccount serviceAccountName sslEnabled stdin stdinOnce storageMode storagePolicyID storagePolicyName storagePool
  subPath subPathExpr subdomain successThreshold tenant terminationMessagePath terminationMessagePolicy timeoutSeconds tty
  user volumeName volumeNamespace workingDir`.trim());

const OMITTED_WHEN_ZERO_IN = wordsByField({
  '': 'restartPolicy',
  'cephfs': 'path',
  'configMap': 'name',
  'configMapKeyRef': 'name',
  'configMapRef': 'name',
  'env': 'value',
  'httpGet': 'path',
  'imagePullSecrets': 'name',
  'nodePublishSecretRef': 'name',
  'options': 'name',
  'ports': 'name',
  'seLinuxOptions': 'type',
  'secret': 'name secretName',
  'secretKeyRef': 'name',
  'secretRef': 'name',
  'tolerations': 'key operator value',
});

const KEPT_WHEN_ZERO_IN = wordsByField({
  azureDisk: 'fsType readOnly',
  csi: 'fsType readOnly',
  rbd: 'image',
});

const KEPT_WHEN_EMPTY = words('containers monitors nodeSelectorTerms sources');
const MAPS = words('annotations labels limits matchLabels nodeSelector options overhead requests volumeAttributes');
const QUANTITY_MAPS = words('limits overhead requests');
const QUANTITIES = words('divisor sizeLimit');

/** A value that Go leaves out when it is zero, wherever it is a value and not a pointer. */
export function isOmittedWhenZero(name: string, holder: string): boolean {
  if (KEPT_WHEN_ZERO_IN.get(holder)?.has(name)) return false;
  return OMITTED_WHEN_ZERO.has(name) || OMITTED_WHEN_ZERO_IN.get(holder)?.has(name) === true;
}

/** A list that Go writes even if it is empty. */
export function isKeptWhenEmpty(name: string): boolean {
  return KEPT_WHEN_EMPTY.has(name);
}

/** The keys are the user's, not those of a structure. */
export function isMap(name: string): boolean {
  return MAPS.has(name);
}

/** The value is a quantity. */
export function isQuantity(name: string): boolean {
  return QUANTITIES.has(name);
}

/** The values of the map are quantities. */
export function isQuantityMap(name: string): boolean {
  return QUANTITY_MAPS.has(name);
}

/** What Go writes into a structure although nobody said it: structures and quantities that are no pointers. */
export const ALWAYS_WRITTEN: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map(Object.entries({
  resourceFieldRef: { divisor: '0' },
  volumeClaimTemplate: { metadata: {} },
}));
