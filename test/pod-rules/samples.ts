/** A value that a rule refuses, and one that is nearly the same and goes; `undefined` is no value. */
export type Sample = readonly [refused: unknown, accepted: unknown];

/** Samples of the values of fields; a rule about an object, or about the whole pod (`''`), has objects. */
export type Samples = Readonly<Record<string, ReadonlyArray<Sample>>>;

const under = (prefix: string, samples: Samples): Samples => Object.fromEntries(Object.entries(samples).map(([field, values]) => [`${prefix}${field}`, values]));

const LABEL: Sample[] = [['Front', 'front']];
const LONG_LABEL: Sample[] = [['a'.repeat(64), 'a'.repeat(63)]];
const SUBDOMAIN: Sample[] = [['a_b', 'a.b'], ['a'.repeat(254), 'a'.repeat(253)]];
const KEY: Sample[] = [['a b', 'example.org/a'], ['/a', 'A_b.c']];
const IDS: Sample[] = [[-1, 0], [2147483648, 2147483647]];
const MODE: Sample[] = [[512, 511], [-1, 0]];
const FILE: Sample[] = [['/a', 'a/b'], ['a/../b', 'a/b..'], ['..a', '.a'], ['', 'a']];
const NAME: Sample[] = [['', 'a'], [undefined, 'a']];
const words = (...[wrong, ...right]: readonly string[]): Sample[] => right.map((word): Sample => [wrong, word]);
const range = (least: number, most: number): Sample[] => [[least - 1, least], [most + 1, most]];

const EXPRESSION: Samples = {
  'matchExpressions[]': [
    [{ key: 'a', operator: 'in', values: ['b'] }, { key: 'a', operator: 'In', values: ['b'] }],
    [{ key: 'a', operator: 'NotIn' }, { key: 'a', operator: 'NotIn', values: ['b'] }],
    [{ key: 'a', operator: 'Exists', values: ['b'] }, { key: 'a', operator: 'Exists', values: [] }],
    [{ key: 'a', operator: 'DoesNotExist', values: ['b'] }, { key: 'a', operator: 'DoesNotExist' }],
  ],
  'matchExpressions[].key': KEY,
};
const selector = (prefix: string) => under(prefix, {
  ...EXPRESSION, 'matchLabels': [[{ 'a b': 'c' }, { a: 'c' }], [{ a: 'b c' }, { a: '' }]], 'matchExpressions[].values[]': [['a b', 'a_b'], ['-', '']],
});
const nodeTerm = (prefix: string) => under(prefix, {
  ...EXPRESSION,
  'matchExpressions[]': [...EXPRESSION['matchExpressions[]'], [{ key: 'a', operator: 'Gt', values: ['1', '2'] }, { key: 'a', operator: 'Lt', values: ['1'] }]],
  'matchFields[]': [
    [{ key: 'metadata.name', operator: 'Exists' }, { key: 'metadata.name', operator: 'In', values: ['a'] }],
    [{ key: 'metadata.name', operator: 'NotIn', values: ['a', 'b'] }, { key: 'metadata.name', operator: 'NotIn', values: ['a'] }],
  ],
  'matchFields[].key': [['metadata.uid', 'metadata.name']],
  'matchFields[].values[]': SUBDOMAIN,
});
const podTerm = (prefix: string) => under(prefix, { 'topologyKey': [...KEY, ...NAME], 'namespaces[]': LABEL, ...selector('labelSelector.'), ...selector('namespaceSelector.') });
const podAffinity = (prefix: string) => under(prefix, {
  ...podTerm('requiredDuringSchedulingIgnoredDuringExecution[].'),
  'preferredDuringSchedulingIgnoredDuringExecution[].weight': range(1, 100),
  ...podTerm('preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm.'),
});

