import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, IConstruct } from 'constructs';
import {
  Finding, JobsServiceConstruct, PostgreSql, Rendering, ServicePersistence, Severity, SonataFlowPlatformConstruct, SonataFlowTesting,
  WorkflowConstruct, WorkflowPersistence,
} from '../../src';
import { credentials, definition, messageOf, testChart } from '../support';

const database = (chart: Chart, service: IConstruct) => PostgreSql.fromServiceConstruct(service, { credentials: credentials(chart) });

/** Whoever takes a database, and how the finding begins: cdk8s names the platform of a service, which is a part of it. */
const USERS: Record<string, (chart: Chart, persistence: PostgreSql) => void> = {
  'platform [chart/P]': (chart, persistence) => new SonataFlowPlatformConstruct(chart, 'P', { persistence }),
  'service [chart/P] chart/P/J:': (chart, persistence) => {
    const platform = new SonataFlowPlatformConstruct(chart, 'P');
    new JobsServiceConstruct(platform, 'J', { persistence: ServicePersistence.postgreSql(persistence) });
  },
  'workflow [chart/P/W]': (chart, persistence) => {
    const platform = new SonataFlowPlatformConstruct(chart, 'P');
    new WorkflowConstruct(platform, 'W', { definition: definition(), persistence: WorkflowPersistence.postgreSql(persistence) });
  },
  'external [chart/E]': (chart, persistence) => { SonataFlowPlatformConstruct.fromPlatformName(chart, 'E', 'hub', { persistence }); },
};

describe.each(Object.entries(USERS))('%s', (who, use) => {
  test('says once that its database has no Service, and nothing else', () => {
    const chart = testChart('orders');
    use(chart, database(chart, new Construct(chart, 'Db')));
    const lines = messageOf(() => Testing.synth(chart)).split('\n').filter((line) => line.includes('SF-'));
    expect(lines).toEqual([expect.stringContaining(`${who.slice(who.indexOf('['))} SF-PG-SERVICE: given the construct "chart/Db", which makes no object; allowed: `)]);
  });

  test('takes what the Service is when the app is synthesized', () => {
    const chart = testChart('orders');
    const service = new kplus.Service(chart, 'Db', { metadata: { name: 'pg' } });
    use(chart, database(chart, service));
    service.bind(6432);
    expect(() => Testing.synth(chart)).not.toThrow();
  });
});

test('a workflow inherits it from a platform that is managed elsewhere', () => {
  const chart = testChart('orders');
  const service = new kplus.Service(chart, 'Db', { metadata: { name: 'pg' } });
  USERS['external [chart/E]'](chart, database(chart, service));
  new WorkflowConstruct(chart, 'W', { definition: definition() });
  service.bind(6432);
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet').spec)
    .toMatchObject({ persistence: { postgresql: { serviceRef: { name: 'pg', port: 6432, databaseSchema: 'greet' } } } });
});

test('a Service whose port nothing can have is one error, whatever is written', () => {
  const chart = testChart('orders');
  const service = new kplus.Service(chart, 'Db', { metadata: { name: 'pg' }, ports: [{ port: 70000 }] });
  const platform = new SonataFlowPlatformConstruct(chart, 'P', { persistence: database(chart, service), rendering: Rendering.kubernetesObjects() });
  const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === Severity.ERROR).map(({ rule }) => rule);
  expect(errors(platform.findings)).toEqual(['SF-PG-PORT']);
});

test('a Service that is renamed by a patch is found by its new name', () => {
  const chart = testChart('orders');
  const service = new kplus.Service(chart, 'Db', { metadata: { name: 'pg' }, ports: [{ port: 5432 }] });
  new SonataFlowPlatformConstruct(chart, 'P', { persistence: database(chart, service) });
  ApiObject.of(service).addJsonPatch(JsonPatch.replace('/metadata/name', 'renamed'));
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlowPlatform', 'sonataflow-platform').spec)
    .toMatchObject({ persistence: { postgresql: { serviceRef: { name: 'renamed', port: 5432 } } } });
});
