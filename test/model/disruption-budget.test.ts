import { JsonObject } from '../../src/json/json';
import { budgetOf, DisruptionBudget, isAmount, serviceBudgetOf } from '../../src/model/disruption-budget';
import { platformModel } from '../../src/model/platform';
import { ServiceKind } from '../../src/model/service';
import { workflowModel } from '../../src/model/workflow';
import { OperatorVersion } from '../../src/values/operator/operator-version';
import { landscapeOf } from '../landscapes';
import { gitops, platform } from '../platforms';

const WANTED = { podDisruptionBudget: { minAvailable: 1 } };
const ONE: DisruptionBudget = { field: 'minAvailable', value: 1 };
const SONATA_FLOW = { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlow', name: 'greet' };
const DEPLOYMENT = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'greet' };
const DATA_INDEX = { ...DEPLOYMENT, name: 'hub-data-index-service' };

function autoscaler(scaleTargetRef: JsonObject, spec: JsonObject = {}, rest: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'scaler', namespace: 'orders' }, spec: { scaleTargetRef, ...spec }, ...rest,
  };
}

function ofWorkflow(podTemplate: JsonObject, objects: readonly JsonObject[] = [], operator = OperatorVersion.KUBESMARTS_1_X) {
  const landscape = landscapeOf([gitops(podTemplate), ...objects], {}, { operator });
  return budgetOf(landscape, workflowModel(landscape, landscape.workflows[0]));
}

function ofService(kind: ServiceKind, replicas: number | undefined, objects: readonly JsonObject[] = [], operator = OperatorVersion.KUBESMARTS_1_X) {
  const services = { dataIndex: { podTemplate: WANTED }, jobService: { podTemplate: WANTED } };
  const landscape = landscapeOf([platform({ services }), ...objects], {}, { operator });
  const service = platformModel(landscape, landscape.platforms('orders')[0])[kind];
  if (!service) throw new Error(`there is no ${kind}`);
  return serviceBudgetOf(landscape, service, replicas);
}

test.each<[string, JsonObject, DisruptionBudget | undefined]>([
  ['a number', { minAvailable: 0 }, { field: 'minAvailable', value: 0 }],
  ['a percentage', { maxUnavailable: '34%' }, { field: 'maxUnavailable', value: '34%' }],
  ['of both the first', { minAvailable: '50%', maxUnavailable: 1 }, { field: 'minAvailable', value: '50%' }],
  ['a word', { minAvailable: 'half' }, { field: 'minAvailable', value: 'half' }],
  ['{}', {}, undefined],
])('the field that counts: %s', (_what, podDisruptionBudget, expected) => {
  expect(ofWorkflow({ replicas: 2, podDisruptionBudget })).toEqual(expected);
});

test.each<[string, JsonObject, JsonObject[], DisruptionBudget | undefined]>([
  ['asked for by nobody', { replicas: 2 }, [], undefined],
  ['one replica', { replicas: 1, ...WANTED }, [], undefined],
  ['replicas not said', WANTED, [], undefined],
  ['several replicas', { replicas: 2, ...WANTED }, [], ONE],
  ['a Knative Service', { replicas: 2, ...WANTED, deploymentModel: 'knative' }, [], undefined],
  ['an autoscaler that leaves several', { replicas: 1, ...WANTED }, [autoscaler(SONATA_FLOW, { minReplicas: 2 })], ONE],
  ['an autoscaler that leaves one', { replicas: 3, ...WANTED }, [autoscaler(SONATA_FLOW, { minReplicas: 1 })], undefined],
  ['an autoscaler that does not say how many', { replicas: 3, ...WANTED }, [autoscaler(SONATA_FLOW)], undefined],
  ['an autoscaler, and no pod wanted', { replicas: 0, ...WANTED }, [autoscaler(SONATA_FLOW, { minReplicas: 2 })], undefined],
  ['an autoscaler of something else', { replicas: 3, ...WANTED }, [autoscaler(DEPLOYMENT)], ONE],
  ['an autoscaler of its Deployment, with corrections', { replicas: 1, ...WANTED }, [autoscaler(DEPLOYMENT, { minReplicas: 2 })], ONE],
  ['an autoscaler that does not name the version of its target', { replicas: 3, ...WANTED }, [autoscaler({ kind: 'SonataFlow', name: 'greet' })], ONE],
  ['an autoscaler of another version', { replicas: 3, ...WANTED }, [autoscaler(SONATA_FLOW, { minReplicas: 1 }, { apiVersion: 'autoscaling/v1' })], ONE],
])('whether a workflow has one: %s', (_what, podTemplate, objects, expected) => expect(ofWorkflow(podTemplate, objects)).toEqual(expected));

test.each<[string, ServiceKind, number | undefined, JsonObject[], DisruptionBudget | undefined]>([
  ['several replicas', 'dataIndex', 2, [], ONE],
  ['one replica', 'dataIndex', 1, [], undefined],
  ['an autoscaler decides', 'dataIndex', undefined, [autoscaler(DATA_INDEX, { minReplicas: 2 })], ONE],
  ['an autoscaler of something else', 'dataIndex', undefined, [autoscaler(DEPLOYMENT, { minReplicas: 2 })], undefined],
  ['the Jobs Service is never scaled', 'jobsService', 2, [], undefined],
])('whether a service has one: %s', (_what, kind, replicas, objects, expected) => expect(ofService(kind, replicas, objects)).toEqual(expected));

test('10.1.0 does not know it', () => {
  expect(ofWorkflow({ replicas: 2, ...WANTED }, [], OperatorVersion.APACHE_10_1_0)).toBeUndefined();
  expect(ofService('dataIndex', 2, [], OperatorVersion.APACHE_10_1_0)).toBeUndefined();
});

test.each([[0, true], [7, true], ['0%', true], ['100%', true], [-1, false], ['101%', false], ['150%', false], ['50', false], ['half', false], ['', false]])(
  'whether %p is an amount: %p', (value, expected) => expect(isAmount(value)).toBe(expected));
