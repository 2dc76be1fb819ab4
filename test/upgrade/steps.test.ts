import { planOf, stepsOf } from './plans';
import { UPGRADE_STEPS } from '../../src/upgrade/steps/all-steps';
import { ClusterFacts } from '../../src/values/operator/cluster-facts';

const PG = 'persistence: {postgresql: {secretRef: {name: pg}, serviceRef: {name: pg}}}';
const pg = (strategy: string, more = '') => `persistence: {dbMigrationStrategy: ${strategy}, postgresql: {secretRef: {name: pg${more}}, serviceRef: {name: pg}}}`;

const platform = (services: string, more = '', name = 'hub') => `
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlowPlatform
metadata: {name: ${name}, namespace: shop}
spec: {${more}services: {${services}}}
`;
const WORKFLOW = { spec: '', pod: '', state: 'type: inject, data: {}, end: true', labels: '', id: 'orders', status: '' };

function workflow(profile: string, given: Partial<typeof WORKFLOW> = {}): string {
  const { spec, pod, state, labels, id, status } = { ...WORKFLOW, ...given };
  return `
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: orders, namespace: shop, labels: {${labels}}, annotations: {sonataflow.org/profile: ${profile}}}
spec:
  podTemplate: {${[profile === 'gitops' ? 'container: {image: example.org/orders:1}' : '', pod].filter(Boolean).join(', ')}}
  flow: {id: ${id}, start: A, states: [{name: A, ${state}}]}
  ${spec}
${status}`;
}

