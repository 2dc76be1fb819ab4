import { JsonObject } from '../../../src/json/json';
import { disruptionBudget, DisruptionBudgetOptions } from '../../../src/manifests/parts/disruption-budget';
import { OperatorVersion } from '../../../src/values/operator-version';
import { landscapeOf, LandscapeOptions } from '../../landscapes';

const TARGET = { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlow', name: 'greet', namespace: 'orders' };
const OPTIONS: DisruptionBudgetOptions = {
  name: 'greet',
  namespace: 'orders',
  labels: { app: 'greet' },
  selector: { app: 'greet' },
  budget: { minAvailable: 1 },
  target: TARGET,
  replicas: 2,
  origin: { locate: (field = '') => field },
  field: 'spec.podTemplate.podDisruptionBudget',
};
const CONTINUED = { operator: OperatorVersion.KUBESMARTS_1_X, corrected: false };

function autoscaler(spec: JsonObject, rest: JsonObject = {}): JsonObject {
  const { apiVersion, kind, name } = TARGET;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'scaler', namespace: 'orders' },
    spec: { scaleTargetRef: { apiVersion, kind, name }, ...spec },
    ...rest,
  };
}

function budget(options: Partial<DisruptionBudgetOptions>, objects: readonly JsonObject[] = [], landscape: LandscapeOptions = CONTINUED) {
  return disruptionBudget(landscapeOf(objects, {}, landscape), { ...OPTIONS, ...options });
}

test('the object', () => expect(budget({})).toEqual({
  manifests: [{
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'greet', namespace: 'orders', labels: { app: 'greet' } },
    spec: { minAvailable: 1, selector: { matchLabels: { app: 'greet' } } },
  }],
  findings: [],
}));

test.each([
  ['none at all', { minAvailable: 0 }, { minAvailable: 0 }],
  ['a percentage', { maxUnavailable: '34%' }, { maxUnavailable: '34%' }],
  ['of both the first', { minAvailable: '50%', maxUnavailable: 1 }, { minAvailable: '50%' }],
])('values go out as they came: %s', (_what, given, expected) => {
  expect(budget({ budget: given }).manifests[0].spec).toEqual({ ...expected, selector: { matchLabels: { app: 'greet' } } });
});

test.each([
  ['asked for by nobody', { budget: undefined }, [], 0],
  ['{}', { budget: {} }, [], 0],
  ['one replica', { replicas: 1 }, [], 0],
  ['replicas not said', { replicas: undefined }, [], 0],
  ['several replicas', { replicas: 2 }, [], 1],
  ['an autoscaler that leaves several', { replicas: 1 }, [autoscaler({ minReplicas: 2 })], 1],
  ['an autoscaler that leaves one', { replicas: 3 }, [autoscaler({ minReplicas: 1 })], 0],
  ['an autoscaler that does not say how many', { replicas: 3 }, [autoscaler({})], 0],
  ['an autoscaler, and no pod wanted', { replicas: 0 }, [autoscaler({ minReplicas: 2 })], 0],
  ['an autoscaler of something else', { replicas: 3 }, [autoscaler({ scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'greet' } })], 1],
  ['an autoscaler that does not name the version of its target', { replicas: 3 }, [autoscaler({ scaleTargetRef: { kind: 'SonataFlow', name: 'greet' } })], 1],
  ['an autoscaler of another version', { replicas: 3 }, [autoscaler({ minReplicas: 1 }, { apiVersion: 'autoscaling/v1' })], 1],
])('whether there is one: %s', (_what, options, objects, count) => expect(budget(options, objects).manifests).toHaveLength(count));

test('10.1.0 does not know it', () => expect(budget({}, [], { corrected: false }).manifests).toEqual([]));

test('one that is there keeps its labels and what else it says', () => {
  const existing = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'greet', namespace: 'orders', labels: { mine: 'yes' } },
    spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: { old: 'yes' } } },
  };
  expect(budget({}, [existing]).manifests).toEqual([{
    ...existing, spec: { minAvailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: { app: 'greet' } } },
  }]);
});

test.each(['half', '50', '150%', -1])('with corrections %p is an error', (minAvailable) => {
  const { manifests, findings } = budget({ budget: { minAvailable } }, [], { operator: OperatorVersion.KUBESMARTS_1_X });
  expect(manifests).toEqual([]);
  expect(findings).toMatchObject([{ rule: 'SF-PDB-VALUE', severity: 'error', field: 'spec.podTemplate.podDisruptionBudget.minAvailable' }]);
  expect(budget({ budget: { minAvailable } }).manifests).toHaveLength(1);
});
