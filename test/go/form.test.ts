import { goForm } from '../../src/go/form';
import { JsonObject } from '../../src/json/json';

test.each<[string, JsonObject, JsonObject]>([
  ['nothing', {}, {}],
  ['empty values', { image: '', stdin: false, command: [], nodeSelector: {} }, {}],
  ['empty values of pointers', { runtimeClassName: '', hostUsers: false, priority: 0, affinity: {} }, {
    runtimeClassName: '', hostUsers: false, priority: 0, affinity: {},
  }],
  ['nothing said', { priority: null, affinity: null }, {}],
  ['entries of maps', { nodeSelector: { disk: '', stdin: 'yes' } }, { nodeSelector: { disk: '', stdin: 'yes' } }],
  ['a probe', { livenessProbe: { periodSeconds: 0, terminationGracePeriodSeconds: 0, httpGet: { path: '', port: 0 }, exec: {} } }, {
    livenessProbe: { terminationGracePeriodSeconds: 0, httpGet: { port: 0 }, exec: {} },
  }],
  ['variables', { env: [{ name: '', value: '' }, { name: 'A', valueFrom: { secretKeyRef: { name: '', key: '', optional: false } } }] }, {
    env: [{ name: '' }, { name: 'A', valueFrom: { secretKeyRef: { key: '', optional: false } } }],
  }],
  ['ports and mounts', { ports: [{ name: '', containerPort: 0, hostPort: 0, protocol: '' }], volumeMounts: [{ name: '', mountPath: '', readOnly: false }] }, {
    ports: [{ containerPort: 0 }], volumeMounts: [{ name: '', mountPath: '' }],
  }],
  ['tolerations and their kin', {
    tolerations: [{ key: '', operator: '', value: '', effect: '', tolerationSeconds: 0 }],
    topologySpreadConstraints: [{ maxSkew: 0, topologyKey: '', whenUnsatisfiable: '', labelSelector: { matchLabels: { a: '' }, matchExpressions: [{ key: '', operator: '' }] } }],
  }, {
    tolerations: [{ tolerationSeconds: 0 }],
    topologySpreadConstraints: [{ maxSkew: 0, topologyKey: '', whenUnsatisfiable: '', labelSelector: { matchLabels: { a: '' }, matchExpressions: [{ key: '', operator: '' }] } }],
  }],
  ['pull secrets by the default of the API server', { imagePullSecrets: [{ name: '' }] }, { imagePullSecrets: [{}] }],
  ['restart policies', { restartPolicy: '', initContainers: [{ name: 'a', restartPolicy: '' }] }, { initContainers: [{ name: 'a', restartPolicy: '' }] }],
  ['volumes', {
    volumes: [
      { name: 'a', configMap: { name: '', items: [], defaultMode: 0 } },
      { name: 'b', azureDisk: { diskName: '', fsType: '', readOnly: false } },
      { name: 'c', nfs: { path: '', server: '', readOnly: false } },
      { name: 'd', projected: { sources: [] } },
      { name: 'e', hostPath: { path: '', type: '' } },
      { name: 'f', emptyDir: {} },
    ],
  }, {
    volumes: [
      { name: 'a', configMap: { defaultMode: 0 } },
      { name: 'b', azureDisk: { diskName: '', fsType: '', readOnly: false } },
      { name: 'c', nfs: { path: '', server: '' } },
      { name: 'd', projected: { sources: [] } },
      { name: 'e', hostPath: { path: '', type: '' } },
      { name: 'f', emptyDir: {} },
    ],
  }],
  ['quantities', {
    resources: { limits: { cpu: '1000m', memory: '1024Mi', nonsense: 'much' }, requests: { cpu: 1, memory: '' }, claims: [] },
    overhead: { cpu: '0.5' },
    volumes: [{ emptyDir: { sizeLimit: '2048Ki', medium: '' } }, { ephemeral: { volumeClaimTemplate: { spec: { resources: { requests: { storage: '1000M' } } } } } }],
  }, {
    resources: { limits: { cpu: '1', memory: '1Gi', nonsense: 'much' }, requests: { cpu: '1', memory: '' } },
    overhead: { cpu: '500m' },
    volumes: [{ emptyDir: { sizeLimit: '2Mi' } }, { ephemeral: { volumeClaimTemplate: { metadata: {}, spec: { resources: { requests: { storage: '1G' } } } } } }],
  }],
  ['divisors', { env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'x' } } }, { name: 'B', valueFrom: { resourceFieldRef: { resource: 'x', divisor: '1000m' } } }] }, {
    env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'x', divisor: '0' } } }, { name: 'B', valueFrom: { resourceFieldRef: { resource: 'x', divisor: '1' } } }],
  }],
])('%s', (_, given, written) => expect(goForm(given)).toEqual(written));