const POD: Samples = {
  'priority': [[2147483648, 2147483647], [-2147483649, -2147483648]],
  'restartPolicy': words('OnFailure', 'Always'),
  'activeDeadlineSeconds': [[600, undefined]],
  'ephemeralContainers': [[[{ name: 'a' }], undefined]],
  'preemptionPolicy': words('never', 'Never', 'PreemptLowerPriority'),
  'hostname': [...LABEL, ...LONG_LABEL],
  'subdomain': LABEL,
  'serviceAccountName': SUBDOMAIN,
  'serviceAccount': SUBDOMAIN,
  'priorityClassName': SUBDOMAIN,
  'runtimeClassName': SUBDOMAIN,
  'imagePullSecrets': [[[{ name: 'a' }, { name: 'a' }], [{ name: 'a' }, { name: 'b' }]]],
  'hostAliases[].ip': [['10.0.0', '10.0.0.1'], ['::g', '::1'], ['fe80::1%eth0', 'fe80::1']],
  'hostAliases': [[[{ ip: '::1' }, { ip: '::1' }], [{ ip: '::1' }, { ip: '::2' }]]],
  'hostAliases[].hostnames[]': SUBDOMAIN,
  'dnsPolicy': words('clusterFirst', 'ClusterFirst', 'ClusterFirstWithHostNet', 'Default'),
  'dnsConfig.nameservers[]': [['dns.example.org', '10.0.0.1']],
  'dnsConfig.nameservers': [[['::1', '::2', '::3', '::4'], ['::1', '::2', '::3']]],
  'dnsConfig.searches': [[Array(33).fill('a'), Array(32).fill('a')], [Array(9).fill('a'.repeat(253)), Array(8).fill('a'.repeat(253))]],
  'dnsConfig.searches[]': [['_a.b', 'a.b.']],
  'dnsConfig.options[].name': NAME,
  '': [
    [{ dnsPolicy: 'None', dnsConfig: { searches: ['a'] } }, { dnsPolicy: 'None', dnsConfig: { nameservers: ['::1'] } }],
    [{ shareProcessNamespace: true, hostPID: true }, { shareProcessNamespace: true, hostPID: false }],
    [{ hostNetwork: true, containers: ports({ containerPort: 90, hostPort: 91 }) },
      { hostNetwork: true, containers: ports({ containerPort: 90, hostPort: 90 }) }],
    [{ containers: [...ports({ containerPort: 90, hostPort: 90 }), ...ports({ containerPort: 91, hostPort: 90 }, 'b')] },
      { containers: [...ports({ containerPort: 90, hostPort: 90 }), ...ports({ containerPort: 91, hostPort: 90, protocol: 'UDP' }, 'b')] }],
    [{ containers: containers('a', 'a') }, { containers: containers('a', 'b') }],
    [{ containers: containers('a'), initContainers: containers('a') }, { containers: containers('a'), initContainers: containers('b') }],
    [{ hostNetwork: true, securityContext: { sysctls: [{ name: 'net.ipv4.a', value: '1' }] } },
      { hostNetwork: true, securityContext: { sysctls: [{ name: 'kernel.shm_a', value: '1' }] } }],
    [{ hostNetwork: false, securityContext: { windowsOptions: { hostProcess: true } } },
      { hostNetwork: true, securityContext: { windowsOptions: { hostProcess: true } } }],
    [{ os: { name: 'linux' }, securityContext: { windowsOptions: {} } }, { securityContext: { windowsOptions: {} } }],
    [{ os: { name: 'windows' }, securityContext: { runAsUser: 1 } }, { os: { name: 'linux' }, securityContext: { runAsUser: 1 } }],
  ],
};

function containers(...names: readonly string[]) {
  return names.map((name) => ({ name, image: 'greet:1' }));
}

function ports(port: object, name = 'a') {
  return [{ name, image: 'greet:1', ports: [port] }];
}

const AFFINITY = 'affinity.nodeAffinity';
const SPREAD = 'topologySpreadConstraints';
const spread = (more: object) => ({ maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {}, ...more });

