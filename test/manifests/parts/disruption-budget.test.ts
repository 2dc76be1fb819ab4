import { JsonObject } from '../../../src/json/json';
import { disruptionBudget } from '../../../src/manifests/parts/disruption-budget';
import { DisruptionBudget } from '../../../src/model/disruption-budget';
import { OperatorVersion } from '../../../src/values/operator/operator-version';
import { landscapeOf } from '../../landscapes';

const IDENTITY = { name: 'greet', namespace: 'orders', labels: { app: 'greet' } };

function made(budget: DisruptionBudget | undefined, corrected = false) {
  return disruptionBudget(landscapeOf([], {}, { operator: OperatorVersion.KUBESMARTS_1_X, corrected }), IDENTITY, { app: 'greet' }, budget);
}

test('the object', () => expect(made({ field: 'minAvailable', value: 1 })).toEqual([{
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: IDENTITY,
  spec: { minAvailable: 1, selector: { matchLabels: { app: 'greet' } } },
}]));

test('none where none is decided on', () => expect(made(undefined)).toEqual([]));

test.each<[string, DisruptionBudget, JsonObject]>([
  ['none at all', { field: 'minAvailable', value: 0 }, { minAvailable: 0 }],
  ['a percentage', { field: 'maxUnavailable', value: '34%' }, { maxUnavailable: '34%' }],
])('values go out as they came: %s', (_what, budget, expected) => {
  for (const corrected of [false, true]) expect(made(budget, corrected)[0].spec).toEqual({ ...expected, selector: { matchLabels: { app: 'greet' } } });
});

test.each(['half', '50', '150%', -1])('a corrected rendering does not write %p', (value) => {
  expect(made({ field: 'minAvailable', value }, true)).toEqual([]);
  expect(made({ field: 'minAvailable', value })).toHaveLength(1);
});
