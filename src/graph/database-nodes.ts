import { factsOf, GraphBuilder } from './graph';
import { shownUrl } from '../findings/shown-url';
import { DatabaseBinding } from '../model/database';
import { schemaInJdbcUrl } from '../model/jdbc-url';

/** The database behind a JDBC URL, without who logs in and without parameters. */
export function databaseAddressNode(builder: GraphBuilder, jdbcUrl: string): string {
  const name = shownUrl(jdbcUrl).replace(/\?…$/, '').replace(/^jdbc:\w+:(\/\/)?/, '') || 'an address that is empty';
  return builder.add({ id: `database ${name}`, kind: 'database', name, namespace: namespaceIn(name) });
}

/** `postgres.orders:5432/sonataflow` is the Service `postgres` in the namespace `orders`. */
function namespaceIn(address: string): string | undefined {
  return /^[a-z0-9-]+\.([a-z0-9-]+)(?:\.svc(?:\.[a-z.-]+)?)?[:/]/.exec(address)?.[1];
}

/** The edge from who uses a database to its schema, or to the database where nothing says which schema. */
export function storeEdge(builder: GraphBuilder, from: string, { jdbcUrl, databaseSchema, secretName }: DatabaseBinding, said: string): void {
  const database = databaseAddressNode(builder, jdbcUrl);
  const schema = databaseSchema ?? schemaInJdbcUrl(jdbcUrl);
  if (!schema) {
    builder.connect(from, database, 'stores', said);
    return;
  }
  const id = `schema ${schema} in ${database}`;
  builder.add({ id, kind: 'schema', name: schema, namespace: namespaceIn(database.replace(/^database /, '')), facts: factsOf({ credentials: `Secret ${secretName}` }) });
  builder.connect(from, id, 'stores', said);
  builder.connect(id, database, 'isIn', said);
}