const SCHEDULING: Samples = {
  'nodeSelector': [[{ 'a b': 'c' }, { 'example.org/a': 'c' }], [{ a: 'b c' }, { a: 'b-c' }]],
  'nodeName': SUBDOMAIN,
  'schedulingGates[].name': KEY,
  'schedulingGates': [[[{ name: 'a' }, { name: 'a' }], [{ name: 'a' }, { name: 'b' }]]],
  'readinessGates[].conditionType': KEY,
  'tolerations[]': [
    [{ key: 'a', operator: 'exists' }, { key: 'a', operator: 'Exists' }],
    [{ operator: 'Equal', value: 'a' }, { operator: 'Exists' }],
    [{ key: 'a', operator: 'Exists', value: 'b' }, { key: 'a', operator: 'Equal', value: 'b' }],
    [{ key: 'a', value: 'b c' }, { key: 'a', value: 'b' }],
    [{ key: 'a', operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 1 }, { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 1 }],
  ],
  'tolerations[].key': KEY,
  'tolerations[].effect': words('noSchedule', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'),
  [`${AFFINITY}.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms`]: [[[], [{}]], [undefined, [{}]]],
  ...nodeTerm(`${AFFINITY}.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[].`),
  [`${AFFINITY}.preferredDuringSchedulingIgnoredDuringExecution[].weight`]: range(1, 100),
  ...nodeTerm(`${AFFINITY}.preferredDuringSchedulingIgnoredDuringExecution[].preference.`),
  ...podAffinity('affinity.podAffinity.'),
  ...podAffinity('affinity.podAntiAffinity.'),
  ...under(`${SPREAD}[].`, {
    maxSkew: [[0, 1], [3000000000, 2147483647]],
    topologyKey: NAME,
    whenUnsatisfiable: words('doNotSchedule', 'DoNotSchedule', 'ScheduleAnyway'),
    minDomains: [[0, 1]],
    nodeAffinityPolicy: words('honor', 'Honor', 'Ignore'),
    nodeTaintsPolicy: words('honor', 'Honor', 'Ignore'),
    ['matchLabelKeys[]']: KEY,
    ...selector('labelSelector.'),
  }),
  [`${SPREAD}[]`]: [
    [spread({ minDomains: 1, whenUnsatisfiable: 'ScheduleAnyway' }), spread({ minDomains: 1 })],
    [spread({ matchLabelKeys: ['a'], labelSelector: undefined }), spread({ matchLabelKeys: ['a'] })],
    [spread({ matchLabelKeys: ['a'], labelSelector: { matchLabels: { a: 'b' } } }), spread({ matchLabelKeys: ['a'], labelSelector: { matchLabels: { b: 'a' } } })],
  ],
  [SPREAD]: [[[spread({}), spread({})], [spread({}), spread({ whenUnsatisfiable: 'ScheduleAnyway' })]]],
};

const downward = (prefix: string, place: 'variables' | 'volumes') => under(prefix, {
  'fieldRef.apiVersion': words('v2', 'v1'),
  'fieldRef.fieldPath': [
    ['metadata.Name', 'metadata.name'], ["metadata.labels['a b']", "metadata.labels['a']"],
    place === 'variables' ? ['metadata.labels', 'status.podIP'] : ['status.podIP', 'metadata.labels'],
  ],
  'resourceFieldRef.resource': [['limits.gpu', 'limits.cpu'], ['cpu', 'requests.hugepages-2Mi']],
  'resourceFieldRef': [
    [{ containerName: 'a', resource: 'limits.cpu', divisor: '2' }, { containerName: 'a', resource: 'limits.cpu', divisor: '1m' }],
    [{ containerName: 'a', resource: 'limits.memory', divisor: '1m' }, { containerName: 'a', resource: 'limits.memory', divisor: '1Mi' }],
  ],
  ...place === 'volumes' && { 'resourceFieldRef.containerName': NAME },
});

const CONTAINER: Samples = {
  'containers[].restartPolicy': [['Always', undefined]],
  'initContainers[].restartPolicy': words('OnFailure', 'Always'),
  ...under('*.', {
    'name': [...LABEL, ...LONG_LABEL],
    'image': NAME,
    'imagePullPolicy': words('always', 'Always', 'IfNotPresent', 'Never'),
    'terminationMessagePolicy': words('FallbackToLogs', 'FallbackToLogsOnError', 'File'),
    'ports[].containerPort': range(1, 65535),
    'ports[].hostPort': range(1, 65535),
    'ports[].protocol': words('tcp', 'TCP', 'UDP', 'SCTP'),
    'ports[].name': [['a'.repeat(16), 'a'.repeat(15)], ['80', 'a80'], ['a--b', 'a-b'], ['A', 'a']],
    'ports': [
      [[{ containerPort: 80, name: 'a' }, { containerPort: 81, name: 'a' }], [{ containerPort: 80, name: 'a' }, { containerPort: 81, name: 'b' }]],
      [[{ containerPort: 80 }, { containerPort: 80, protocol: 'TCP' }], [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }]],
    ],
    'env[].name': [['1a', 'a1'], ['a b', 'a.b-c_d'], ['', '_'], ['..a', '.a']],
    'env': [[[{ name: 'A' }, { name: 'A' }], [{ name: 'A' }, { name: 'a' }]]],
    'env[].valueFrom': [
      [{}, { fieldRef: { fieldPath: 'metadata.name' } }],
      [{ secretKeyRef: { name: 'a', key: 'b' }, configMapKeyRef: { name: 'a', key: 'b' } }, { secretKeyRef: { name: 'a', key: 'b' } }],
    ],
    'env[]': [[{ name: 'A', value: 'a', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }, { name: 'A', value: '', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }]],
    'env[].valueFrom.secretKeyRef.name': [['a_b', 'a.b'], ['', 'a']],
    'env[].valueFrom.secretKeyRef.key': [['a/b', 'a_b'], ['..a', '.a'], ['', 'a']],
    'env[].valueFrom.configMapKeyRef.name': [['a_b', 'a.b'], ['', 'a']],
    'env[].valueFrom.configMapKeyRef.key': [['a/b', 'a_b'], ['', 'a']],
    'envFrom[]': [[{}, { configMapRef: { name: 'a' } }], [{ configMapRef: { name: 'a' }, secretRef: { name: 'a' } }, { secretRef: { name: 'a' } }]],
    'envFrom[].configMapRef.name': [['a_b', 'a.b'], ['', 'a']],
    'envFrom[].secretRef.name': [['a_b', 'a.b'], ['', 'a']],
    'envFrom[].prefix': [['1A', 'A1']],
    ...downward('env[].valueFrom.', 'variables'),
  }),
};

