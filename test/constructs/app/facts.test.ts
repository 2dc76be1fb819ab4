import { Rendering, SonataFlowPlatformConstruct, WorkflowConstruct } from '../../../src';
import * as platformManifests from '../../../src/manifests/platform/platform-manifests';
import * as workflowManifests from '../../../src/manifests/workflow/workflow-manifests';
import { definition, testChart } from '../../support';

const render = [jest.spyOn(workflowManifests, 'workflowManifests'), jest.spyOn(platformManifests, 'manifestsOfPlatform')];
const renderings = () => render.map(({ mock }) => mock.calls.length);

function orders(rendering: Rendering) {
  const platform = new SonataFlowPlatformConstruct(testChart('orders'), 'P', { rendering });
  return { platform, workflow: new WorkflowConstruct(platform, 'W', { definition: definition() }) };
}

beforeEach(() => jest.clearAllMocks());

test('whoever asks for a fact has nothing rendered', () => {
  const { platform, workflow } = orders(Rendering.kubernetesObjects());
  expect([platform.jobsServiceUrl, workflow.serviceUrl, workflow.managedProperties.length > 0]).toEqual([undefined, 'http://greet.orders', true]);
  expect(renderings()).toEqual([0, 0]);
});

test('facts are computed once, and each time anew from what the app has become', () => {
  const { platform, workflow } = orders(Rendering.kubernetesObjects());
  const facts = workflow._facts();
  expect(facts.manifests).toBe(facts.manifests);
  expect(facts.model).toBe(facts.model);
  expect(platform._facts().manifests).not.toBe(platform._facts().manifests);
  expect(renderings()).toEqual([1, 2]);
});

test('where custom resources are written there is nothing to render', () => {
  const { platform, workflow } = orders(Rendering.customResources());
  expect([...platform.objects, ...workflow.objects, ...platform.findings, ...workflow.findings]).toEqual([]);
  expect(renderings()).toEqual([0, 0]);
});
