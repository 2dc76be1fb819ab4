import { JsonObject } from '../../../src/json/json';
import { defaultPlatform } from '../../../src/manifests/platform/default-platform';
import { landscapeOf } from '../../landscapes';
import { workflow } from '../../platforms';

const registry = (hosting: string): JsonObject => ({
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'local-registry-hosting', namespace: 'kube-public' }, data: { 'localRegistryHosting.v1': hosting },
});
const config = (objects: readonly JsonObject[], openshift = false) =>
  (defaultPlatform(landscapeOf([workflow(), ...objects], { openshift }), 'orders')[0].spec as { build: { config: JsonObject } }).build.config;

const KUBERNETES = {
  baseImage: 'docker.io/apache/incubator-kie-sonataflow-builder:10.1.0',
  strategy: 'operator',
  strategyOptions: { KanikoBuildCacheEnabled: 'true', KanikoPersistentVolumeClaim: 'sonataflow-platform' },
  timeout: '5m0s',
};

test.each([
  ['Kubernetes', config([]), KUBERNETES],
  ['OpenShift', config([], true), { strategy: 'platform', timeout: '5m0s' }],
  ['a cluster that names its registry', config([registry('host: "localhost:5001"\nhostFromClusterNetwork: "registry:5000"')]),
    { ...KUBERNETES, registry: { address: 'registry:5000' } }],
  ['a registry that pods cannot reach', config([registry('host: "localhost:5001"')]), KUBERNETES],
  ['a registry that nobody can read', config([registry('{')]), KUBERNETES],
])('a made-up platform: %s', (_what, given, expected) => expect(given).toEqual(expected));

test('on OpenShift it has no cache', () => {
  expect(defaultPlatform(landscapeOf([workflow()], { openshift: true }), 'orders').map(({ kind }) => kind)).toEqual(['SonataFlowPlatform']);
});