const PORT: Sample[] = [[0, 1], [65536, 65535], ['8080', 8080], ['a--b', 'a-b'], [undefined, 'web']];
const handlers = (prefix: string) => under(prefix, {
  'exec.command': [[[], ['a']], [undefined, ['a']]],
  'httpGet.port': PORT,
  'httpGet.scheme': words('https', 'HTTPS', 'HTTP'),
  'httpGet.httpHeaders[].name': [['a b', 'A-b'], ['', 'a']],
  'tcpSocket.port': PORT,
});
const NOT_NEGATIVE: Sample[] = [[-1, 0], [2147483648, 2147483647]];
const TWO = { tcpSocket: { port: 1 }, exec: { command: ['a'] } };
const probe = (name: string, more: Samples) => under(`*.${name}`, {
  '': [[{}, { tcpSocket: { port: 1 } }], [TWO, { exec: { command: ['a'] } }]],
  ...under('.', {
    ...handlers(''),
    'grpc.port': [...range(1, 65535), [undefined, 1]],
    'initialDelaySeconds': NOT_NEGATIVE,
    'timeoutSeconds': NOT_NEGATIVE,
    'periodSeconds': NOT_NEGATIVE,
    'failureThreshold': NOT_NEGATIVE,
    ...more,
  }),
});
const hook = (name: string) => under(`*.lifecycle.${name}`, {
  '': [[{}, { tcpSocket: { port: 1 } }], [TWO, { exec: { command: ['a'] } }]],
  ...under('.', { ...handlers(''), sleep: [[{ seconds: 0 }, { seconds: 1 }], [{ seconds: 31 }, { seconds: 30 }]] }),
});

const PROBES: Samples = {
  ...probe('livenessProbe', { successThreshold: [[2, 1]], terminationGracePeriodSeconds: [[0, 1]] }),
  ...probe('readinessProbe', { successThreshold: [[-1, 2]], terminationGracePeriodSeconds: [[1, undefined]] }),
  ...probe('startupProbe', { successThreshold: [[2, 1]], terminationGracePeriodSeconds: [[0, 1]] }),
  ...hook('postStart'),
  ...hook('preStop'),
  initContainers: ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'].map((field): Sample => {
    const container = { name: 'a', image: 'greet:1', [field]: field === 'lifecycle' ? { preStop: { exec: { command: ['a'] } } } : { exec: { command: ['a'] } } };
    return [[container], [{ ...container, restartPolicy: 'Always' }]];
  }),
};

const AMOUNTS: Sample[] = [
  [{ gpu: '1' }, { cpu: '1' }], [{ 'requests.example.org/gpu': '1' }, { 'kubernetes.io/gpu': '1' }], [{ memory: '-1Mi' }, { memory: '1Mi' }],
  [{ 'example.org/gpu': '500m' }, { 'example.org/gpu': '1000m' }], [{ 'memory': '1Gi', 'hugepages-2Mi': '3Mi' }, { 'memory': '1Gi', 'hugepages-2Mi': '4Mi' }],
];
const RESOURCES: Samples = {
  '*.resources.limits': AMOUNTS,
  '*.resources.requests': AMOUNTS.slice(0, 3),
  '*.resources': [
    [{ requests: { cpu: '1001m' }, limits: { cpu: '1' } }, { requests: { cpu: '1000m' }, limits: { cpu: '1' } }],
    [{ requests: { cpu: '1000000001n' }, limits: { cpu: '1' } }, { requests: { cpu: '1000000000n' }, limits: { cpu: '1' } }],
    [{ requests: { memory: '1Gi' }, limits: { memory: '1G' } }, { requests: { memory: '1G' }, limits: { memory: '1Gi' } }],
    [{ requests: { 'example.org/gpu': '1' } }, { requests: { 'example.org/gpu': '1' }, limits: { 'example.org/gpu': '1' } }],
    [{ requests: { 'example.org/gpu': '1' }, limits: { 'example.org/gpu': '2' } }, { limits: { 'example.org/gpu': '2' } }],
    [{ limits: { 'hugepages-2Mi': '2Mi' } }, { limits: { 'hugepages-2Mi': '2Mi', 'memory': '1Gi' } }],
  ],
  'overhead': AMOUNTS.slice(0, 3),
};

