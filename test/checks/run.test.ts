import { landscapeFindings, renderingFindings } from '../../src/checks/run';
import { JsonObject } from '../../src/json/json';
import { ClusterFacts } from '../../src/values/operator/cluster-facts';
import { OperatorVersion } from '../../src/values/operator/operator-version';
import { landscapeOf } from '../landscapes';
import { gitops, platform } from '../platforms';

const told = (objects: readonly JsonObject[], corrected: boolean, facts: ClusterFacts = {}) =>
  renderingFindings(landscapeOf(objects, facts, { corrected, operator: OperatorVersion.KUBESMARTS_1_X })).map(({ rule, severity, field = '' }) => `${rule} ${severity} ${field}`);

const BUDGET = { replicas: 2, podDisruptionBudget: { minAvailable: 'half' } };

test.each<[string, JsonObject[], string[]]>([
  ['a name of a platform', [platform({ services: { jobService: {} } }, { name: 'a'.repeat(60) })], ['SF-NAME error metadata.name']],
  ['a name of a workflow', [gitops({}, {}, { name: 'my.flow' })], ['SF-NAME error metadata.name']],
  ['a budget of a workflow', [gitops(BUDGET)], ['SF-PDB-VALUE error spec.podTemplate.podDisruptionBudget.minAvailable']],
  ['a budget of a service', [platform({ services: { dataIndex: { podTemplate: BUDGET } } })],
    ['SF-PDB-VALUE error spec.services.dataIndex.podTemplate.podDisruptionBudget.minAvailable']],
  ['a migration without a database', [platform({ services: { dataIndex: { persistence: { dbMigrationStrategy: 'job' } } } })],
    ['SF-MIGRATION-NO-PG error spec.services.dataIndex.persistence.dbMigrationStrategy']],
])('what Kubernetes would refuse is an error of a corrected rendering, and nothing to one to the letter: %s', (_what, objects, expected) => {
  expect(told(objects, true)).toEqual(expected);
  expect(told(objects, false)).toEqual([]);
});

test('what does no harm to a rendering is not told', () => {
  const objects = [gitops(), platform({ monitoring: { enabled: true } })];
  expect(told(objects, true, { prometheus: false })).toEqual([]);
  expect(told(objects, false, { prometheus: false })).toEqual(['SF-PROMETHEUS-MISSING warning ']);
});

test('the findings about a cluster come in the order of their places', () => {
  const objects = [gitops({}, {}, { name: 'my.flow' }), platform({ monitoring: { enabled: true } }), platform({}, { name: 'other' })];
  const places = landscapeFindings(landscapeOf(objects, { prometheus: false }, { corrected: false })).map(({ where }) => where);
  expect(places.length).toBeGreaterThan(2);
  expect(places).toEqual([...places].sort());
});
