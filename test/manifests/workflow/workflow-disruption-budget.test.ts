import { JsonObject } from '../../../src/json/json';
import { inTurn } from '../../../src/manifests/parts/steps';
import { workflowRendering } from '../../../src/manifests/workflow/workflow-context';
import { workflowDisruptionBudget } from '../../../src/manifests/workflow/workload';
import { OperatorVersion } from '../../../src/values/operator-version';
import { landscapeOf } from '../../landscapes';
import { gitops } from '../../platforms';

function made(podTemplate: JsonObject, objects: readonly JsonObject[] = [], corrected = false) {
  const landscape = landscapeOf([gitops(podTemplate), ...objects], {}, { corrected, operator: OperatorVersion.KUBESMARTS_1_X });
  return inTurn(workflowDisruptionBudget(workflowRendering(landscape, landscape.workflows[0])));
}

const WANTED = { replicas: 2, podDisruptionBudget: { minAvailable: 1 } };
const autoscaler = (kind: string): JsonObject => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'a', namespace: 'orders' },
  spec: { minReplicas: 2, scaleTargetRef: { apiVersion: kind === 'SonataFlow' ? 'sonataflow.org/v1alpha08' : 'apps/v1', kind, name: 'greet' } },
});

test('it selects the pods by the labels of the operator', () => {
  const [{ metadata, spec }] = made(WANTED).manifests;
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
])('%s', (_what, podTemplate, objects, count) => expect(made(podTemplate, objects).manifests).toHaveLength(count));

test('one that is in place is changed, if it has no other owner and is not what it should be', () => {
  const [wanted] = made(WANTED).manifests;
  const owned = { ...wanted, metadata: { ...wanted.metadata, ownerReferences: [{ kind: 'Pod', name: 'x', controller: true }] } };
  expect(made(WANTED, [{ ...wanted, spec: { maxUnavailable: 3 } }]).manifests).toEqual([wanted]);
  expect(made(WANTED, [wanted])).toMatchObject({ manifests: [], stopped: false });
  expect(made(WANTED, [owned])).toMatchObject({ manifests: [], stopped: true, findings: [{ rule: 'SF-OBJECT-OWNED' }] });
});

test('corrected, a word that is no amount is an error', () => {
  expect(made({ replicas: 2, podDisruptionBudget: { minAvailable: 'half' } }, [], true)).toMatchObject({ manifests: [], findings: [{ rule: 'SF-PDB-VALUE' }] });
});
