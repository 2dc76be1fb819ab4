import { createHash } from 'node:crypto';
import { JsonObject } from '../../../src/json/json';
import { Manifest } from '../../../src/manifests/parts/manifest';
import { workflowContext } from '../../../src/manifests/workflow/workflow-context';
import { workload } from '../../../src/manifests/workflow/workload';
import { workflowModel } from '../../../src/model/workflow';
import { landscapeOf } from '../../landscapes';
import { gitops, platform, profiled, workflow } from '../../platforms';

type Facts = Parameters<typeof landscapeOf>[1];

function made(objects: readonly JsonObject[], facts: Facts = {}, corrected = false): Manifest {
  const landscape = landscapeOf(objects, facts, { corrected });
  return workload(workflowContext(landscape, workflowModel(landscape, landscape.workflows[0])))[0];
}

interface Workload {
  readonly metadata: { readonly labels: JsonObject; readonly annotations?: JsonObject };
  readonly spec: {
    readonly replicas?: number;
    readonly selector?: { readonly matchLabels: JsonObject };
    readonly template: { readonly metadata: JsonObject; readonly spec: JsonObject };
  };
}

const deployment = (...given: Parameters<typeof made>) => made(...given) as unknown as Workload;

const SELECTOR = {
  'sonataflow.org/workflow-app': 'greet',
  'sonataflow.org/workflow-namespace': 'orders',
  'app': 'greet',
  'app.kubernetes.io/name': 'greet',
  'app.kubernetes.io/instance': 'greet',
  'app.kubernetes.io/component': 'serverless-workflow',
  'app.kubernetes.io/managed-by': 'sonataflow-operator',
  'app.kubernetes.io/version': '10.1.0',
};
const LABELS = { ...SELECTOR, 'team': 'blue', 'app.kubernetes.io/part-of': 'hub' };
const labelled = (object: JsonObject): JsonObject => ({ ...object, metadata: { ...object.metadata as JsonObject, labels: { team: 'blue', app: 'mine' } } });

test('labels of a Deployment: all of them, but the selector has only the operator\'s', () => {
  const { metadata: { labels }, spec: { selector, template } } = deployment([labelled(gitops()), platform({})]);
  expect([labels, selector?.matchLabels, template.metadata.labels]).toEqual([LABELS, SELECTOR, LABELS]);
});

test('in development the pods are labelled before the platform is known', () => {
  const { 'app.kubernetes.io/part-of': _partOf, ...early } = LABELS;
  const { metadata: { labels }, spec: { template } } = deployment([labelled(profiled('dev')), platform({})]);
  expect([labels, template.metadata]).toEqual([LABELS, { labels: early }]);
});

test('a Knative Service has labels and pods, but no replicas', () => {
  const { metadata: { labels }, spec } = deployment([gitops({ deploymentModel: 'knative', replicas: 3 }), platform({})]);
  const { team: _team, ...expected } = LABELS;
  expect(labels).toEqual(expected);
  expect(spec).toEqual({ template: { metadata: { labels: expected }, spec: expect.objectContaining({ volumes: expect.anything() }) } });
});

test.each([[undefined, 1], [0, 0], [3, 3]])('replicas %s become %s', (replicas, expected) => {
  expect(deployment([gitops(replicas === undefined ? {} : { replicas })]).spec.replicas).toBe(expected);
});

describe('pods are made anew', () => {
  const checksum = (objects: readonly JsonObject[]) => (deployment(objects).spec.template.metadata.annotations as JsonObject)['sonataflow.org/checksum-config'];
  const props = (data: JsonObject) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'greet-props', namespace: 'orders' }, data });

  test('when properties change', () => {
    const landscape = landscapeOf([gitops()], {}, { corrected: false });
    const { managedFile } = workflowContext(landscape, workflowModel(landscape, landscape.workflows[0]));
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(checksum([gitops()])).toBe(hash(`,${managedFile}`));
    expect(checksum([gitops(), props({ 'application.properties': 'a=b\n' })])).toBe(hash(`a=b\n,${managedFile}`));
    expect(checksum([gitops(), props({ other: 'x' })])).toBe(hash(`,${managedFile}`));
  });

  test('on OpenShift when the operator has built the image', () => {
    const facts = { openshift: true, builtImage: 'registry/{namespace}/{name}:latest' };
    const value = '[{"from":{"kind":"ImageStreamTag","name":"registry/orders/greet:latest"},'
      + '"fieldPath":"spec.template.spec.containers[?(@.name==\\"workflow\\")].image"}]';
    expect(deployment([workflow()], facts).metadata.annotations).toEqual({ 'image.openshift.io/triggers': value });
    expect(deployment([gitops()], facts).metadata.annotations).toBeUndefined();
    expect(deployment([profiled('dev')], facts).metadata.annotations).toBeUndefined();
    expect(deployment([workflow()], facts, true).metadata.annotations).toBeUndefined();
  });
});

test('the containers of the user go before the workflow, which takes the place of one of its name', () => {
  const names = (containers: JsonObject[]) => (deployment([gitops({ containers, nodeSelector: { disk: 'ssd' } })]).spec.template.spec.containers as JsonObject[])
    .map(({ name, image }) => [name, image]);
  expect(names([{ name: 'side', image: 'side' }])).toEqual([['side', 'side'], ['workflow', 'quay.io/acme/greet:1']]);
  expect(names([{ name: 'workflow', image: 'mine' }, { name: 'side', image: 'side' }])).toEqual([['workflow', 'quay.io/acme/greet:1'], ['side', 'side']]);
});
