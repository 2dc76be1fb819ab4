import { Testing } from 'cdk8s';
import { Checks, JobsServiceConstruct, OperatorVersion, SonataFlowPlatformConstruct, WorkflowConstruct } from '../../src';
import { inFolder } from '../cli/files';
import { definition, messageOf, testChart } from '../support';

const brief = ({ findings }: { findings: ReadonlyArray<{ rule: string; severity: string }> }) => findings.map(({ rule, severity }) => `${severity} ${rule}`);

test('the operator where code says nothing of it, which wins', () => {
  inFolder({ '.sonataflowrc': 'operator: {version: 1.x, registry: r.example.org}\n' }, () => {
    const { _behaviour: configured } = new SonataFlowPlatformConstruct(testChart('a'), 'Platform').operatorVersion;
    expect([configured.crds, configured.images.devMode]).toEqual(['1.x', expect.stringMatching(/^r\.example\.org\//)]);
    const own = new SonataFlowPlatformConstruct(testChart('b'), 'Platform', { operatorVersion: OperatorVersion.APACHE_10_1_0 });
    expect(own.operatorVersion).toBe(OperatorVersion.APACHE_10_1_0);
  });
});

test('facts of the cluster, of which code wins one by one', () => {
  inFolder({ '.sonataflowrc': 'clusterFacts: {prometheus: false, knative: false}\n' }, () => {
    const factsOf = (clusterFacts?: object) => new SonataFlowPlatformConstruct(testChart('a'), 'Platform', { clusterFacts })._facts().landscape.facts;
    expect(factsOf()).toMatchObject({ prometheus: false, knative: false });
    expect(factsOf({ knative: true })).toMatchObject({ prometheus: false, knative: true });
  });
});

test('acknowledgements', () => {
  inFolder({ '.sonataflowrc': 'acknowledgements: [{rule: SF-SERVICE-DISABLED, namespace: a*, reason: in the pilot}]\n' }, () => {
    const findingsIn = (namespace: string) => {
      const platform = new SonataFlowPlatformConstruct(testChart(namespace), 'Platform');
      new JobsServiceConstruct(platform, 'Jobs', { enabled: false });
      return brief(platform);
    };
    expect(findingsIn('apps')).toContain('information SF-SERVICE-DISABLED');
    expect(findingsIn('other')).toContain('warning SF-SERVICE-DISABLED');
  });
});

test('strictness', () => {
  inFolder({ '.sonataflowrc': 'strict: true\n' }, () => {
    const chart = testChart('a');
    const workflow = new WorkflowConstruct(chart, 'Alone', { definition: definition() });
    expect(brief(workflow)).toContain('error SF-PLATFORM-NONE');
    expect(() => Testing.synth(chart)).toThrow('SF-PLATFORM-NONE');
    Checks.acknowledge(workflow, 'SF-PLATFORM-NONE', 'elsewhere');
    expect(() => Testing.synth(chart)).not.toThrow();
  });
});

test('one that cannot be used stops the app', () => {
  inFolder({ '.sonataflowrc': 'operater: 1.x\n' }, () => {
    expect(messageOf(() => new SonataFlowPlatformConstruct(testChart('a'), 'Platform'))).toContain('did you mean "operator"?');
  });
});
