import { JsonObject } from '../../../src/json/json';
import { kanikoCache } from '../../../src/manifests/platform/kaniko-cache';
import { landscapeOf } from '../../landscapes';

const cache = (config: JsonObject, objects: readonly JsonObject[] = [], openshift = false) =>
  kanikoCache(landscapeOf(objects, { openshift }), { name: 'hub', namespace: 'orders', build: { config } });
const on = (options: JsonObject = {}): JsonObject => ({ strategyOptions: { KanikoBuildCacheEnabled: 'true', ...options } });

test.each([
  ['not said', {}, 0],
  ['true', on(), 2],
  ['as Go reads it', on({ KanikoBuildCacheEnabled: 'T' }), 2],
  ['false', on({ KanikoBuildCacheEnabled: 'false' }), 0],
  ['a word', on({ KanikoBuildCacheEnabled: 'yes' }), 0],
])('whether there is one: %s', (_what, config, count) => expect(cache(config)).toHaveLength(count));

test('OpenShift builds by itself', () => expect(cache(on(), [], true)).toEqual([]));

test('images and name', () => {
  const [claim, pod] = cache({ ...on({ KanikoWarmerImage: 'warmer:2', KanikoPersistentVolumeClaim: 'mine' }), baseImage: 'base:7' });
  expect(claim.metadata.name).toBe('hub');
  expect(pod).toMatchObject({
    metadata: { name: 'hub-cache' },
    spec: { containers: [{ image: 'warmer:2', args: ['--force', '--cache-dir=/kaniko/cache', '--image=base:7'] }] },
  });
});

test('a claim that is there is left alone', () => {
  const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'hub', namespace: 'orders' } };
  expect(cache(on(), [claim]).map(({ kind }) => kind)).toEqual(['Pod']);
});