const object = (apiVersion: string, kind: string, name: string, rest = '') => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}, namespace: shop}
${rest}
`;
const autoscaler = (kind: string, name: string) => object('autoscaling/v2', 'HorizontalPodAutoscaler', 'scaler',
  `spec: {minReplicas: 2, maxReplicas: 3, scaleTargetRef: {apiVersion: ${kind === 'Deployment' ? 'apps/v1' : 'sonataflow.org/v1alpha08'}, kind: ${kind}, name: ${name}}}`);
const all = (...texts: string[]) => texts.join('---');

const gitops = workflow('gitops');
const preview = workflow('preview');
const dev = workflow('dev');
const bare = platform('');

interface Row {
  readonly from: string;
  readonly to: string;
  readonly needs: string;
  /** Much the same, but without a need of the step. */
  readonly nearly: string;
  readonly facts?: ClusterFacts;
  /** Of the near miss, where only they are another. */
  readonly otherFacts?: ClusterFacts;
  /** Of the near miss, where only it is another. */
  readonly otherHop?: readonly [from: string, to: string];
}

const at137 = { from: 'osl-1.37.1', to: 'osl-1.37.2' } as const;
const to137 = { from: 'osl-1.36', to: 'osl-1.37' } as const;
const to138 = { from: 'osl-1.37', to: 'osl-1.38' } as const;
const continued = { from: '10.1.0', to: '1.x' } as const;

const ROWS: Readonly<Record<string, Row>> = {
  'UX-DUMP': { ...to138, needs: gitops, nearly: gitops, otherHop: ['osl-1.38.1', 'osl-1.38.1'] },
  'UX-SYNC': { ...to138, needs: gitops, nearly: object('v1', 'ConfigMap', 'orders') },
  'UX-RETRY': { ...at137, needs: platform('jobService: {}'), nearly: platform('dataIndex: {}') },
  'UX-RETRY-BACK': { ...at137, needs: platform('jobService: {}'), nearly: platform('dataIndex: {}') },
  'UX-DEV': { ...to138, needs: dev, nearly: preview },
  'UX-PREVIEW': { ...to138, needs: preview, nearly: workflow('preview', { pod: 'container: {image: example.org/orders:1}' }) },
  'UX-GITOPS-REBUILD': { ...to138, needs: workflow('preview', { pod: 'container: {image: example.org/orders:1}' }), nearly: preview },
  'UX-KNATIVE': { ...to138, needs: workflow('gitops', { pod: 'deploymentModel: knative' }), nearly: workflow('dev', { pod: 'deploymentModel: knative' }) },
  'UX-WAITS': { ...to138, needs: workflow('gitops', { state: 'type: sleep, duration: PT1H, end: true' }), nearly: gitops },
  'UX-DB-DI': { ...to138, needs: platform('dataIndex: {}', `${PG}, `), nearly: platform('jobService: {}', `${PG}, `) },
  'UX-DB-JS': { ...to138, needs: platform(`jobService: {${PG}}`), nearly: platform('jobService: {}') },
  'UX-OP': { ...to138, needs: gitops, nearly: gitops, otherHop: ['osl-1.36', 'osl-1.37'] },
  'UX-RS': { ...to137, needs: platform('dataIndex: {}'), nearly: bare },
  'UX-OWNIMAGE': { ...to138, needs: platform('dataIndex: {podTemplate: {container: {image: example.org/x:1}}}'), nearly: platform('dataIndex: {podTemplate: {container: {env: []}}}') },
  'U37-OP': { ...to137, needs: gitops, nearly: gitops, otherHop: ['osl-1.37.1', 'osl-1.37.2'] },
  'U37-JOB': { ...at137, needs: platform(`dataIndex: {${pg('job')}}`), nearly: platform(`dataIndex: {${pg('service')}}`) },
  'U37-LABELS': { ...to137, needs: gitops, nearly: dev },
  'U37-LABEL-CLASH': { ...to137, needs: workflow('gitops', { labels: 'app.kubernetes.io/version: "7"' }), nearly: workflow('gitops', { labels: 'app.kubernetes.io/part-of: x' }) },
  'U37-REACTIVE': { ...to137, needs: platform(`jobService: {${PG}}`), nearly: platform(`dataIndex: {${PG}}`) },
  'U37-BADURL': {
    ...to137,
    needs: platform('jobService: {persistence: {postgresql: {secretRef: {name: pg}, jdbcUrl: "jdbc:postgresql://h:port/d"}}}'),
    nearly: platform('jobService: {persistence: {postgresql: {secretRef: {name: pg}, jdbcUrl: "jdbc:postgresql://h/d"}}}'),
  },
  'U37-RHEL9': { ...to137, needs: platform('', 'devMode: {baseImage: example.org/devmode-rhel8:1}, '), nearly: platform('', 'devMode: {baseImage: example.org/devmode-rhel9:1}, ') },
  'U371-HIB': { ...to137, needs: platform(`dataIndex: {${pg('none')}}`), nearly: platform(`dataIndex: {${PG}}`) },
  'U371-MIG': { from: 'osl-1.37.0', to: 'osl-1.37.1', needs: platform(`dataIndex: {${PG}}`), nearly: platform('dataIndex: {}') },
  'U371-ENV': {
    ...continued,
    needs: platform(`dataIndex: {${PG}, podTemplate: {container: {env: [{name: QUARKUS_HIBERNATE_ORM_DATABASE_GENERATION, value: none}]}}}`),
    nearly: platform(`dataIndex: {${PG}, podTemplate: {container: {env: [{name: QUARKUS_LOG_LEVEL, value: INFO}]}}}`),
  },
  'U371-KEYS': {
    ...continued,
    needs: platform(`dataIndex: {${pg('job')}}, jobService: {${pg('job')}}`),
    nearly: platform(`dataIndex: {${pg('job', ', userKey: u, passwordKey: p')}}, jobService: {${pg('job', ', userKey: u, passwordKey: p')}}`),
  },
  'U38-JOB': { ...to138, needs: platform(`jobService: {${pg('job')}}`), nearly: platform(`jobService: {${pg('none')}}`) },
  'U38-JOB-1381': { from: 'osl-1.38.0', to: 'osl-1.38.1', needs: platform(`jobService: {${pg('job')}}`), nearly: platform(`jobService: {${PG}}`) },
  'U38-JOBNAME': { ...to138, needs: platform(`jobService: {${pg('job')}}`, '', 'a'.repeat(28)), nearly: platform(`jobService: {${pg('job')}}`, '', 'a'.repeat(27)) },
  'U38-REPLICAS': { ...to138, needs: gitops, nearly: workflow('gitops', { pod: 'replicas: 1' }) },
  'U38-HPA': { ...to138, needs: all(gitops, autoscaler('Deployment', 'orders')), nearly: all(gitops, autoscaler('SonataFlow', 'orders')) },
  'U38-HPA-SEL': { ...to138, needs: all(gitops, autoscaler('SonataFlow', 'orders')), nearly: all(gitops, autoscaler('SonataFlow', 'others')) },
  'U38-PDB-OWN': {
    ...to138,
    needs: all(gitops, object('policy/v1', 'PodDisruptionBudget', 'orders', 'spec: {minAvailable: 1}')),
    nearly: all(workflow('gitops', { pod: 'replicas: 2, podDisruptionBudget: {minAvailable: 1}' }), object('policy/v1', 'PodDisruptionBudget', 'orders', 'spec: {minAvailable: 1}')),
  },
  'U38-PDB-SEL': { from: 'osl-1.38.0', to: 'osl-1.38.1', needs: workflow('gitops', { pod: 'replicas: 2, podDisruptionBudget: {minAvailable: 1}' }), nearly: workflow('gitops', { pod: 'replicas: 2' }) },
  'U38-SINK': {
    ...continued, needs: platform('jobService: {sink: {uri: "http://x"}}'), nearly: platform('jobService: {sink: {uri: "http://x"}}'), facts: { knative: false }, otherFacts: { knative: true },
  },
  'UA-CRC': { ...continued, needs: workflow('preview', { status: 'status: {flowCRC: 2147483648}' }), nearly: workflow('preview', { status: 'status: {flowCRC: 2147483647}' }) },
  'UA-OP': { ...continued, needs: gitops, nearly: gitops, otherHop: ['osl-1.37', 'osl-1.38'] },
  'UA-LABEL': { ...continued, needs: gitops, nearly: gitops, otherHop: ['osl-1.37', 'osl-1.38'] },
  'UA-IMAGE': { ...continued, needs: gitops, nearly: dev },
};

/** Hops from 1.35 and to 1.39: what is made there is not known, so that only the steps are shown. */
const UNRENDERED: Readonly<Record<string, Row>> = {
  'UX-GITOPS-SCALE': { from: 'osl-1.35', to: 'osl-1.36', needs: gitops, nearly: preview },
  'U36-FIELD': { from: 'osl-1.35', to: 'osl-1.36', needs: platform('dataIndex: {persistence: {migrateDBOnStartUp: false}}'), nearly: platform('dataIndex: {persistence: {dbMigrationStrategy: none}}') },
  'U36-EVENTREF': {
    from: 'osl-1.35',
    to: 'osl-1.36',
    needs: workflow('gitops', { state: 'type: operation, end: true, actions: [{eventRef: {triggerEventRef: a}}]' }),
    nearly: workflow('gitops', { state: 'type: operation, end: true, actions: [{eventRef: {triggerEventRef: a, resultEventRef: b}}]' }),
  },
  'U36-TRIGGER': {
    from: 'osl-1.35',
    to: 'osl-1.36',
    needs: platform('dataIndex: {}', 'eventing: {broker: {ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: events}}}, '),
    nearly: platform('dataIndex: {}', 'eventing: {broker: {ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: events}}}, '),
    facts: { brokerClasses: { 'shop/events': 'Kafka' } },
    otherFacts: { brokerClasses: { 'shop/events': 'MTChannelBasedBroker' } },
  },
  'U36-OP': { from: 'osl-1.35', to: 'osl-1.36', needs: gitops, nearly: gitops, otherHop: ['osl-1.36', 'osl-1.37'] },
  'U36-FINALIZER': { from: 'osl-1.35', to: 'osl-1.36', needs: gitops, nearly: dev },
  'U36-DEVCORS': { from: 'osl-1.35', to: 'osl-1.36', needs: dev, nearly: dev, facts: { openshift: true }, otherFacts: { openshift: false } },
  'U36-EXT': { from: 'osl-1.35', to: 'osl-1.36', needs: workflow('preview', { spec: PG }), nearly: workflow('gitops', { spec: PG }) },
  'U39-SCHEMA': { from: 'osl-1.38.1', to: 'osl-1.39', needs: workflow('gitops', { spec: PG, id: 'other' }), nearly: workflow('gitops', { spec: PG }) },
  'U39-CRC': { from: 'osl-1.38.1', to: 'osl-1.39', needs: preview, nearly: gitops },
  'U39-LABELS': { from: 'osl-1.38.1', to: 'osl-1.39', needs: platform('jobService: {}'), nearly: bare },
};

describe.each(Object.entries({ ...ROWS, ...UNRENDERED }))('%s', (id, { from, to, needs, nearly, facts, otherFacts = facts, otherHop = [from, to] }) => {
  test('is in the plan of an input that needs it', () => {
    expect(stepsOf(planOf(needs, from, to, facts))).toContain(id);
  });

  test('is not in that of one that nearly does', () => {
    expect(stepsOf(planOf(nearly, ...otherHop as [string, string], otherFacts))).not.toContain(id);
  });
});

test('every step has its rows, a source and a certainty', () => {
  expect(UPGRADE_STEPS.map(({ id }) => id).sort()).toEqual([...Object.keys(ROWS), ...Object.keys(UNRENDERED)].sort());
  expect(UPGRADE_STEPS.filter(({ source, certainty }) => source === '' || !['guide', 'source', 'derived', 'doubtful'].includes(certainty))).toEqual([]);
});

test.each(Object.entries(UNRENDERED))('%s: its hop has no difference', (_id, { from, to, needs, facts }) => {
  expect(planOf(needs, from, to, facts).hops.map(({ difference }) => difference)).toEqual([undefined]);
});
