import { CheckTarget } from '../../src/checks/check';
import { obstaclesOfPlatform, obstaclesOfWorkflow } from '../../src/checks/obstacles';
import { LocatedFinding } from '../../src/findings/place';
import { JsonObject } from '../../src/json/json';
import { platformModel } from '../../src/model/platform';
import { workflowModel } from '../../src/model/workflow';
import { ClusterFacts } from '../../src/values/operator/cluster-facts';
import { landscapeOf } from '../landscapes';
import { gitops, platform, profiled, workflow } from '../platforms';

interface Situation {
  readonly facts?: ClusterFacts;
  readonly target?: CheckTarget;
  readonly corrected?: boolean;
}

const RESOURCES: Situation = { target: 'customResources', corrected: false };
const TO_THE_LETTER: Situation = { target: 'kubernetesObjects', corrected: false };
const CORRECTED: Situation = { target: 'kubernetesObjects', corrected: true };

function ofWorkflow(objects: readonly JsonObject[], { facts, target = 'customResources', corrected }: Situation): LocatedFinding[] {
  const landscape = landscapeOf(objects, facts, { corrected });
  const [resource] = landscape.workflows;
  return obstaclesOfWorkflow({ landscape, target, resource, workflow: workflowModel(landscape, resource) });
}

function ofPlatform(objects: readonly JsonObject[], { facts, target = 'customResources', corrected }: Situation, name = 'hub'): LocatedFinding[] {
  const landscape = landscapeOf(objects, facts, { corrected });
  const resource = landscape.platforms('orders').find(({ metadata }) => metadata.name === name)!;
  return obstaclesOfPlatform({ landscape, target, resource, platform: platformModel(landscape, resource) });
}

const told = (findings: readonly LocatedFinding[]) => findings.map(({ rule, severity, field = '' }) => `${rule} ${severity} ${field}`.trim());

const BROKER = { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus' } };
const NOT_READY = {
  apiVersion: 'eventing.knative.dev/v1',
  kind: 'Broker',
  metadata: { name: 'bus', namespace: 'orders' },
  status: { conditions: [{ type: 'Ready', status: 'False' }] },
};
const OWNED = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'greet', namespace: 'orders', ownerReferences: [{ kind: 'Pod', name: 'x', controller: true }] } };
const FOREIGN = { 'sonataflow.org/operator.id': 'other' };
const MONITORED = platform({ monitoring: { enabled: true } });
const BOTH = { services: { dataIndex: {}, jobService: {} } };
const TWO = [gitops(), MONITORED, OWNED];
const WITHOUT_PROMETHEUS = { prometheus: false };

describe('several obstacles of the operator', () => {
  test('of custom resources all are told', () => {
    expect(told(ofWorkflow(TWO, { ...RESOURCES, facts: WITHOUT_PROMETHEUS }))).toEqual(['SF-PROMETHEUS-MISSING warning', 'SF-OBJECT-OWNED warning metadata.name']);
  });

  test('a rendering to the letter warns of the one that it meets', () => {
    expect(told(ofWorkflow(TWO, { ...TO_THE_LETTER, facts: WITHOUT_PROMETHEUS }))).toEqual(['SF-OBJECT-OWNED warning metadata.name']);
  });

  test('do no harm to a corrected rendering, which says so', () => {
    const findings = ofWorkflow(TWO, { ...CORRECTED, facts: WITHOUT_PROMETHEUS });
    expect(told(findings)).toEqual(['SF-PROMETHEUS-MISSING information', 'SF-OBJECT-OWNED information metadata.name']);
    expect(findings[0].allowed).toMatch(/^written as you meant it; else /);
  });
});

describe('what stops a rendering alone', () => {
  test('is told by a corrected rendering', () => {
    expect(told(ofWorkflow([workflow()], CORRECTED))).toEqual(['SF-IMAGE-MISSING error spec.podTemplate.container.image']);
  });

  test.each([['of custom resources', RESOURCES], ['of a rendering to the letter', TO_THE_LETTER]])('is no business %s', (_what, situation) => {
    expect(ofWorkflow([workflow()], situation)).toEqual([]);
  });
});

describe('one mistake that stops several steps is told once', () => {
  const sink = [platform({ services: { jobService: { sink: { uri: 'http://x' } } } })];
  const facts = { knative: false };

  test.each([
    ['of custom resources', RESOURCES, 'error'], ['by a rendering to the letter', TO_THE_LETTER, 'warning'], ['by a corrected one', CORRECTED, 'error'],
  ])('%s', (_what, situation, severity) => {
    expect(told(ofPlatform(sink, { ...situation, facts }))).toEqual([`SF-EVENT-NO-KNATIVE ${severity} spec.services.jobService`]);
  });

  test.each([
    ['of custom resources', RESOURCES, 'error'], ['by a rendering to the letter', TO_THE_LETTER, 'warning'], ['by a corrected one', CORRECTED, 'error'],
  ])('of a workflow too: %s', (_what, situation, severity) => {
    expect(told(ofWorkflow([gitops({ deploymentModel: 'knative' })], { ...situation, facts })))
      .toEqual([`SF-KNATIVE-MISSING ${severity} spec.podTemplate.deploymentModel`]);
  });

  test('by both services', () => {
    const notReady = [platform({ ...BOTH, eventing: { broker: BROKER } }), NOT_READY];
    expect(told(ofPlatform(notReady, RESOURCES))).toEqual(['SF-EVENT-BROKER-READY warning spec.eventing.broker']);
  });
});

test('a corrected rendering goes on and tells all that is in its way', () => {
  const both = platform({ ...BOTH, eventing: { broker: BROKER } });
  expect(told(ofPlatform([both], { ...CORRECTED, facts: { knative: false } })))
    .toEqual(['SF-EVENT-NO-KNATIVE error spec.services.dataIndex', 'SF-EVENT-NO-KNATIVE error spec.services.jobService']);
  expect(told(ofPlatform([both], { ...TO_THE_LETTER, facts: { knative: false } }))).toEqual(['SF-EVENT-NO-KNATIVE warning spec.services.dataIndex']);
});

test('another operator\'s and duplicates are left alone', () => {
  const uri = { ...BOTH, eventing: { broker: { uri: 'http://x' } } };
  expect(ofPlatform([platform(uri, { annotations: FOREIGN })], RESOURCES)).toEqual([]);
  expect(ofPlatform([platform(uri, { name: 'first' }), platform({})], RESOURCES, 'first')).toEqual([]);
  expect(ofPlatform([platform(uri)], RESOURCES)).toHaveLength(1);
  const flow = { states: [], retries: [{ name: 'r' }] };
  expect(ofWorkflow([gitops({}, { flow }, { annotations: { ...FOREIGN, 'sonataflow.org/profile': 'gitops' } })], RESOURCES)).toEqual([]);
  expect(ofWorkflow([gitops({}, { flow })], RESOURCES)).toHaveLength(1);
});

test('all four parts, where the field is', () => {
  expect(ofWorkflow([profiled('dev', { resources: { configMaps: [{ configMap: { name: 'specs' } }] } })], RESOURCES)).toEqual([{
    rule: 'SF-RESOURCES-MISSING',
    severity: 'warning',
    page: 'docs/rules/SF-RESOURCES-MISSING.md',
    where: 'spec.resources.configMaps',
    field: 'spec.resources.configMaps',
    given: 'ConfigMaps that are not there: "specs"',
    allowed: 'the operator stops there: what comes after it is not made',
    fix: 'add them to the input, or correct the names',
  }]);
});
