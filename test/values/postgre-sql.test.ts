import * as kplus from 'cdk8s-plus-28';
import { PostgreSql, PostgreSqlServiceOptions } from '../../src';
import { brokenRules, credentials, messageOf, testChart } from '../support';

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
  test('takes name, namespace and first port of a Service', () => {
    const namespaced = testChart('databases');
    const database = new kplus.Service(namespaced, 'Database', { metadata: { name: 'pg' }, ports: [{ port: 6432 }, { port: 9187, name: 'metrics' }] });
    expect(PostgreSql.fromServiceConstruct(database, { credentials: credentials(chart) })._spec.serviceRef)
      .toMatchObject({ name: 'pg', namespace: 'databases', port: 6432 });
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
