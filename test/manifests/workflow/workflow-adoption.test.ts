import { JsonObject } from '../../../src/json/json';
import { asObject } from '../../../src/json/lenient';
import { adoptManagedProperties } from '../../../src/manifests/workflow/workflow-adoption';
import { workflowManifests } from '../../../src/manifests/workflow/workflow-manifests';
import { landscapeOf } from '../../landscapes';
import { gitops, platform, profiled } from '../../platforms';

/** What becomes of an object that is in the place of one of a workflow's. */
function adopted(inPlace: JsonObject, workflow: JsonObject = gitops()): JsonObject | undefined {
  const landscape = landscapeOf([workflow, platform({}), inPlace], { openshift: true }, { corrected: false });
  const { kind, metadata } = inPlace;
  return workflowManifests(landscape, landscape.workflows[0])
    .find((manifest) => manifest.kind === kind && manifest.metadata.name === asObject(metadata).name);
}

const object = (kind: string, apiVersion: string, content: JsonObject, metadata: JsonObject = {}): JsonObject =>
  ({ apiVersion, kind, metadata: { name: 'greet', namespace: 'orders', ...metadata }, ...content });
const FULL = expect.objectContaining({ 'app': 'greet', 'app.kubernetes.io/part-of': 'hub' });

const OLD_POD = {
  metadata: { labels: { old: 'pod' }, annotations: { kept: 'yes' } },
  spec: {
    nodeSelector: { disk: 'ssd' },
    serviceAccountName: 'old',
    volumes: [{ name: 'old', emptyDir: {} }],
    initContainers: [{ name: 'init' }],
    containers: [{ name: 'web', image: 'nginx' }],
  },
};
const OLD_DEPLOYMENT = object('Deployment', 'apps/v1', {
  spec: { replicas: 5, minReadySeconds: 3, selector: { matchLabels: { old: 'pod' } }, template: OLD_POD }, status: { replicas: 5 },
}, { uid: '1', labels: { old: 'yes', app: 'old' }, annotations: { by: 'hand' }, finalizers: ['x'] });

test('a Deployment keeps its selector and what the operator does not speak of', () => {
  const podTemplate = { nodeSelector: { zone: 'a' }, container: {} };
  expect(adopted(OLD_DEPLOYMENT, gitops(podTemplate))).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'greet',
      namespace: 'orders',
      labels: expect.objectContaining({ 'old': 'yes', 'app': 'old', 'app.kubernetes.io/part-of': 'hub' }),
      annotations: { by: 'hand' },
    },
    spec: {
      replicas: 1,
      minReadySeconds: 3,
      selector: { matchLabels: { old: 'pod' } },
      template: {
        metadata: { labels: { old: 'pod' }, annotations: { 'kept': 'yes', 'sonataflow.org/checksum-config': expect.any(String) } },
        spec: {
          nodeSelector: { disk: 'ssd', zone: 'a' },
          serviceAccountName: 'old',
          volumes: [expect.objectContaining({ name: 'workflow-properties' })],
          initContainers: [{ name: 'init' }],
          containers: [expect.objectContaining({ name: 'workflow', volumeMounts: [expect.objectContaining({ name: 'workflow-properties' })] })],
        },
      },
    },
  });
});

test('in development a Deployment gets the selector and labels of the operator', () => {
  const { metadata, spec } = adopted(OLD_DEPLOYMENT, profiled('dev')) as { metadata: JsonObject; spec: JsonObject };
  expect(metadata.labels).not.toHaveProperty('old');
  expect(metadata.labels).toEqual(FULL);
  expect(spec.selector).toEqual({ matchLabels: expect.objectContaining({ app: 'greet' }) });
  expect(spec.template).toMatchObject({ metadata: { labels: { old: 'pod' }, annotations: { kept: 'yes' } } });
});

test('a Knative Service keeps annotations and the labels of its pods', () => {
  const old = object('Service', 'serving.knative.dev/v1', { spec: { traffic: [], template: OLD_POD } }, { labels: { old: 'yes' }, annotations: { by: 'hand' } });
  expect(adopted(old, gitops({ deploymentModel: 'knative' }))).toMatchObject({
    metadata: { labels: FULL, annotations: { by: 'hand' } },
    spec: {
      traffic: [],
      template: { metadata: OLD_POD.metadata, spec: { serviceAccountName: 'old', volumes: [{ name: 'workflow-properties' }], containers: [{ name: 'workflow' }] } },
    },
  });
});

test('a Service keeps its selector and type', () => {
  const old = object('Service', 'v1', { spec: { selector: { old: 'pod' }, type: 'LoadBalancer', ports: [{ port: 1 }] } }, { labels: { old: 'yes' } });
  expect(adopted(old)).toEqual({
    ...old,
    metadata: { name: 'greet', namespace: 'orders', labels: FULL },
    spec: { selector: { old: 'pod' }, type: 'LoadBalancer', ports: [{ name: 'web', protocol: 'TCP', port: 80, targetPort: 8080 }] },
  });
});

test.each([
  ['other files beside the operator\'s', { 'application-prod.properties': 'old', 'other': 'x' }, ['application-prod.properties', 'other']],
  ['nothing without the operator\'s', { other: 'x' }, ['application-prod.properties']],
])('managed properties keep %s', (_what, data, files) => {
  const result = adopted(object('ConfigMap', 'v1', { data }, { name: 'greet-managed-props', labels: { old: 'yes' } }));
  expect(Object.keys(asObject(result?.data))).toEqual(files);
  expect(asObject(result?.data)['application-prod.properties']).toMatch(/^kogito/);
  expect(result?.metadata).toEqual({ name: 'greet-managed-props', namespace: 'orders' });
});

test('managed properties with some of the operator\'s files, but not all, are replaced', () => {
  const configMap = (data: JsonObject) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'greet-managed-props' }, data });
  const wanted = { 'application-dev.properties': 'new', 'application-prod.properties': 'new' };
  expect(adoptManagedProperties(configMap({ 'application-prod.properties': 'old', 'other': 'x' }), configMap(wanted)).data).toEqual(wanted);
});

test('the definition is replaced', () => {
  const result = adopted(object('ConfigMap', 'v1', { data: { other: 'x' } }, { annotations: { by: 'hand' } }), profiled('dev'));
  expect(Object.keys(asObject(result?.data))).toEqual(['greet.sw.json']);
  expect(result?.metadata).toEqual({ name: 'greet', namespace: 'orders', annotations: { by: 'hand' }, labels: FULL });
});

test.each([
  ['the user\'s properties', object('ConfigMap', 'v1', { data: { x: 'y' } }, { name: 'greet-props' }), gitops()],
  ['a Route', object('Route', 'route.openshift.io/v1', { spec: {} }), profiled('dev')],
  ['a SinkBinding', object('SinkBinding', 'sources.knative.dev/v1', { spec: {} }, { name: 'greet-sb' }), gitops({}, { sink: { uri: 'http://x' } })],
])('left as it is: %s', (_what, inPlace, workflow) => expect(adopted(inPlace, workflow)).toBeUndefined());

test('what does not change is not written', () => {
  const landscape = landscapeOf([gitops(), platform({})], {}, { corrected: false });
  const manifests = workflowManifests(landscape, landscape.workflows[0]);
  const again = landscapeOf([gitops(), platform({}), ...manifests], {}, { corrected: false });
  expect(workflowManifests(again, again.workflows[0])).toEqual([]);
});
