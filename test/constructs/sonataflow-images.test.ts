import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import {
  DataIndexConstruct, JobsServiceConstruct, OperatorVersion, Rendering, SonataFlowImages, SonataFlowPlatformConstruct, WorkflowConstruct,
} from '../../src';
import { definition } from '../support';

const JOB = { spec: { template: { spec: { containers: [{ name: 'psql', image: 'registry.example.org/psql:16' }] } } } };

function landscape(rendering?: Rendering) {
  const app = new App();
  const orders = new Chart(app, 'orders', { namespace: 'orders' });
  const platform = new SonataFlowPlatformConstruct(orders, 'P', { operatorVersion: OperatorVersion.OSL_1_38, rendering });
  new JobsServiceConstruct(platform, 'J');
  const workflow = new WorkflowConstruct(platform, 'W', { definition: definition(), podTemplate: { container: { image: 'registry.example.org/greet:1' } } });
  new ApiObject(orders, 'Job', { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'database' }, ...JOB });
  const other = new Chart(app, 'other', { namespace: 'other' });
  SonataFlowPlatformConstruct.fromPlatformName(new Chart(app, 'elsewhere', { namespace: 'elsewhere' }), 'E', 'sonataflow-platform', { dataIndex: true });
  new DataIndexConstruct(new SonataFlowPlatformConstruct(other, 'P'), 'D');
  return { app, orders, workflow };
}
const JOBS_SERVICE = 'registry.redhat.io/openshift-serverless-1/logic-jobs-service-ephemeral-rhel9';

test.each([['custom resources', undefined], ['Kubernetes objects', Rendering.kubernetesObjects()]])('the images of an app that writes %s', (_what, rendering) => {
  const { app, orders } = landscape(rendering);
  const images = SonataFlowImages.of(orders);
  expect(images).toEqual([
    { image: 'registry.example.org/greet:1', built: false, users: ['Deployment orders/greet: workflow'] },
    { image: 'registry.example.org/psql:16', built: false, users: ['Job orders/database: psql'] },
    {
      image: `${JOBS_SERVICE}:1.38.1`,
      built: false,
      users: ['Deployment orders/sonataflow-platform-jobs-service: jobs-service'],
      digest: `${JOBS_SERVICE}@sha256:047bfa145ee42d74a991ba14037fe88b8a8921d9e5dd450b8265524ca1ad80dc`,
    },
  ]);
  expect(SonataFlowImages.of(app).filter(({ image }) => !images.some((known) => known.image === image)).map(({ image }) => image))
    .toEqual(['docker.io/apache/incubator-kie-kogito-data-index-ephemeral:10.1.0']);
});

test('an image that a user changed is the one that is pulled', () => {
  const { orders, workflow } = landscape(Rendering.kubernetesObjects());
  for (const object of workflow.objects.filter(({ kind }) => kind === 'Deployment')) {
    object.addJsonPatch(JsonPatch.replace('/spec/template/spec/containers/0/image', 'mirror.example.org/greet:1'));
  }
  expect(SonataFlowImages.of(orders).map(({ image }) => image).filter((image) => image.includes('greet'))).toEqual(['mirror.example.org/greet:1']);
});

test('an imageset', () => {
  expect(SonataFlowImages.imageSetConfiguration(landscape().orders)).toBe(`apiVersion: mirror.openshift.io/v2alpha1
kind: ImageSetConfiguration
mirror:
  additionalImages:
    - name: registry.example.org/greet:1
    - name: registry.example.org/psql:16
    - name: ${JOBS_SERVICE}@sha256:047bfa145ee42d74a991ba14037fe88b8a8921d9e5dd450b8265524ca1ad80dc
`);
});
