import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, IConstruct } from 'constructs';
import { PostgreSql, PostgreSqlServiceOptions } from '../../../src/index';
import { brokenRules, credentials, messageOf, testChart } from '../../support';

const chart = testChart();
const service = (options: Partial<PostgreSqlServiceOptions>) =>
  PostgreSql.fromService({ name: 'postgres', credentials: credentials(chart), ...options });

describe('fromService', () => {
  test('writes only what was said', () => {
    expect(JSON.parse(JSON.stringify(service({})._spec))).toEqual({
      secretRef: { name: 'postgres-secrets', userKey: 'POSTGRES_USER', passwordKey: 'POSTGRES_PASSWORD' },
      serviceRef: { name: 'postgres' },
    });
  });

  test.each<[string, Partial<PostgreSqlServiceOptions>, string[]]>([
    ['port 0', { port: 0 }, ['SF-PG-PORT']],
    ['port 65536', { port: 65536 }, ['SF-PG-PORT']],
    ['a port with a fraction', { port: 5432.5 }, ['SF-PG-PORT']],
    ['a port that is no number', { port: NaN }, ['SF-PG-PORT']],
    ['port 1', { port: 1 }, []],
    ['port 65535', { port: 65535 }, []],
    ['a name in capitals', { name: 'Postgres' }, ['SF-NAME']],
    ['an empty name', { name: '' }, ['SF-NAME']],
    ['a name with a dot', { name: 'pg.db' }, ['SF-NAME']],
    ['a name of 64 characters', { name: 'a'.repeat(64) }, ['SF-NAME']],
    ['a namespace with an underscore', { namespace: 'my_ns' }, ['SF-NAME']],
    ['an empty namespace', { namespace: '' }, ['SF-NAME']],
    ['a schema of PostgreSQL itself', { databaseSchema: 'pg_catalog' }, ['SF-PG-NAME']],
    ['a schema of 64 bytes', { databaseSchema: 'ä'.repeat(32) }, ['SF-PG-NAME']],
    ['a schema of 62 bytes', { databaseSchema: 'ä'.repeat(31) }, []],
    ['a schema that ends the URL', { databaseSchema: 'jobs&sslmode=disable' }, ['SF-PG-NAME']],
    ['an empty schema', { databaseSchema: '' }, ['SF-PG-NAME']],
    ['a schema with a hyphen', { databaseSchema: 'jobs-service' }, []],
    ['a database with a slash', { databaseName: 'a/b' }, ['SF-PG-NAME']],
    ['several mistakes', { port: -1, name: 'A', databaseName: '' }, ['SF-NAME', 'SF-PG-PORT', 'SF-PG-NAME']],
  ])('%s', (_what, options, rules) => {
    expect(brokenRules(() => service(options))).toEqual(rules);
  });

  test('refuses a Secret that Kubernetes refuses', () => {
    const secret = kplus.Secret.fromSecretName(testChart(), 'S', 'Not A Secret');
    expect(brokenRules(() => service({ credentials: { secret } }))).toEqual(['SF-NAME']);
  });

  test('says where, what was given, what is allowed and how to fix it', () => {
    expect(messageOf(() => service({ port: 70000 })))
      .toBe('[PostgreSql.fromService] SF-PG-PORT: given port 70000; allowed: an integer from 1 to 65535; fix: leave it out for 5432');
  });
});

describe('fromServiceConstruct', () => {
  const databases = () => testChart('databases');
  const database = (construct: IConstruct) => PostgreSql.fromServiceConstruct(construct, { credentials: credentials(chart) });
  const serviceIn = (scope: Chart, props: kplus.ServiceProps = {}) => new kplus.Service(scope, 'Database', { metadata: { name: 'pg' }, ...props });

  test('takes name, namespace and first port of a Service', () => {
    const ports = [{ port: 6432 }, { port: 9187, name: 'metrics' }];
    expect(database(serviceIn(databases(), { ports }))._spec.serviceRef).toMatchObject({ name: 'pg', namespace: 'databases', port: 6432 });
  });

  test('takes them as late as they are asked for, patches included', () => {
    const construct = serviceIn(databases());
    const given = database(construct);
    construct.bind(6432);
    expect(given._spec.serviceRef?.port).toBe(6432);
    ApiObject.of(construct).addJsonPatch(JsonPatch.replace('/spec/ports/0/port', 7432));
    expect(given._spec.serviceRef?.port).toBe(7432);
    expect(given._problems).toEqual([]);
  });

  test('takes an object that is one, and one that has no ports', () => {
    const object = new ApiObject(databases(), 'Pg', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'pg' }, spec: { type: 'ExternalName' } });
    expect(database(object)._spec.serviceRef).toEqual({ name: 'pg', namespace: 'databases' });
    expect(database(object)._problems).toEqual([]);
  });

  test.each<[string, (scope: Chart) => IConstruct, string]>([
    ['makes no object', (scope) => new Construct(scope, 'Pg'), 'the construct "chart/Pg", which makes no object'],
    ['makes something else', (scope) => new kplus.ConfigMap(scope, 'Pg'), 'the construct "chart/Pg", which makes a ConfigMap of v1'],
    ['makes a Service of Knative', (scope) => new ApiObject(scope, 'Pg', { apiVersion: 'serving.knative.dev/v1', kind: 'Service' }),
      'the construct "chart/Pg", which makes a Service of serving.knative.dev/v1'],
    ['has no port yet', (scope) => new kplus.Service(scope, 'Pg'),
      expect.stringMatching(/^the construct "chart\/Pg", whose Service cannot be written: .*A service must be configured with a port$/)],
  ])('a construct that %s', (_what, make, given) => {
    const wrong = database(make(databases()));
    expect(wrong._problems).toEqual([{ rule: 'SF-PG-SERVICE', given, allowed: expect.any(String), fix: expect.stringContaining('PostgreSql.fromService') }]);
    expect(wrong._spec.serviceRef?.name).toMatch(/^chart-pg-/);
  });

  test('a Service that Kubernetes refuses', () => {
    const rules = (name: string, port: number) => (
      database(serviceIn(databases(), { metadata: { name }, ports: [{ port }] }))._problems.map(({ rule }) => rule)
    );
    expect(rules('Pg', 70000)).toEqual(['SF-NAME', 'SF-PG-PORT']);
    expect(rules('pg', 5432)).toEqual([]);
  });

  test('a database or a Secret that cannot be is refused at once', () => {
    const secret = kplus.Secret.fromSecretName(testChart(), 'S', 'Not A Secret');
    expect(brokenRules(() => PostgreSql.fromServiceConstruct(serviceIn(databases()), { credentials: { secret }, databaseSchema: 'pg_x' })))
      .toEqual(['SF-PG-NAME', 'SF-NAME']);
  });
});

describe('fromJdbcUrl', () => {
  const url = (text: string) => PostgreSql.fromJdbcUrl(text, { credentials: credentials(chart) });

  test('goes out verbatim', () => {
    const text = 'jdbc:postgresql://h1:5432,h2:5432/db?currentSchema=a%20b&sslmode=require';
    expect(url(text)._spec.jdbcUrl).toBe(text);
  });

  test.each(['', 'postgresql://h/db', 'jdbc:mysql://h/db', 'jdbc:postgresql://h/d b', 'jdbc:postgresql:'])('refuses %j', (text) => {
    expect(brokenRules(() => url(text))).toEqual(['SF-PG-JDBC-KIND']);
  });

  test('never repeats a password', () => {
    expect(messageOf(() => url('jdbc:mysql://root:hunter2@h/db?password=hunter2'))).not.toContain('hunter2');
  });
});