const files = (prefix: string) => under(prefix, { 'items[].key': NAME, 'items[].path': FILE, 'items[].mode': MODE });
const downwardFiles = (prefix: string) => under(prefix, {
  'items[].path': FILE,
  'items[]': [[{ path: 'a' }, { path: 'a', fieldRef: { fieldPath: 'metadata.name' } }]],
  'items[].mode': MODE,
  ...downward('items[].', 'volumes'),
});
const twice = (path: string) => ({ sources: [{ secret: { name: 'a', items: [{ key: 'a', path }] } }, { configMap: { name: 'a', items: [{ key: 'a', path: 'a' }] } }] });
const claim = (more: object) => ({ accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...more });
const target = (more: object) => ({ targetPortal: 'a', iqn: 'iqn.2001-04.a:b', lun: 1, ...more });
const disk = (kind: string | undefined, diskURI: string) => ({ diskName: 'a', kind, diskURI });

const VOLUMES: Samples = {
  volumes: [[[{ name: 'a', emptyDir: {} }, { name: 'a', emptyDir: {} }], [{ name: 'a', emptyDir: {} }, { name: 'b', emptyDir: {} }]]],
  ...under('volumes[]', {
    '': [[{ name: 'a', emptyDir: {}, secret: { secretName: 'a' } }, { name: 'a', emptyDir: {} }]],
    '.name': [...LABEL, ...LONG_LABEL],
  }),
  ...under('volumes[].', {
    'configMap.name': NAME,
    'configMap.defaultMode': MODE,
    ...files('configMap.'),
    'secret.secretName': NAME,
    'secret.defaultMode': MODE,
    ...files('secret.'),
    'persistentVolumeClaim.claimName': NAME,
    'downwardAPI.defaultMode': MODE,
    ...downwardFiles('downwardAPI.'),
    'projected.defaultMode': MODE,
    'projected.sources[]': [[{ secret: { name: 'a' }, configMap: { name: 'a' } }, { secret: { name: 'a' } }]],
    'projected.sources[].secret.name': NAME,
    ...files('projected.sources[].secret.'),
    'projected.sources[].configMap.name': NAME,
    ...files('projected.sources[].configMap.'),
    ...downwardFiles('projected.sources[].downwardAPI.'),
    'projected.sources[].serviceAccountToken.path': FILE,
    'projected.sources[].serviceAccountToken.expirationSeconds': range(600, 2 ** 32),
    'projected': [[twice('a'), twice('b')]],
    'emptyDir.sizeLimit': [['-1Mi', '0']],
    'hostPath.path': [['/a/../b', '/a/b'], ['', '/']],
    'hostPath.type': words('directory', 'Directory', '', 'Socket'),
    'nfs.server': NAME,
    'nfs.path': [['a', '/a'], ['', '/']],
    'csi.driver': [['a_b', 'A.b'], ['a'.repeat(64), 'a'.repeat(63)], ['', 'a']],
    'csi.nodePublishSecretRef.name': [['a_b', 'a.b'], ['', 'a']],
    'gitRepo.repository': NAME,
    'gitRepo.directory': [['../a', 'a']],
    'iscsi.targetPortal': NAME,
    'iscsi.iqn': [['iqn.2001.a:b', 'iqn.2001-04.a:b'], ['', 'iqn.2001-04.a:b']],
    'iscsi.initiatorName': [['abc', 'eui.0123456789abcdef'], ['naa.1', 'naa.0123456789abcdef0123456789abcdef']],
    'iscsi.lun': range(0, 255),
    'iscsi': [
      [target({ chapAuthSession: true }), target({ chapAuthSession: true, secretRef: { name: 'a' } })],
      [target({ chapAuthDiscovery: true }), target({ chapAuthDiscovery: false })],
    ],
    'fc': [
      [{}, { wwids: ['a'] }], [{ targetWWNs: ['a'] }, { targetWWNs: ['a'], lun: 0 }], [{ targetWWNs: ['a'], wwids: ['a'], lun: 1 }, { wwids: ['a'], lun: 1 }],
      [{ targetWWNs: ['a'], lun: 256 }, { targetWWNs: ['a'], lun: 255 }], [{ targetWWNs: ['a'], lun: -1 }, { wwids: ['a'], lun: -1 }],
    ],
    'flocker': [[{}, { datasetName: 'a' }], [{ datasetName: 'a', datasetUUID: 'b' }, { datasetUUID: 'b' }]],
    'flocker.datasetName': [['a/b', 'a-b']],
    'gcePersistentDisk.pdName': NAME,
    'gcePersistentDisk.partition': range(0, 255),
    'awsElasticBlockStore.volumeID': NAME,
    'awsElasticBlockStore.partition': range(0, 255),
    'azureFile.secretName': NAME,
    'azureFile.shareName': NAME,
    'azureDisk.diskName': NAME,
    'azureDisk.diskURI': [['', 'https://a']],
    'azureDisk.cachingMode': words('readOnly', 'ReadOnly', 'ReadWrite', 'None'),
    'azureDisk.kind': words('managed', 'Dedicated', 'Shared'),
    'azureDisk': [[disk('Managed', 'https://a'), disk('Managed', '/subscriptions/a')], [disk('Dedicated', '/subscriptions/a'), disk(undefined, '/subscriptions/a')]],
    'cephfs.monitors': [[[], ['a']]],
    'rbd.monitors': [[[], ['a']]],
    'rbd.image': NAME,
    'cinder.volumeID': NAME,
    'cinder.secretRef.name': NAME,
    'flexVolume.driver': NAME,
    'flexVolume.options': [[{ 'kubernetes.io/a': 'b' }, { 'example.org/a': 'b' }], [{ 'a.k8s.io/a': 'b' }, { 'ak8s.io/a': 'b' }]],
    'glusterfs.endpoints': NAME,
    'glusterfs.path': NAME,
    'photonPersistentDisk.pdID': NAME,
    'portworxVolume.volumeID': NAME,
    'quobyte.tenant': [['a'.repeat(65), 'a'.repeat(64)]],
    'quobyte.registry': [['a', 'a:1'], ['a:1,b', 'a:1,b:2'], ['::1:1', '[::1]:1']],
    'quobyte.volume': NAME,
    'scaleIO.gateway': NAME,
    'scaleIO.system': NAME,
    'scaleIO.volumeName': NAME,
    'storageos.volumeName': LABEL,
    'storageos.volumeNamespace': LABEL,
    'storageos.secretRef.name': NAME,
    'vsphereVolume.volumePath': NAME,
    'ephemeral.volumeClaimTemplate': [[undefined, { spec: claim({}) }]],
    'ephemeral.volumeClaimTemplate.spec.accessModes': [
      [[], ['ReadOnlyMany']], [['ReadWriteonce'], ['ReadWriteOnce']], [['ReadWriteOncePod', 'ReadWriteMany'], ['ReadWriteOnce', 'ReadWriteMany']], [undefined, ['ReadWriteOncePod']],
    ],
    'ephemeral.volumeClaimTemplate.spec': [[claim({ resources: { requests: { storage: '0' } } }), claim({})], [claim({ resources: {} }), claim({})]],
    'ephemeral.volumeClaimTemplate.spec.storageClassName': [...SUBDOMAIN, ['A', '']],
    'ephemeral.volumeClaimTemplate.spec.volumeMode': words('block', 'Block', 'Filesystem'),
    ...selector('ephemeral.volumeClaimTemplate.spec.selector.'),
  }),
};

