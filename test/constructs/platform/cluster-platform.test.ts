import { App, Chart, Testing } from 'cdk8s';
import {
  ClusterPlatformCapabilities, DataIndexConstruct, Destination, ExternalClusterPlatformOptions, ExternalPlatformOptions, ISonataFlowPlatform,
  JobsServiceConstruct, PropertySource, Rendering, SonataFlowClusterPlatformConstruct, SonataFlowClusterPlatformConstructProps,
  SonataFlowPlatformConstruct, SonataFlowPlatformConstructProps, SonataFlowTesting, WorkflowConstruct, WorkflowDefinition,
} from '../../../src';
import { brokenRules, definition, madeUpPlatform, postgres, testChart } from '../../support';

/** A services namespace, and a team's namespace with a workflow. */
class Teams {
  public readonly app: App = Testing.app();
  public readonly services = new Chart(this.app, 'services', { namespace: 'services' });
  public readonly team = new Chart(this.app, 'team', { namespace: 'team' });

  public provider(props: SonataFlowPlatformConstructProps = {}): SonataFlowPlatformConstruct {
    const platform = new SonataFlowPlatformConstruct(this.services, 'P', { metadata: { name: 'hub' }, ...props });
    new JobsServiceConstruct(platform, 'J');
    new DataIndexConstruct(platform, 'D');
    return platform;
  }

  public share(platform: ISonataFlowPlatform, props: Partial<SonataFlowClusterPlatformConstructProps> = {}) {
    return new SonataFlowClusterPlatformConstruct(this.services, 'C', { platform, ...props });
  }

  public workflow() {
    return new WorkflowConstruct(this.team, 'W', { definition: definition(), podTemplate: { container: { image: 'example.org/greet:1' } } });
  }

  public resource() {
    return SonataFlowTesting.objectNamed(this.services, 'SonataFlowClusterPlatform', 'sonataflow-cluster-platform');
  }
}

const used = (workflow: WorkflowConstruct) => [PropertySource.JOBS_SERVICE, PropertySource.DATA_INDEX]
  .filter((wanted) => workflow.managedProperties.some(({ source, value }) => source === wanted && value.includes('.services')));
const BOTH = [PropertySource.JOBS_SERVICE, PropertySource.DATA_INDEX];
const platformRef = { name: 'hub', namespace: 'services' };

test.each<[string, ClusterPlatformCapabilities | undefined, object, PropertySource[]]>([
  ['nothing said', undefined, { platformRef }, BOTH],
  ['services', ClusterPlatformCapabilities.services(), { platformRef, capabilities: { workflows: ['services'] } }, BOTH],
  ['none', ClusterPlatformCapabilities.none(), { platformRef, capabilities: {} }, []],
])('capabilities: %s', (_what, capabilities, spec, services) => {
  const teams = new Teams();
  teams.share(teams.provider(), { capabilities });
  new SonataFlowPlatformConstruct(teams.team, 'P');
  const workflow = teams.workflow();
  expect(teams.resource().spec).toEqual(spec);
  expect(used(workflow)).toEqual(services);
});

test('the cluster platform is in no namespace', () => {
  const teams = new Teams();
  teams.share(teams.provider());
  expect(teams.resource().metadata).toEqual({ name: 'sonataflow-cluster-platform' });
});

test('without a cluster platform nothing is shared; with one, its database is not', () => {
  const teams = new Teams();
  const provider = teams.provider({ persistence: postgres(teams.services) });
  new SonataFlowPlatformConstruct(teams.team, 'P');
  const workflow = teams.workflow();
  expect(used(workflow)).toEqual([]);
  teams.share(provider);
  expect(used(workflow)).toEqual(BOTH);
  expect(workflow.database).toBeUndefined();
});

test('a platform that has a service of its own keeps those of the cluster out', () => {
  const teams = new Teams();
  teams.share(teams.provider());
  new JobsServiceConstruct(new SonataFlowPlatformConstruct(teams.team, 'P'), 'J', { enabled: false });
  expect(used(teams.workflow())).toEqual([]);
});

