import { brief, complete, findingsOf } from '../input';

const PLATFORM = 'kind: SonataFlowPlatform\nmetadata: {name: p, namespace: one}\nspec: {services: {jobService: {}}}\n';
const clusterPlatform = (name: string, annotations = '{}') => `kind: SonataFlowClusterPlatform
metadata: {name: ${name}, annotations: ${annotations}}
spec: {platformRef: {name: p, namespace: one}}
`;
const told = (...texts: readonly string[]) => brief(findingsOf(complete([PLATFORM, ...texts].join('---\n')))).filter((line) => line.includes('SF-PLATFORM-TWO'));

test('which of two cluster platforms counts depends on which is ready first', () => {
  expect(told(clusterPlatform('a'), clusterPlatform('b'))).toEqual(Array(2).fill('SF-PLATFORM-TWO warning metadata.name'));
  expect(told(clusterPlatform('a'))).toEqual([]);
  expect(told(clusterPlatform('a'), clusterPlatform('b', '{sonataflow.org/secondary.platform: "true"}'))).toEqual([]);
});