/** The pods of samples have these volumes. */
export const SAMPLE_VOLUMES = [{ name: 'scratch', emptyDir: {} }, { name: 'block', persistentVolumeClaim: { claimName: 'a' } }];
const mount = (more: object) => ({ name: 'scratch', mountPath: '/a', ...more });
const device = (more: object) => ({ name: 'block', devicePath: '/dev/a', ...more });

const MOUNTS: Samples = under('*', {
  '': [
    [{ volumeMounts: [mount({ name: 'scrach' })] }, { volumeMounts: [mount({})] }],
    [{ volumeDevices: [device({ name: 'blok' })] }, { volumeDevices: [device({})] }],
    [{ volumeMounts: [mount({}), mount({})] }, { volumeMounts: [mount({}), mount({ mountPath: '/b' })] }],
    [{ volumeMounts: [mount({})], volumeDevices: [device({ devicePath: '/a' })] }, { volumeMounts: [mount({})], volumeDevices: [device({ devicePath: '/b' })] }],
    [{ volumeDevices: [device({}), device({ devicePath: '/dev/b' })] }, { volumeDevices: [device({})] }],
    [{ volumeDevices: [device({ name: 'scratch' })] }, { volumeDevices: [device({})] }],
    [{ volumeDevices: [device({})], volumeMounts: [mount({ name: 'block' })] }, { volumeDevices: [device({})], volumeMounts: [mount({})] }],
    [{ volumeMounts: [mount({ mountPropagation: 'Bidirectional' })] }, { volumeMounts: [mount({ mountPropagation: 'HostToContainer' })] }],
  ],
  ...under('.', {
    'volumeMounts[].name': [['', 'scratch']],
    'volumeMounts[].mountPath': NAME,
    'volumeMounts[].subPath': [['/a', 'a'], ['a/..', 'a..']],
    'volumeMounts[].subPathExpr': [['/a', 'a'], ['a/..', 'a..']],
    'volumeMounts[]': [[mount({ subPath: 'a', subPathExpr: 'b' }), mount({ subPath: 'a', subPathExpr: '' })]],
    'volumeMounts[].mountPropagation': words('none', 'None', 'HostToContainer'),
    'volumeDevices[].name': [['', 'block']],
    'volumeDevices[].devicePath': [['/dev/../a', '/dev/a'], ['', '/dev/a']],
  }),
});

