import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Checks, DataIndexConstruct, Finding, JobsServiceConstruct, PostgreSql, Rendering, ServicePersistence, SonataFlowClusterPlatformConstruct,
  SonataFlowPlatformConstruct, WorkflowConstruct,
} from '../../src';
import { brokenRules, definition, messageOf, postgres, testChart } from '../support';

const brief = (findings: readonly Finding[]) => findings.map(({ rule, severity }) => `${rule} ${severity}`);

function disabled(chart = testChart('orders')) {
  const platform = new SonataFlowPlatformConstruct(chart, 'Platform', { persistence: postgres(chart) });
  const jobs = new JobsServiceConstruct(platform, 'Jobs', { enabled: false });
  return { chart, platform, jobs };
}

describe('acknowledging', () => {
  test('makes an information of a warning, with the reason', () => {
    const { platform } = disabled();
    expect(brief(platform.findings)).toEqual(['SF-SERVICE-DISABLED warning']);
    Checks.acknowledge(platform, 'SF-SERVICE-DISABLED', 'switched on by hand in the pilot');
    expect(platform.findings).toEqual([
      expect.objectContaining({ severity: 'information', fix: 'acknowledged: switched on by hand in the pilot' }),
    ]);
  });

  test.each<[string, (given: ReturnType<typeof disabled>) => Chart | JobsServiceConstruct]>([
    ['the chart', ({ chart }) => chart],
    ['the service that it is about', ({ jobs }) => jobs],
  ])('counts for what is below %s', (_name, scope) => {
    const given = disabled();
    Checks.acknowledge(scope(given), 'SF-SERVICE-DISABLED', 'known');
    expect(brief(given.platform.findings)).toEqual(['SF-SERVICE-DISABLED information']);
  });

  test('does not count for another construct or another rule', () => {
    const { platform } = disabled();
    const other = disabled();
    Checks.acknowledge(other.platform, 'SF-SERVICE-DISABLED', 'known');
    Checks.acknowledge(platform, 'SF-SERVICE-EPHEMERAL', 'known');
    expect(brief(platform.findings)).toEqual(['SF-SERVICE-DISABLED warning', 'SF-ACKNOWLEDGE-UNUSED information']);
  });

  test('does not take an error away', () => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'Platform');
    new JobsServiceConstruct(platform, 'Jobs');
    new JobsServiceConstruct(platform, 'MoreJobs');
    Checks.acknowledge(chart, 'SF-SERVICE-TWO', 'we like both');
    expect(() => Testing.synth(chart)).toThrow(/SF-SERVICE-TWO/);
  });

  test('wants a rule that there is, and a reason', () => {
    const { platform } = disabled();
    expect(messageOf(() => Checks.acknowledge(platform, 'SF-SERVICE-DISABELD', 'x'))).toContain('did you mean "SF-SERVICE-DISABLED"?');
    expect(brokenRules(() => Checks.acknowledge(platform, 'SF-NOTHING-LIKE-IT', ' '))).toEqual(['SF-ACKNOWLEDGE', 'SF-ACKNOWLEDGE']);
  });
});

describe('strict', () => {
  test('stops the synth at a warning', () => {
    const { chart, platform } = disabled();
    expect(() => Testing.synth(chart)).not.toThrow();
    Checks.strict(chart);
    expect(brief(platform.findings)).toEqual(['SF-SERVICE-DISABLED error']);
    expect(() => Testing.synth(chart)).toThrow(/SF-SERVICE-DISABLED/);
  });

  test('leaves what is acknowledged and what is an information alone', () => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'Platform');
    new JobsServiceConstruct(platform, 'Jobs', { enabled: false });
    Checks.strict(chart);
    Checks.acknowledge(platform, 'SF-SERVICE-DISABLED', 'known');
    expect(brief(platform.findings).sort()).toEqual(['SF-SERVICE-DISABLED information', 'SF-SERVICE-EPHEMERAL information']);
    expect(() => Testing.synth(chart)).not.toThrow();
  });
});

/** For each rule of constructs: what breaks it, and nearly the same that does not. */
const database = (secret: Chart) => PostgreSql.fromService({
  name: 'postgres', namespace: 'databases', credentials: { secret: new kplus.Secret(secret, 'Login') },
});
const cases: Record<string, [wrong: () => readonly Finding[], right: () => readonly Finding[]]> = {
  'SF-PG-SECRET-NS': [false, true].map((beside) => () => {
    const chart = testChart('orders');
    const elsewhere = new Chart(chart.node.root as never, 'databases', { namespace: 'databases' });
    return new SonataFlowPlatformConstruct(chart, 'Platform', { persistence: database(beside ? chart : elsewhere) }).findings;
  }) as never,
  'SF-SERVICE-TWO': [2, 1].map((count) => () => {
    const platform = new SonataFlowPlatformConstruct(testChart('orders'), 'Platform');
    for (let i = 0; i < count; i++) new JobsServiceConstruct(platform, `Jobs${i}`);
    return platform.findings;
  }) as never,
  'SF-PG-OPT-OUT': [true, false].map((inherits) => () => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'Platform', inherits ? { persistence: postgres(chart) } : {});
    new DataIndexConstruct(platform, 'DataIndex', { persistence: ServicePersistence.ephemeral() });
    return platform.findings;
  }) as never,
  'SF-PLATFORM-NAMESPACE': ['shared', 'orders'].map((namespace) => () => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(new Chart(chart.node.root as never, 'platform', { namespace }), 'Platform');
    return new WorkflowConstruct(chart, 'Greet', { platform, definition: definition() }).findings;
  }) as never,
  'SF-WORKFLOW-TWO': [{}, { metadata: { name: 'greet-again' } }].map((props) => () => {
    const chart = testChart('orders');
    new WorkflowConstruct(chart, 'Greet', { definition: definition() });
    return new WorkflowConstruct(chart, 'GreetAgain', { definition: definition(), ...props }).findings;
  }) as never,
  'SF-NAME-PATCHED': ['/metadata/name', '/metadata/labels'].map((path) => () => {
    const workflow = new WorkflowConstruct(testChart('orders'), 'Greet', { definition: definition() });
    ApiObject.of(workflow).addJsonPatch(JsonPatch.add(path, path.endsWith('name') ? 'welcome' : { team: 'loans' }));
    return workflow.findings;
  }) as never,
  'SF-NAMESPACE-MISSING': [undefined, 'orders'].map((namespace) => () => (
    new SonataFlowPlatformConstruct(testChart(namespace), 'Platform', { rendering: Rendering.kubernetesObjects() }).findings
  )) as never,
};

test.each(Object.keys(cases))('%s is found in what is wrong, and not in what is nearly the same', (id) => {
  const [wrong, right] = cases[id];
  expect(wrong().map(({ rule }) => rule)).toContain(id);
  expect(right().map(({ rule }) => rule)).not.toContain(id);
});

test('a cluster platform refers to a platform of the app', () => {
  const chart = testChart('orders');
  const platform = new SonataFlowPlatformConstruct(chart, 'Platform');
  expect(new SonataFlowClusterPlatformConstruct(chart, 'Cluster', { platform }).findings).toEqual([]);
});
