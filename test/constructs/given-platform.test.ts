import { Chart, Testing } from 'cdk8s';
import {
  DataIndexConstruct, ISonataFlowPlatform, JobsServiceConstruct, SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, WorkflowConstruct,
} from '../../src';
import { brokenRules, definition, madeUpPlatform, messageOf, testChart } from '../support';

/** Whatever is given a platform. */
const workflow = (chart: Chart, platform: ISonataFlowPlatform) => new WorkflowConstruct(chart, 'X', { definition: definition(), platform });
const clusterPlatform = (chart: Chart, platform: ISonataFlowPlatform) => new SonataFlowClusterPlatformConstruct(chart, 'X', { platform });
const jobsService = (chart: Chart, platform: ISonataFlowPlatform) => new JobsServiceConstruct(chart, 'X', { platform });
const dataIndex = (chart: Chart, platform: ISonataFlowPlatform) => new DataIndexConstruct(chart, 'X', { platform });
const KINDS = { workflow, clusterPlatform, jobsService, dataIndex };

const anotherApps = () => new SonataFlowPlatformConstruct(testChart('orders'), 'P', { metadata: { name: 'hub' } });

describe.each(Object.entries(KINDS))('%s', (_kind, give) => {
  test('takes a platform of the app', () => {
    const chart = testChart('orders');
    give(chart, new SonataFlowPlatformConstruct(chart, 'P'));
    expect(() => Testing.synth(chart)).not.toThrow();
  });

  test.each([['that somebody made up', madeUpPlatform], ['of another app', anotherApps]])('refuses a platform %s', (_what, make) => {
    const chart = testChart('orders');
    const message = messageOf(() => {
      give(chart, make(chart));
      Testing.synth(chart);
    });
    expect(message.match(/SF-[A-Z-]+/g)).toEqual(['SF-PLATFORM-UNKNOWN']);
    expect(message).toContain('[chart/X] SF-PLATFORM-UNKNOWN: given a platform "hub" that is none of this app\'s; allowed: ');
  });
});

test.each(Object.entries({ workflow, clusterPlatform }))('%s takes a platform that is managed elsewhere', (_kind, give) => {
  const chart = testChart('orders');
  const platform = SonataFlowPlatformConstruct.fromPlatformName(chart, 'P', 'hub');
  expect(give(chart, platform).findings).toEqual([]);
});

test('a service is part of a custom resource that is written here', () => {
  const chart = testChart('orders');
  const platform = SonataFlowPlatformConstruct.fromPlatformName(chart, 'P', 'hub');
  expect(messageOf(() => jobsService(chart, platform))).toContain(
    'SF-PLATFORM-MISSING: given a Jobs Service on the platform "hub", which is managed elsewhere; allowed: a SonataFlowPlatformConstruct: ');
  expect(brokenRules(() => new DataIndexConstruct(platform, 'D'))).toEqual(['SF-PLATFORM-MISSING']);
});