const profile = (type: string, localhostProfile?: string) => ({ type, localhostProfile });
const CONTEXT: Samples = {
  'runAsUser': IDS,
  'runAsGroup': IDS,
  'seccompProfile': [
    [profile('Runtime'), profile('RuntimeDefault')], [profile('Localhost'), profile('Localhost', 'a')],
    [profile('Unconfined', 'a'), profile('Unconfined')], [profile('Localhost', '../a'), profile('Localhost', 'a/b')],
  ],
  'appArmorProfile': [[profile('Runtime'), profile('RuntimeDefault')], [profile('Localhost', ' a'), profile('Localhost', '/a')], [profile('Localhost'), profile('Localhost', 'a')]],
  'windowsOptions.gmsaCredentialSpecName': [['a_b', 'a.b']],
  'windowsOptions.gmsaCredentialSpec': [['', 'a'], ['a'.repeat(65537), 'a'.repeat(65536)]],
  'windowsOptions.runAsUserName': [['a/b', 'ContainerUser'], ['a\\b\\c', 'DOMAIN\\User'], ['', 'a'], ['...', 'a.']],
};

const SECURITY: Samples = {
  ...under('securityContext.', {
    ...CONTEXT,
    'fsGroup': IDS,
    'supplementalGroups[]': IDS,
    'fsGroupChangePolicy': words('always', 'Always', 'OnRootMismatch'),
    'sysctls[].name': [['net.Core', 'net.core/a_b'], ['', 'a'], [`${'a.'.repeat(126)}ab`, `${'a.'.repeat(126)}a`]],
    'sysctls': [[[{ name: 'a', value: '1' }, { name: 'a', value: '2' }], [{ name: 'a', value: '1' }, { name: 'b', value: '2' }]]],
  }),
  ...under('*.securityContext', {
    '': [
      [{ allowPrivilegeEscalation: false, privileged: true }, { allowPrivilegeEscalation: true, privileged: true }],
      [{ allowPrivilegeEscalation: false, capabilities: { add: ['CAP_SYS_ADMIN'] } }, { allowPrivilegeEscalation: false, capabilities: { add: ['SYS_ADMIN'] } }],
    ],
    ...under('.', CONTEXT),
  }),
  'os.name': [['Linux', 'linux'], [undefined, 'linux']],
};

const LATER: Samples = {
  'volumes[].image': [[{ reference: 'x:1' }, undefined]],
  'securityContext.supplementalGroupsPolicy': [['Strict', undefined]],
  '*.resources.claims[].request': [['a', undefined]],
  'resourceClaims[].resourceClaimName': [['a', undefined]],
  'resourceClaims[].resourceClaimTemplateName': [['a', undefined]],
};

/** Samples of all rules about pods of a Deployment. */
export const POD_SAMPLES: Samples = { ...POD, ...SCHEDULING, ...CONTAINER, ...PROBES, ...RESOURCES, ...VOLUMES, ...MOUNTS, ...SECURITY, ...LATER };

