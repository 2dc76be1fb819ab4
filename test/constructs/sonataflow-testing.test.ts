import { ApiObject, Chart, Testing } from 'cdk8s';
import {
  ApplicationProperties, JobsServiceConstruct, Rendering, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowDefinition,
  WorkflowProfile,
} from '../../src';
import { messageOf, testChart } from '../support';

const configMap = (chart: ReturnType<typeof testChart>, id: string, name: string) =>
  new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });

test('finds the object', () => {
  const chart = testChart();
  configMap(chart, 'A', 'a');
  configMap(chart, 'B', 'b');
  expect(SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'b')).toMatchObject({ metadata: { name: 'b' } });
});

test('names the nearest one when there is none, and complains when there are two', () => {
  const chart = testChart();
  configMap(chart, 'A', 'orders');
  expect(messageOf(() => SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'order'))).toContain('did you mean "ConfigMap orders"?');
  configMap(chart, 'B', 'orders');
  expect(messageOf(() => SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'orders'))).toContain('of which the chart has 2');
});

describe('what a chart changes', () => {
  interface Options {
    readonly image?: string;
    readonly objects?: boolean;
    readonly corrections?: boolean;
    readonly split?: boolean;
    readonly password?: string;
    readonly data?: string;
    readonly properties?: string;
  }

  /** A platform with a workflow, built in one of several ways. */
  function chartOf(options: Options = {}): Chart {
    const { image = 'example.org/greet:1', objects = false, corrections, split = false, password = 'hunter2', data = 'x', properties } = options;
    const app = Testing.app();
    const chart = new Chart(app, 'Shop', { namespace: 'shop' });
    const rendering = objects ? Rendering.kubernetesObjects({ corrections }) : Rendering.customResources();
    const definition = WorkflowDefinition.fromObject({ id: 'greet', start: 'A', states: [{ name: 'A', type: 'inject', data: {}, end: true }] });
    const workflow = () => new WorkflowConstruct(chart, split ? 'Renamed' : 'Greet', {
      definition,
      profile: WorkflowProfile.GITOPS,
      podTemplate: { container: { image } },
      applicationProperties: properties === undefined ? undefined : ApplicationProperties.fromString(properties),
    });
    const platform = () => {
      const made = new SonataFlowPlatformConstruct(split ? new Chart(app, 'Platform', { namespace: 'shop' }) : chart, 'Hub', { rendering });
      new JobsServiceConstruct(made, 'Jobs');
    };
    if (split) workflow();
    platform();
    if (!split) workflow();
    new ApiObject(chart, 'Config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' }, data: { a: data } });
    new ApiObject(chart, 'Secret', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'secret' }, stringData: { password } });
    return chart;
  }
  const lines = (before: Options, after: Options) => SonataFlowTesting.diff(chartOf(before), chartOf(after));

  test.each([false, true])('is nothing where it is built in the same way (Kubernetes objects: %s)', (objects) => {
    expect(lines({ objects }, { objects })).toEqual([]);
  });

  test('is nothing for a workflow whose platform is in another chart, but that the other chart has the platform', () => {
    expect(lines({}, { split: true }).filter((line) => line.includes('greet'))).toEqual([]);
  });

  test('is nothing between what the operator makes and the same, rendered to the letter', () => {
    const rendered = { objects: true, corrections: false };
    expect(lines({}, rendered)).toEqual([]);
    expect(lines(rendered, {})).toEqual([]);
    expect(lines({}, { objects: true }).filter((line) => /^[-+]/.test(line))).toEqual([]);
  });

  test('is told with its reason', () => {
    expect(lines({}, { image: 'example.org/greet:2' })).toEqual([
      '~ Deployment shop/greet',
      '    rollout: new pods take the place of the old ones',
      '    spec.template.spec.containers[workflow].image',
      '      - "example.org/greet:1"',
      '      + "example.org/greet:2"',
      '      because of SonataFlow greet: spec.podTemplate.container.image',
    ]);
  });

  test('is what is written where Kubernetes objects are', () => {
    expect(lines({ objects: true }, { objects: true, image: 'example.org/greet:2' })).toContain('      + "example.org/greet:2"');
  });

  test('has objects of other kinds, too', () => {
    expect(lines({}, { data: 'y' })).toEqual(['~ ConfigMap shop/config', '    data.a', '      - "x"', '      + "y"']);
  });

  test('has properties once: they are a change of the empty ones', () => {
    const told = lines({}, { properties: 'acme.a=b' });
    expect(told.filter((line) => line.includes('ConfigMap shop/greet-props'))).toEqual(['~ ConfigMap shop/greet-props']);
    expect(told.join('\n')).toContain('acme.a');
  });

  test('tells no value of a Secret', () => {
    const told = lines({}, { password: 'hunter3' });
    expect(told[0]).toBe('~ Secret shop/secret');
    expect(told.join('\n')).not.toContain('hunter');
  });
});
