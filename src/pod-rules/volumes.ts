import { downwardFields } from './downward';
import { exactlyOne, objectRule, oneOf, range, required, requiredShaped, shaped, unique, valueRule } from './makers';
import { Mistake, PodRule } from './rule';
import { claimSelector } from './scheduling';
import { ABSOLUTE_PATH, CSI_DRIVER, FILE_PATH, ISCSI_NAME, LABEL, PATH_WITHOUT_PARENTS, RELATIVE_PATH, SUBDOMAIN } from './shapes';
import { list, quote } from '../findings/words';
import { billionths } from '../go/quantity';
import { JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';

/** Sources of volumes that Kubernetes 1.30 knows. */
const SOURCES = [
  'awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'fc', 'flexVolume',
  'flocker', 'gcePersistentDisk', 'gitRepo', 'glusterfs', 'hostPath', 'iscsi', 'nfs', 'persistentVolumeClaim', 'photonPersistentDisk', 'portworxVolume',
  'projected', 'quobyte', 'rbd', 'scaleIO', 'secret', 'storageos', 'vsphereVolume',
];
const HIGHEST_MODE = 0o777;
const ACCESS_MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

function mode(field: string): PodRule {
  const { judge, ...rule } = range(field, 0, HIGHEST_MODE);
  return {
    ...rule,
    allowed: `a number from 0 to ${HIGHEST_MODE}, which is 0777 in octal`,
    judge: (value, pod, minor) => judge(value, pod, minor).map((mistake) => ({ ...mistake, fix: octal(value) })),
  };
}

/** Somebody who writes 644 means the octal number. */
function octal(value: unknown): string {
  return /^[0-7]{3,4}$/.test(String(value)) ? `write 0${String(value)}, or ${parseInt(String(value), 8)} in decimal` : 'write such a number';
}

function files(field: string): PodRule[] {
  return [required(`${field}.items[].key`, 'a key'), requiredShaped(`${field}.items[].path`, FILE_PATH), mode(`${field}.items[].mode`)];
}

function downwardFiles(field: string): PodRule[] {
  return [
    requiredShaped(`${field}.items[].path`, FILE_PATH),
    exactlyOne(`${field}.items[]`, ['fieldRef', 'resourceFieldRef']),
    ...downwardFields(`${field}.items[]`, 'volumes'),
    mode(`${field}.items[].mode`),
  ];
}

/** Files of one volume have to have different names, whichever source they are of. */
function projectedPaths({ sources }: Partial<JsonObject>): Mistake[] {
  const taken = new Set<string>();
  return asList(sources).map(asObject).flatMap((source, s) => ['secret', 'configMap', 'downwardAPI'].flatMap((kind) => (
    asList(asObject(source[kind]).items).flatMap((item, i): Mistake[] => {
      const path = asText(asObject(item).path);
      const repeated = path !== '' && taken.has(path);
      taken.add(path);
      return repeated ? [{ at: ['sources', s, kind, 'items', i, 'path'], given: `${quote(path)} for the second time`, fix: 'give the file another path' }] : [];
    })
  )));
}

const PROJECTED = 'volumes[].projected.sources[]';

const CONFIGURATION_RULES: readonly PodRule[] = [
  required('volumes[].configMap.name', 'the name of the ConfigMap'),
  mode('volumes[].configMap.defaultMode'),
  ...files('volumes[].configMap'),
  required('volumes[].secret.secretName', 'the name of the Secret'),
  mode('volumes[].secret.defaultMode'),
  ...files('volumes[].secret'),
  required('volumes[].persistentVolumeClaim.claimName', 'the name of the claim'),
  mode('volumes[].downwardAPI.defaultMode'),
  ...downwardFiles('volumes[].downwardAPI'),
  mode('volumes[].projected.defaultMode'),
  exactlyOne(PROJECTED, ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken', 'clusterTrustBundle'], { none: false }),
  required(`${PROJECTED}.secret.name`, 'the name of the Secret'),
  ...files(`${PROJECTED}.secret`),
  required(`${PROJECTED}.configMap.name`, 'the name of the ConfigMap'),
  ...files(`${PROJECTED}.configMap`),
  ...downwardFiles(`${PROJECTED}.downwardAPI`),
  requiredShaped(`${PROJECTED}.serviceAccountToken.path`, FILE_PATH),
  range(`${PROJECTED}.serviceAccountToken.expirationSeconds`, 600, 2 ** 32),
  objectRule('volumes[].projected', 'duplicate', 'files with different paths', projectedPaths),
];

/** Disks and shares of clouds and networks. */
const STORAGE_RULES: readonly PodRule[] = [
  valueRule('volumes[].emptyDir.sizeLimit', 'an amount from 0', (value) => (billionths(value) ?? 0n) < 0n ? 'write such an amount, or leave it out' : undefined),
  requiredShaped('volumes[].hostPath.path', PATH_WITHOUT_PARENTS),
  oneOf('volumes[].hostPath.type', '', 'DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'),
  required('volumes[].nfs.server', 'the host of the server'),
  requiredShaped('volumes[].nfs.path', ABSOLUTE_PATH),
  requiredShaped('volumes[].csi.driver', CSI_DRIVER),
  requiredShaped('volumes[].csi.nodePublishSecretRef.name', SUBDOMAIN),
  required('volumes[].gitRepo.repository', 'the address of the repository'),
  shaped('volumes[].gitRepo.directory', RELATIVE_PATH),
  required('volumes[].iscsi.targetPortal', 'the address of the target'),
  requiredShaped('volumes[].iscsi.iqn', ISCSI_NAME),
  shaped('volumes[].iscsi.initiatorName', ISCSI_NAME),
  range('volumes[].iscsi.lun', 0, 255),
  objectRule('volumes[].iscsi', 'conflict', 'CHAP with a Secret', ({ chapAuthDiscovery, chapAuthSession, secretRef }) => (
    (chapAuthDiscovery === true || chapAuthSession === true) && secretRef === undefined
      ? [{ at: ['secretRef'], given: 'CHAP without secretRef', fix: 'name the Secret in secretRef' }] : []
  )),
  objectRule('volumes[].fc', 'oneOf', 'one of targetWWNs with a lun, and wwids', ({ targetWWNs, wwids, lun }): Mistake[] => {
    const [names, ids] = [asList(targetWWNs).length > 0, asList(wwids).length > 0];
    if (names === ids) return [{ at: ['targetWWNs'], given: names ? 'targetWWNs and wwids together' : 'neither targetWWNs nor wwids', fix: 'write one of the two' }];
    return names && lun === undefined ? [{ at: ['lun'], given: 'targetWWNs without a lun', fix: 'write the lun' }] : [];
  }),
  objectRule('volumes[].fc', 'value', 'a lun from 0 to 255', ({ targetWWNs, lun }) => (
    asList(targetWWNs).length > 0 && typeof lun === 'number' && (lun < 0 || lun > 255) ? [{ at: ['lun'], given: quote(lun), fix: 'write such a number' }] : []
  )),
  exactlyOne('volumes[].flocker', ['datasetName', 'datasetUUID']),
  valueRule('volumes[].flocker.datasetName', 'a name without "/"', (value) => asText(value).includes('/') ? 'write the name alone' : undefined),
  required('volumes[].gcePersistentDisk.pdName', 'the name of the disk'),
  range('volumes[].gcePersistentDisk.partition', 0, 255),
  required('volumes[].awsElasticBlockStore.volumeID', 'the id of the volume'),
  range('volumes[].awsElasticBlockStore.partition', 0, 255),
  required('volumes[].azureFile.secretName', 'the name of the Secret'),
  required('volumes[].azureFile.shareName', 'the name of the share'),
  required('volumes[].azureDisk.diskName', 'the name of the disk'),
  required('volumes[].azureDisk.diskURI', 'the address of the disk'),
  oneOf('volumes[].azureDisk.cachingMode', 'None', 'ReadOnly', 'ReadWrite'),
  oneOf('volumes[].azureDisk.kind', 'Shared', 'Dedicated', 'Managed'),
  objectRule('volumes[].azureDisk', 'value', 'an address that begins with /subscriptions/ where the kind is Managed, else with https://', ({ kind, diskURI }) => {
    const start = kind === 'Managed' ? '/subscriptions/' : 'https://';
    return kind === undefined || asText(diskURI) === '' || asText(diskURI).startsWith(start) ? [] : [{ at: ['diskURI'], given: quote(diskURI), fix: `write an address that begins with ${start}` }];
  }),
  required('volumes[].cephfs.monitors', 'the addresses of the monitors'),
  required('volumes[].rbd.monitors', 'the addresses of the monitors'),
  required('volumes[].rbd.image', 'the name of the image'),
  required('volumes[].cinder.volumeID', 'the id of the volume'),
  required('volumes[].cinder.secretRef.name', 'the name of the Secret'),
  required('volumes[].flexVolume.driver', 'the name of the driver'),
  objectRule('volumes[].flexVolume.options', 'value', 'options outside of kubernetes.io and k8s.io', (options) => Object.keys(options)
    .filter((key) => /\.(kubernetes|k8s)\.io$/.test(`.${key.replace(/\/.*/s, '').toLowerCase()}`))
    .map((key) => ({ at: [key], given: `the option ${quote(key)}`, fix: 'leave it out' }))),
  required('volumes[].glusterfs.endpoints', 'the name of the endpoints'),
  required('volumes[].glusterfs.path', 'the path'),
  required('volumes[].photonPersistentDisk.pdID', 'the id of the disk'),
  required('volumes[].portworxVolume.volumeID', 'the id of the volume'),
  valueRule('volumes[].quobyte.tenant', 'at most 64 characters', (value) => asText(value).length > 64 ? 'write the UUID of the tenant' : undefined),
  {
    ...valueRule('volumes[].quobyte.registry', 'host:port, several with "," between them', (value) => (
      asText(value).split(',').every((pair) => /^(\[[^\]]*\]|[^:[\]]*):[^:[\]]*$/.test(pair)) ? undefined : 'write host:port'
    )),
    required: true,
  },
  required('volumes[].quobyte.volume', 'the name of the volume'),
  required('volumes[].scaleIO.gateway', 'the address of the gateway'),
  required('volumes[].scaleIO.system', 'the name of the system'),
  required('volumes[].scaleIO.volumeName', 'the name of the volume'),
  requiredShaped('volumes[].storageos.volumeName', LABEL),
  shaped('volumes[].storageos.volumeNamespace', LABEL),
  required('volumes[].storageos.secretRef.name', 'the name of the Secret'),
  required('volumes[].vsphereVolume.volumePath', 'the path of the volume'),
];

const CLAIM = 'volumes[].ephemeral.volumeClaimTemplate';

const CLAIM_RULES: readonly PodRule[] = [
  required(CLAIM, 'the template of a claim'),
  {
    ...valueRule(`${CLAIM}.spec.accessModes`, `at least one of ${list(ACCESS_MODES)}, and ReadWriteOncePod alone`, (value) => {
      const modes = asList(value).map((item) => asText(item));
      const fine = modes.length > 0 && modes.every((item) => ACCESS_MODES.includes(item)) && (!modes.includes('ReadWriteOncePod') || new Set(modes).size === 1);
      return fine ? undefined : 'write such a list';
    }),
    required: true,
  },
  {
    ...valueRule(`${CLAIM}.spec.resources.requests.storage`, 'an amount above 0', () => undefined),
    field: `${CLAIM}.spec`,
    judge: (value) => {
      const { storage } = asObject(asObject(asObject(value).resources).requests);
      const amount = billionths(storage);
      return storage !== undefined && (amount === undefined || amount > 0n) ? [] : [{ at: ['resources', 'requests', 'storage'], given: quote(storage), fix: 'write how much is wanted' }];
    },
  },
  valueRule(`${CLAIM}.spec.storageClassName`, SUBDOMAIN.words, (value) => asText(value) === '' || SUBDOMAIN.matches(asText(value)) ? undefined : 'write the name of the class'),
  oneOf(`${CLAIM}.spec.volumeMode`, 'Filesystem', 'Block'),
  ...claimSelector(`${CLAIM}.spec.selector`),
];

/** The volumes of a pod. */
export const VOLUME_RULES: readonly PodRule[] = [
  requiredShaped('volumes[].name', LABEL),
  unique('volumes', 'name', ({ name }) => asText(name) || undefined, { at: ['name'] }),
  exactlyOne('volumes[]', SOURCES, { none: false }),
  ...CONFIGURATION_RULES,
  ...STORAGE_RULES,
  ...CLAIM_RULES,
];
