import { Rendering, SonataFlowPlatformConstruct, WorkflowConstruct } from '../../../src';
import { workflowFacts } from '../../../src/constructs/app/facts';
import { JsonObject } from '../../../src/json/json';
import { landscapeOf } from '../../landscapes';
import { definition, testChart } from '../../support';

const GREET: JsonObject = { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlow', metadata: { name: 'greet', namespace: 'orders' }, spec: { flow: { states: [] } } };

function orders(rendering: Rendering) {
  const platform = new SonataFlowPlatformConstruct(testChart('orders'), 'P', { rendering });
  return { platform, workflow: new WorkflowConstruct(platform, 'W', { definition: definition() }) };
}

test('whoever asks for a fact has nothing rendered', () => {
  let asked = 0;
  const get = () => {
    asked += 1;
    return { corrections: true };
  };
  const rendering = Object.create(Rendering.prototype, { _kubernetesObjects: { get } }) as Rendering;
  const landscape = landscapeOf([GREET]);
  const facts = workflowFacts({ resource: landscape.workflows[0], problems: [] }, landscape, rendering);
  expect([facts.model.name, asked]).toEqual(['greet', 0]);
  expect([facts.manifests.length > 0, facts.manifests.length > 0, asked]).toEqual([true, true, 1]);
});

test('facts are computed once, and each time anew from what the app has become', () => {
  const { platform, workflow } = orders(Rendering.kubernetesObjects());
  const facts = workflow._facts();
  expect(facts.manifests).toBe(facts.manifests);
  expect(facts.model).toBe(facts.model);
  expect(platform._facts().manifests).not.toBe(platform._facts().manifests);
});

test('where custom resources are written there is nothing to render', () => {
  const { platform, workflow } = orders(Rendering.customResources());
  expect([...platform.objects, ...workflow.objects, ...platform.findings, ...workflow.findings]).toEqual([]);
});
