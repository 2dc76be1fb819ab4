import { JsonObject } from '../../../src/json/json';
import { adopt } from '../../../src/manifests/parts/adoption';
import { Manifest } from '../../../src/manifests/parts/manifest';
import { landscapeOf } from '../../landscapes';

const object = (apiVersion: string, kind: string, rest: JsonObject, metadata: JsonObject = {}): Manifest =>
  ({ apiVersion, kind, metadata: { name: 'x', namespace: 'orders', ...metadata }, ...rest }) as Manifest;
const labels = { labels: { ours: 'yes' } };
const mine = { labels: { mine: 'yes' }, annotations: { note: 'kept' } };

test.each([
  ['nothing is there', [], object('v1', 'Service', { spec: { a: 1 } }, labels), object('v1', 'Service', { spec: { a: 1 } }, labels)],
  ['an object of another group', [object('serving.knative.dev/v1', 'Service', { spec: { b: 1 } }, mine)],
    object('v1', 'Service', { spec: { a: 1 } }, labels), object('v1', 'Service', { spec: { a: 1 } }, labels)],
  ['a spec is replaced', [object('v1', 'Service', { spec: { b: 1 }, status: {} }, mine)],
    object('v1', 'Service', { spec: { a: 1 } }, labels), object('v1', 'Service', { spec: { a: 1 } }, mine)],
  ['data are added', [object('v1', 'ConfigMap', { data: { a: 'old', b: 'kept' }, immutable: false }, mine)],
    object('v1', 'ConfigMap', { data: { a: 'new' } }, labels), object('v1', 'ConfigMap', { data: { a: 'new', b: 'kept' }, immutable: false }, mine)],
  ['what the API server wrote is left out', [object('v1', 'Service', { spec: {} }, { ...mine, uid: '1', resourceVersion: '2', ownerReferences: [] })],
    object('v1', 'Service', { spec: { a: 1 } }), object('v1', 'Service', { spec: { a: 1 } }, mine)],
])('%s', (_what, existing, wanted, expected) => expect(adopt(landscapeOf(existing), wanted)).toEqual(expected));

test('a Deployment is merged into', () => {
  const existing = object('apps/v1', 'Deployment', {
    spec: {
      replicas: 5,
      revisionHistoryLimit: 3,
      selector: { matchLabels: { old: 'yes' } },
      template: {
        metadata: { labels: { old: 'yes' }, annotations: { restarted: 'yes' } },
        spec: { nodeSelector: { disk: 'fast' }, containers: [{ name: 'a', env: [{ name: 'OLD', value: '1' }] }] },
      },
    },
  }, mine);
  const wanted = object('apps/v1', 'Deployment', {
    spec: {
      replicas: 0,
      selector: { matchLabels: { ours: 'yes' } },
      template: { metadata: { labels: { ours: 'yes' } }, spec: { containers: [{ name: 'a', image: 'new' }] } },
    },
  }, labels);
  expect(adopt(landscapeOf([existing]), wanted)).toEqual(object('apps/v1', 'Deployment', {
    spec: {
      replicas: 0,
      revisionHistoryLimit: 3,
      selector: { matchLabels: { old: 'yes', ours: 'yes' } },
      template: {
        metadata: { labels: { old: 'yes', ours: 'yes' }, annotations: { restarted: 'yes' } },
        spec: { nodeSelector: { disk: 'fast' }, containers: [{ name: 'a', image: 'new' }] },
      },
    },
  }, mine));
});

test('a Deployment whose replicas are left open keeps its own', () => {
  const existing = object('apps/v1', 'Deployment', { spec: { replicas: 5 } });
  expect(adopt(landscapeOf([existing]), object('apps/v1', 'Deployment', { spec: { strategy: { type: 'Recreate' } } })).spec).toEqual({
    replicas: 5, strategy: { type: 'Recreate' },
  });
});
