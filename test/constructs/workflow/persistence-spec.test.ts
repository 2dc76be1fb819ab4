import { DbMigrationStrategy, InheritedPersistence, Rendering, WorkflowPersistence } from '../../../src';
import { persistenceSpec, PersistentWorkflow } from '../../../src/constructs/workflow/persistence-spec';
import { JsonObject } from '../../../src/json/json';
import { landscapeOf } from '../../landscapes';
import { platform, POSTGRESQL } from '../../platforms';
import { postgres, testChart } from '../../support';

const { EXPLICIT, EMPTY_OBJECT, ABSENT } = InheritedPersistence;
const INHERITED = { postgresql: { ...POSTGRESQL, serviceRef: { ...POSTGRESQL.serviceRef as JsonObject, databaseSchema: 'greet' } } };
const JDBC_URL = { secretRef: POSTGRESQL.secretRef, jdbcUrl: 'jdbc:postgresql://pg/flows' };

function hub(inheritedPersistence: InheritedPersistence, postgresql = POSTGRESQL, rendering = Rendering.customResources()) {
  const [resource] = landscapeOf([platform({ persistence: { postgresql } })]).platforms('orders');
  return { inheritedPersistence, rendering, _resource: resource };
}

const written = (persistence: WorkflowPersistence, workflow: Partial<PersistentWorkflow>) =>
  persistenceSpec(persistence, { name: 'greet', isDev: false, ...workflow });

test.each<[string, PersistentWorkflow['platform'], object | undefined, object | undefined]>([
  ['no platform', undefined, undefined, undefined],
  ['a platform without a database', { ...hub(EMPTY_OBJECT), _resource: landscapeOf([platform({})]).platforms('orders')[0] }, undefined, undefined],
  ['in full', hub(EXPLICIT), INHERITED, {}],
  ['in full, by a URL that has no place for a schema', hub(EXPLICIT, JDBC_URL), { postgresql: JDBC_URL }, {}],
  ['as an empty object', hub(EMPTY_OBJECT), {}, undefined],
  ['not at all', hub(ABSENT), undefined, {}],
  ['as an empty object, where no operator reads it', hub(EMPTY_OBJECT, POSTGRESQL, Rendering.kubernetesObjects()), INHERITED, {}],
  ['not at all, where no operator reads it', hub(ABSENT, POSTGRESQL, Rendering.kubernetesObjects()), INHERITED, {}],
])('what is inherited and what is ephemeral, written %s', (_how, known, inherited, ephemeral) => {
  expect(written(WorkflowPersistence.fromPlatform(), { platform: known })).toEqual(inherited);
  expect(written(WorkflowPersistence.ephemeral(), { platform: known })).toEqual(ephemeral);
});

test('a workflow in development inherits nothing', () => {
  expect(written(WorkflowPersistence.fromPlatform(), { platform: hub(EXPLICIT), isDev: true })).toBeUndefined();
});

test('a database of one\'s own is written whatever the platform has', () => {
  const own = postgres(testChart());
  const persistence = WorkflowPersistence.postgreSql(own, { dbMigrationStrategy: DbMigrationStrategy.NONE });
  for (const known of [undefined, hub(EMPTY_OBJECT)]) {
    expect(written(persistence, { platform: known })).toEqual({ postgresql: own._spec, dbMigrationStrategy: 'none' });
  }
});
