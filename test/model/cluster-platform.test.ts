import { JsonObject } from '../../src/json/json';
import { activePlatform, deployedPlatforms, sharedPlatform, usedService } from '../../src/model/cluster-platform';
import { landscapeOf } from '../landscapes';
import { clusterPlatform, platform } from '../platforms';

const SECONDARY = { annotations: { 'sonataflow.org/secondary.platform': 'true' } };
const FOREIGN = { annotations: { 'sonataflow.org/operator.id': 'other' } };
const named = (name: string, metadata: JsonObject = {}) => platform({}, { name, ...metadata });

test.each([
  ['none', [], undefined, []],
  ['one', [named('a')], 'a', ['a']],
  ['two: the one whose turn comes first sees the other and is a duplicate', [named('a'), named('b')], 'b', ['b']],
  ['a secondary one is deployed and does not count', [named('a'), named('b', SECONDARY)], 'a', ['a', 'b']],
  ['only a secondary one', [named('b', SECONDARY)], undefined, ['b']],
  ['one of another operator counts and is not deployed', [named('a', FOREIGN)], 'a', []],
  ['beside one of another operator every other is a duplicate', [named('a', FOREIGN), named('b')], 'a', []],
  ['an empty operator.id is none', [named('a', { annotations: { 'sonataflow.org/operator.id': '' } })], 'a', ['a']],
])('platforms of a namespace: %s', (_what, platforms, active, deployed) => {
  const landscape = landscapeOf(platforms);
  expect(activePlatform(landscape, 'orders')?.metadata.name).toBe(active);
  expect(deployedPlatforms(landscape, 'orders').map(({ metadata }) => metadata.name)).toEqual(deployed);
});

test.each([
  ['a platform that is there', [clusterPlatform(), platform({})], 'hub'],
  ['a platform that is not there', [clusterPlatform()], undefined],
  ['a secondary cluster platform', [clusterPlatform({}, SECONDARY), platform({})], undefined],
  ['a platform of another operator, which never becomes ready', [clusterPlatform(), platform({}, FOREIGN)], undefined],
  ['a duplicate, which never becomes ready', [clusterPlatform(), platform({}), named('other')], undefined],
])('shared platform: %s', (_what, resources, name) => {
  expect(sharedPlatform(landscapeOf(resources))?.platform.metadata.name).toBe(name);
});

test('a platform of another operator does not learn of the cluster platform', () => {
  const landscape = landscapeOf([clusterPlatform(), platform({}), platform({}, { ...FOREIGN, namespace: 'elsewhere' })]);
  expect(sharedPlatform(landscape, activePlatform(landscape, 'elsewhere'))).toBeUndefined();
  expect(sharedPlatform(landscape, activePlatform(landscape, 'orders'))).toBeDefined();
});

test.each([
  ['a service is enabled unless it says otherwise', platform({ services: { dataIndex: {} } }), 'http://hub-data-index-service.orders'],
  ['a disabled one is not used', platform({ services: { dataIndex: { enabled: false } } }), undefined],
  ['nobody enables that of another operator', platform({ services: { dataIndex: {} } }, FOREIGN), undefined],
  ['unless it says so', platform({ services: { dataIndex: { enabled: true } } }, FOREIGN), 'http://hub-data-index-service.orders'],
])('used service: %s', (_what, given, url) => {
  const landscape = landscapeOf([given]);
  expect(usedService(activePlatform(landscape, 'orders'), undefined, 'dataIndex')?.url).toBe(url);
});
