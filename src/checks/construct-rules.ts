import { Rule } from './check';
import { Severity } from '../findings/finding';

/** Rules about what only constructs know: a custom resource can no longer say it. */
export const CONSTRUCT_RULES = {
  secretNamespace: {
    id: 'SF-PG-SECRET-NS',
    severity: Severity.WARNING,
    title: 'A Secret in another namespace than the pods that read it',
    why: 'Pods read Secrets of their own namespace only; the custom resource has the name of the Secret and no namespace.',
    wrong: `PostgreSql.fromService({
  name: 'postgres',
  namespace: 'databases',
  credentials: { secret: new kplus.Secret(databasesChart, 'Login') },    // lives beside the database
});
`,
    right: `PostgreSql.fromService({
  name: 'postgres',
  namespace: 'databases',
  credentials: { secret: new kplus.Secret(platformChart, 'Login') },     // a copy beside the pods
});
`,
  },
  serviceTwo: {
    id: 'SF-SERVICE-TWO',
    severity: Severity.ERROR,
    title: 'Two Jobs Services or two Data Indexes on one platform',
    why: 'The custom resource has one field for each.',
    wrong: `new JobsServiceConstruct(platform, 'Jobs');
new JobsServiceConstruct(platform, 'MoreJobs');
`,
    right: `new JobsServiceConstruct(platform, 'Jobs');
`,
  },
  serviceOptsOut: {
    id: 'SF-PG-OPT-OUT',
    severity: Severity.ERROR,
    title: 'A service without a database on a platform that has one',
    why: 'Operators let a service inherit in any case; the custom resource cannot say that it has none. A rendering of Kubernetes objects can.',
    wrong: `const platform = new SonataFlowPlatformConstruct(chart, 'Platform', { persistence: database });
new DataIndexConstruct(platform, 'DataIndex', { persistence: ServicePersistence.ephemeral() });
`,
    right: `const platform = new SonataFlowPlatformConstruct(chart, 'Platform');
new JobsServiceConstruct(platform, 'Jobs', { persistence: ServicePersistence.postgreSql(database) });
new DataIndexConstruct(platform, 'DataIndex');
`,
  },
  platformNamespace: {
    id: 'SF-PLATFORM-NAMESPACE',
    severity: Severity.ERROR,
    title: 'A service or workflow in another namespace than its platform',
    why: 'The operator binds by namespace. Services are shared with other namespaces by a cluster platform, persistence never is.',
    wrong: `const platform = new SonataFlowPlatformConstruct(new Chart(app, 'shared', { namespace: 'shared' }), 'Platform');
new WorkflowConstruct(new Chart(app, 'orders', { namespace: 'orders' }), 'Greet', { platform, definition });
`,
    right: `const platform = new SonataFlowPlatformConstruct(new Chart(app, 'shared', { namespace: 'orders' }), 'Platform');
new WorkflowConstruct(new Chart(app, 'orders', { namespace: 'orders' }), 'Greet', { platform, definition });
`,
  },
  workflowTwo: {
    id: 'SF-WORKFLOW-TWO',
    severity: Severity.ERROR,
    title: 'Two workflows of one name in one namespace',
    why: 'The cluster keeps the one that is applied last.',
    wrong: `new WorkflowConstruct(platform, 'Greet', { definition });
new WorkflowConstruct(platform, 'GreetAgain', { definition });
`,
    right: `new WorkflowConstruct(platform, 'Greet', { definition });
new WorkflowConstruct(platform, 'GreetAgain', { definition, metadata: { name: 'greet-again' } });
`,
  },
  namespaceMissing: {
    id: 'SF-NAMESPACE-MISSING',
    severity: Severity.ERROR,
    title: 'Kubernetes objects in no namespace',
    why: 'Addresses of services and databases have the namespace in them, so a rendering has to know it.',
    wrong: `const chart = new Chart(app, 'orders');
new SonataFlowPlatformConstruct(chart, 'Platform', { rendering: Rendering.kubernetesObjects() });
`,
    right: `const chart = new Chart(app, 'orders', { namespace: 'orders' });
new SonataFlowPlatformConstruct(chart, 'Platform', { rendering: Rendering.kubernetesObjects() });
`,
  },
} as const satisfies Record<string, Rule>;