/** What stands beside a sample, so that nothing else is wrong; what a sample says itself counts. */
export const BESIDE: Readonly<Record<string, object>> = {
  'containers[]': { name: 'a', image: 'greet:1' },
  'containers[].env[]': { name: 'A' },
  'initContainers[]': { name: 'b', image: 'greet:1' },
  '*.env[]': { name: 'A' },
  '*.env[].valueFrom.fieldRef': { fieldPath: 'metadata.name' },
  '*.env[].valueFrom.resourceFieldRef': { resource: 'limits.cpu' },
  '*.env[].valueFrom.secretKeyRef': { name: 'a', key: 'a' },
  '*.env[].valueFrom.configMapKeyRef': { name: 'a', key: 'a' },
  '*.envFrom[]': { configMapRef: { name: 'a' } },
  '*.ports[]': { containerPort: 80 },
  '*.volumeMounts[]': { name: 'scratch', mountPath: '/a' },
  '*.volumeDevices[]': { name: 'block', devicePath: '/dev/a' },
  '*.resources.claims[]': { name: 'a' },
  'resourceClaims[]': { name: 'a' },
  'volumes[]': { name: 'a' },
  'hostAliases[]': { ip: '::1' },
  'securityContext.sysctls[]': { value: '1' },
  'topologySpreadConstraints[]': { maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {} },
  'tolerations[]': { key: 'a', operator: 'Exists' },
  'volumes[].nfs': { server: 'a', path: '/' },
  'volumes[].csi': { driver: 'a' },
  'volumes[].hostPath': { path: '/' },
  'volumes[].gitRepo': { repository: 'a' },
  'volumes[].iscsi': { targetPortal: 'a', iqn: 'iqn.2001-04.a:b', lun: 0 },
  'volumes[].gcePersistentDisk': { pdName: 'a' },
  'volumes[].awsElasticBlockStore': { volumeID: 'a' },
  'volumes[].azureFile': { secretName: 'a', shareName: 'a' },
  'volumes[].azureDisk': { diskName: 'a', diskURI: 'https://a' },
  'volumes[].cephfs': { monitors: ['a'] },
  'volumes[].rbd': { monitors: ['a'], image: 'a' },
  'volumes[].cinder': { volumeID: 'a' },
  'volumes[].flexVolume': { driver: 'a' },
  'volumes[].glusterfs': { endpoints: 'a', path: 'a' },
  'volumes[].quobyte': { registry: 'a:1', volume: 'a' },
  'volumes[].scaleIO': { gateway: 'a', system: 'a', volumeName: 'a', secretRef: { name: 'a' } },
  'volumes[].storageos': { volumeName: 'a' },
  'volumes[].configMap': { name: 'a' },
  'volumes[].secret': { secretName: 'a' },
  'volumes[].projected.sources[].secret': { name: 'a' },
  'volumes[].projected.sources[].configMap': { name: 'a' },
  'volumes[].projected.sources[].serviceAccountToken': { path: 'a' },
  'volumes[].ephemeral.volumeClaimTemplate.spec': claim({}),
};

/** By the last steps of a pattern, wherever it is. */
export const BESIDE_STEPS: ReadonlyArray<readonly [RegExp, object]> = [
  [/\.(configMap|secret)\.items\[\]$/, { key: 'a', path: 'a' }],
  [/\.downwardAPI\.items\[\]$/, { path: 'a', fieldRef: { fieldPath: 'metadata.name' } }],
  [/\.items\[\]\.fieldRef$/, { fieldPath: 'metadata.name' }],
  [/\.items\[\]\.resourceFieldRef$/, { containerName: 'a', resource: 'limits.cpu' }],
  [/matchExpressions\[\]$/, { key: 'a', operator: 'In', values: ['b'] }],
  [/matchFields\[\]$/, { key: 'metadata.name', operator: 'In', values: ['b'] }],
  [/required\w+\[\]$|podAffinityTerm$/, { topologyKey: 'a' }],
  [/preferred\w+\[\]$/, { weight: 1 }],
  [/podA\w+\.preferred\w+\[\]$/, { weight: 1, podAffinityTerm: { topologyKey: 'a' } }],
  [/nodeAffinity\.preferred\w+\[\]$/, { weight: 1, preference: {} }],
  [/httpHeaders\[\]$/, { name: 'A', value: 'a' }],
  [/httpGet$|tcpSocket$/, { port: 1 }],
  [/grpc$/, { port: 1 }],
  [/Probe$/, { tcpSocket: { port: 1 } }],
];