test('a platform that is managed elsewhere is shared too', () => {
  const teams = new Teams();
  teams.share(SonataFlowPlatformConstruct.fromPlatformName(teams.services, 'P', 'hub', { jobsService: true }));
  expect(teams.resource().spec).toEqual({ platformRef });
  expect(used(teams.workflow())).toEqual([PropertySource.JOBS_SERVICE]);
});

test('as Kubernetes objects there is no cluster platform, and what it shares is wired in', () => {
  const teams = new Teams();
  const rendering = Rendering.kubernetesObjects();
  teams.share(teams.provider({ rendering }));
  new SonataFlowPlatformConstruct(teams.team, 'P', { rendering });
  const workflow = teams.workflow();
  const kinds = (Testing.synth(teams.services) as Array<{ kind: string }>).map(({ kind }) => kind);
  expect(kinds).not.toContain('SonataFlowClusterPlatform');
  expect(kinds).toContain('Deployment');
  expect(used(workflow)).toEqual(BOTH);
});

describe('managed elsewhere', () => {
  function app(options: Partial<ExternalClusterPlatformOptions> = {}, local: ExternalPlatformOptions = {}, broker?: Destination) {
    const chart = testChart('orders');
    const platform = SonataFlowPlatformConstruct.fromPlatformName(chart, 'Hub', 'hub', {
      namespace: 'hub', jobsService: true, dataIndex: true, broker,
    });
    const cluster = SonataFlowClusterPlatformConstruct.fromName(chart, 'Cluster', 'shared', { platform, ...options });
    SonataFlowPlatformConstruct.fromPlatformName(chart, 'Local', 'local', local);
    const workflow = new WorkflowConstruct(chart, 'W', { definition: definition() });
    const urls = workflow.managedProperties.filter(({ name }) => /^kogito\.(jobs-service|data-index)\.url$/.test(name)).map(({ value }) => value);
    return { chart, cluster, workflow, urls };
  }

  test('its services are used, and nothing is written for it', () => {
    const { chart, cluster, urls } = app();
    expect(urls.sort()).toEqual(['http://hub-data-index-service.hub', 'http://hub-jobs-service.hub']);
    expect([cluster.clusterPlatformName, cluster.platform.platformName]).toEqual(['shared', 'hub']);
    expect((Testing.synth(chart) as Array<{ kind: string }>).map(({ kind }) => kind)).toEqual(['SonataFlow']);
  });

  test('its broker is used', () => {
    const { chart } = app({}, {}, Destination.broker('bus'));
    const events = [{ name: 'paid', type: 'paid', kind: 'consumed', source: 's' }];
    const waits = { id: 'waits', events, states: [{ name: 'W', type: 'event', onEvents: [{ eventRefs: ['paid'], actions: [] }], end: true }] };
    new WorkflowConstruct(chart, 'Waits', { definition: WorkflowDefinition.fromObject(waits) });
    expect(SonataFlowTesting.findings(chart).map(({ rule }) => rule)).not.toContain('SF-EVENT-NO-BROKER');
  });

  test('what it does not share is not used, nor where the platform says something of its services', () => {
    expect(app({ capabilities: ClusterPlatformCapabilities.none() }).urls).toEqual([]);
    expect(app({}, { jobsService: false }).urls).toEqual([]);
  });

  test('a name that Kubernetes refuses, and a platform that nobody knows', () => {
    const chart = testChart('orders');
    const platform = madeUpPlatform(chart);
    expect(brokenRules(() => SonataFlowClusterPlatformConstruct.fromName(chart, 'A', 'A B', { platform }))).toEqual(['SF-NAME']);
    SonataFlowClusterPlatformConstruct.fromName(chart, 'B', 'b', { platform });
    expect(SonataFlowTesting.findings(chart).map(({ rule }) => rule)).toEqual(['SF-PLATFORM-UNKNOWN']);
  });
});
