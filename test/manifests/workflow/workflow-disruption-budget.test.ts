import { JsonObject } from '../../../src/json/json';
import { workflowContext } from '../../../src/manifests/workflow/workflow-context';
import { workflowDisruptionBudget } from '../../../src/manifests/workflow/workload';
import { workflowModel } from '../../../src/model/workflow';
import { OperatorVersion } from '../../../src/values/operator/operator-version';
import { landscapeOf } from '../../landscapes';
import { gitops } from '../../platforms';

function made(podTemplate: JsonObject, objects: readonly JsonObject[] = []) {
  const landscape = landscapeOf([gitops(podTemplate), ...objects], {}, { corrected: false, operator: OperatorVersion.KUBESMARTS_1_X });
  return workflowDisruptionBudget(workflowContext(landscape, workflowModel(landscape, landscape.workflows[0])));
}

const WANTED = { replicas: 2, podDisruptionBudget: { minAvailable: 1 } };
const autoscaler = (kind: string): JsonObject => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'a', namespace: 'orders' },
  spec: { minReplicas: 2, scaleTargetRef: { apiVersion: kind === 'SonataFlow' ? 'sonataflow.org/v1alpha08' : 'apps/v1', kind, name: 'greet' } },
});

test('it selects the pods by the labels of the operator', () => {
  const [{ metadata, spec }] = made(WANTED);
  expect(metadata).toMatchObject({ name: 'greet', namespace: 'orders', labels: { 'app.kubernetes.io/part-of': 'sonataflow-platform' } });
  expect(spec).toEqual({ minAvailable: 1, selector: { matchLabels: expect.objectContaining({ 'app': 'greet', 'app.kubernetes.io/version': 'main' }) } });
  expect(spec).not.toHaveProperty(['selector', 'matchLabels', 'app.kubernetes.io/part-of']);
});

test.each<[string, JsonObject, JsonObject[], number]>([
  ['several replicas', WANTED, [], 1],
  ['one replica', { ...WANTED, replicas: 1 }, [], 0],
  ['nothing said about replicas', { podDisruptionBudget: { minAvailable: 1 } }, [], 0],
  ['an autoscaler of the workflow', { ...WANTED, replicas: 1 }, [autoscaler('SonataFlow')], 1],
  ['an autoscaler of its Deployment', { ...WANTED, replicas: 1 }, [autoscaler('Deployment')], 0],
])('%s', (_what, podTemplate, objects, count) => expect(made(podTemplate, objects)).toHaveLength(count));

test('one that is in place is changed, if it is not what it should be', () => {
  const [wanted] = made(WANTED);
  expect(made(WANTED, [{ ...wanted, spec: { maxUnavailable: 3 } }])).toEqual([wanted]);
  expect(made(WANTED, [wanted])).toEqual([]);
});

test('one that is in place keeps its labels and what else it says', () => {
  const [{ spec }] = made(WANTED);
  const existing = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'greet', namespace: 'orders', labels: { mine: 'yes' } },
    spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: { old: 'yes' } } },
  };
  expect(made(WANTED, [existing])).toEqual([{ ...existing, spec: { ...spec as JsonObject, unhealthyPodEvictionPolicy: 'AlwaysAllow' } }]);
});
