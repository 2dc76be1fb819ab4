import { ApiObject, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import {
  Destination, JobsServiceConstruct, PropertyValue, Rendering, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowResources,
} from '../../src';
import { definition, postgres, testChart } from '../support';

interface KubernetesObject { kind: string; metadata: { name: string } }

/** An app in which everything may change after it was made. */
class Changing {
  public readonly chart: Chart = testChart('orders');
  public readonly platform: SonataFlowPlatformConstruct;
  public readonly workflow: WorkflowConstruct;
  public lazily = 'one';

  public constructor(rendering: Rendering) {
    this.platform = new SonataFlowPlatformConstruct(this.chart, 'P', { rendering, persistence: postgres(this.chart) });
    this.workflow = new WorkflowConstruct(this.platform, 'W', { definition: definition(), podTemplate: { container: { image: 'example.org/greet:1' } } });
    new ApiObject(this.chart, 'Scaler', {
      apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'scaler' }, spec: { target: Lazy.any({ produce: () => this.lazily }) },
    });
    ApiObject.of(this.workflow).metadata.addAnnotation('example.org/lazy', Lazy.any({ produce: () => this.lazily }) as string);
  }
}

/** Each change may be made once, at any time. */
const CHANGES: ReadonlyArray<(app: Changing) => void> = [
  ({ workflow }) => ApiObject.of(workflow).addJsonPatch(JsonPatch.add('/spec/podTemplate/replicas', 3)),
  ({ platform }) => ApiObject.of(platform).addJsonPatch(JsonPatch.add('/spec/services', { dataIndex: {} })),
  ({ platform }) => ApiObject.of(platform).metadata.addLabel('team', 'loans'),
  ({ workflow }) => ApiObject.of(workflow).metadata.addAnnotation('example.org/owner', 'loans'),
  ({ platform }) => platform.addProperty('region', PropertyValue.fromText('eu')),
  ({ workflow }) => workflow.addSource('paid', Destination.broker('bus')),
  ({ workflow }) => workflow.addResources(WorkflowResources.fromString('schema.json', '{}')),
  ({ workflow, chart }) => workflow.addSecretProperty('token', { secret: kplus.Secret.fromSecretName(chart, 'Token', 'token'), key: 'token' }),
  ({ platform }) => { new JobsServiceConstruct(platform, 'J'); },
  (app) => { app.lazily = 'two'; },
  ({ chart }) => {
    new ApiObject(chart, 'Billing', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'billing' }, spec: { ports: [{ port: 8081 }] } });
  },
  ({ chart }) => {
    new ApiObject(chart, 'Other', {
      apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlow', metadata: { name: 'other' }, spec: { flow: definition('other').flow },
    });
  },
];

/** All that can be read, and all that is written. */
function shown({ chart, platform, workflow }: Changing) {
  return JSON.stringify({
    facts: [
      platform.jobsServiceUrl, platform.dataIndexUrl, platform.properties, workflow.database, workflow.managedProperties,
      workflow.effectiveProperties, workflow.explain(),
      workflow.toScalingTarget().replicas, workflow.selectorLabels, SonataFlowTesting.findings(chart),
    ],
    objects: [...platform.objects, ...workflow.objects].map((object) => object.toJson() as object),
    // What was rendered before something else was made comes before it: the order of documents is that of the tree.
    written: Testing.synth(chart).map((object) => JSON.stringify(object)).sort(),
  });
}

test.each([Rendering.customResources(), Rendering.kubernetesObjects(), Rendering.kubernetesObjects({ corrections: false })])(
  'what is shown is what it would be had it not been looked at before (%#)', (rendering) => {
    fc.assert(fc.property(fc.shuffledSubarray([...CHANGES.keys()], { minLength: 3, maxLength: 6 }), (order) => {
      const [looked, unseen] = [new Changing(rendering), new Changing(rendering)];
      shown(looked);
      for (const change of order) {
        CHANGES[change](looked);
        shown(looked);
      }
      for (const change of order) CHANGES[change](unseen);
      expect(shown(looked) === shown(unseen)).toBe(true);
    }), { numRuns: 3 });
  },
);

test('a workflow is written as a custom resource again when the platform that rendered it is gone', () => {
  const { chart, workflow } = new Changing(Rendering.kubernetesObjects());
  const other = new WorkflowConstruct(chart, 'Other', { definition: definition('other'), podTemplate: { container: { image: 'example.org/other:1' } } });
  const kinds = () => (Testing.synth(chart) as KubernetesObject[]).map(({ kind, metadata: { name } }) => `${kind} ${name}`);
  expect(kinds()).not.toContain('SonataFlow other');
  chart.node.tryRemoveChild('P');
  expect(kinds().filter((line) => line.endsWith(' other'))).toEqual(['SonataFlow other']);
  new SonataFlowPlatformConstruct(chart, 'P', { rendering: Rendering.kubernetesObjects() });
  expect(kinds()).not.toContain('SonataFlow other');
  expect([workflow.workflowName, other.objects.length > 0]).toEqual(['greet', true]);
});

test('what is asked behind a synth of a chart is asked of the app as it is then', () => {
  const { chart, platform, workflow } = new Changing(Rendering.kubernetesObjects());
  const dependent = new ApiObject(chart, 'Dependent', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'dependent' } });
  dependent.node.addDependency(platform);
  Testing.synth(chart);
  ApiObject.of(workflow).addJsonPatch(JsonPatch.add('/spec/podTemplate/replicas', 3));
  new JobsServiceConstruct(platform, 'J');
  expect(workflow.toScalingTarget().replicas).toBe(3);
  const written = (Testing.synth(chart) as KubernetesObject[]).map(({ kind, metadata: { name } }) => `${kind} ${name}`);
  expect(written.indexOf('ConfigMap dependent')).toBeGreaterThan(written.indexOf('Deployment sonataflow-platform-jobs-service'));
});
