import { bindDatabase, PersistenceSource } from '../../src/model/database';
import { PostgreSqlSpec } from '../../src/model/resource';

const secretRef = { name: 's' };
const bind = (spec: Omit<PostgreSqlSpec, 'secretRef'>, secret: PostgreSqlSpec['secretRef'] = secretRef) =>
  bindDatabase({ secretRef: secret, ...spec }, PersistenceSource.OWN, { name: 'greet', namespace: 'orders' });

test.each<[string, Omit<PostgreSqlSpec, 'secretRef'>, string, string | undefined]>([
  ['all defaults', { serviceRef: { name: 'pg' } }, 'jdbc:postgresql://pg.orders:5432/sonataflow?currentSchema=greet', 'greet'],
  ['everything said', { serviceRef: { name: 'pg', namespace: 'db', port: 1, databaseName: 'd', databaseSchema: 's' } }, 'jdbc:postgresql://pg.db:1/d?currentSchema=s', 's'],
  ['empty strings are nothing', { serviceRef: { name: 'pg', namespace: '', databaseName: '', databaseSchema: '' } }, 'jdbc:postgresql://pg.orders:5432/sonataflow?currentSchema=greet', 'greet'],
  ['a URL is verbatim', { jdbcUrl: 'jdbc:postgresql://h/db?a=b%20' }, 'jdbc:postgresql://h/db?a=b%20', undefined],
])('%s', (_what, spec, jdbcUrl, databaseSchema) => {
  expect(bind(spec)).toMatchObject({ jdbcUrl });
  expect(bind(spec).databaseSchema).toBe(databaseSchema);
});

test('keys of the Secret have the operator\'s defaults', () => {
  expect(bind({ jdbcUrl: 'x' })).toMatchObject({ secretName: 's', userKey: 'POSTGRESQL_USER', passwordKey: 'POSTGRESQL_PASSWORD' });
  expect(bind({ jdbcUrl: 'x' }, { name: 's', userKey: 'u', passwordKey: 'p' })).toMatchObject({ userKey: 'u', passwordKey: 'p' });
});

test('without any namespace the name is the host', () => {
  expect(bindDatabase({ secretRef, serviceRef: { name: 'pg' } }, PersistenceSource.PLATFORM, { name: 'w', namespace: '' }).jdbcUrl)
    .toBe('jdbc:postgresql://pg:5432/sonataflow?currentSchema=w');
});
