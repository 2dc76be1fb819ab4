import { isFailure } from '../../../src/json/failure';
import { JsonObject } from '../../../src/json/json';
import { configurationMounts, withMounts } from '../../../src/manifests/workflow/workflow-mounts';
import { safeDns1035 } from '../../../src/model/names';
import { workflowModel } from '../../../src/model/workflow';
import { landscapeOf } from '../../landscapes';
import { gitops, profiled } from '../../platforms';

const SOURCES = '/home/kogito/serverless-workflow-project/src/main/resources';

function mountsOf(resource: JsonObject) {
  const landscape = landscapeOf([resource]);
  return configurationMounts(workflowModel(landscape, landscape.workflows[0]));
}

const dev = (...configMaps: ReadonlyArray<readonly [string, string?]>) => mountsOf(profiled('dev', {
  resources: { configMaps: configMaps.map(([name, workflowPath]) => ({ configMap: { name }, ...workflowPath !== undefined && { workflowPath } })) },
}));

const file = (name: string, key: string) => ({ configMap: { name, items: [{ key, path: key }] } });
const all = (name: string) => ({ configMap: { name } });
const ROOT = [file('greet-props', 'application.properties'), file('greet-managed-props', 'application-dev.properties'), all('greet')];

test('of an image that was built: the two files of properties', () => {
  expect(mountsOf(gitops({}, { resources: { configMaps: [{ configMap: { name: 'x' } }] } }))).toEqual({
    volumes: [{
      name: 'workflow-properties',
      projected: { sources: [file('greet-props', 'application.properties'), file('greet-managed-props', 'application-prod.properties')] },
    }],
    mounts: [{ name: 'workflow-properties', mountPath: '/deployments/config', readOnly: true }],
  });
});

const volume = (path: string) => safeDns1035('res-', path) as string;

test.each<[string, ReadonlyArray<readonly [string, string?]>, JsonObject[], ReadonlyArray<readonly [string, string[]]>, Record<string, string>]>([
  ['nothing else', [], ROOT, [], {}],
  ['resources without a folder', [['a'], ['b', ''], ['a']], [...ROOT, all('a'), all('b')], [], {}],
  ['the user\'s properties as a resource', [['greet-props']], [all('greet-props'), ...ROOT.slice(1)], [], {}],
  ['folders', [['a', 'specs'], ['b', 'x/y'], ['c', 'specs']], ROOT, [['specs', ['a', 'c']], ['x/y', ['b']]], { '/specs': 'specs', '/x/y': 'x/y' }],
  ['a folder written in an odd way', [['a', '/a/./x/../b/']], ROOT, [['/a/./x/../b/', ['a']]], { '/a/b': '/a/./x/../b/' }],
  ['one folder written in two ways', [['a', 'specs'], ['b', '/specs/']], ROOT, [['specs', ['a']], ['/specs/', ['b']]], { '/specs': 'specs' }],
  ['the root written as a folder', [['a', '/']], ROOT, [['/', ['a']]], {}],
])('in development: %s', (_what, configMaps, root, folders, mounted) => {
  expect(dev(...configMaps)).toEqual({
    volumes: [
      { name: 'resources', projected: { sources: root } },
      ...folders.map(([path, names]) => ({ name: volume(path), projected: { sources: names.map(all) } })),
    ],
    mounts: [
      { name: 'resources', mountPath: SOURCES, readOnly: true },
      ...Object.entries(mounted).map(([place, path]) => ({ name: volume(path), mountPath: SOURCES + place })),
    ],
  });
});

test('a volume cannot be named after every folder', () => expect(isFailure(dev(['a', 'ä']))).toBe(true));

test('mounts take the places of those of their names, in the container of the workflow alone', () => {
  const item = (name: string, rest: JsonObject = {}): JsonObject => ({ name, ...rest });
  const pod = {
    volumes: [item('mine'), item('config', { emptyDir: {} })],
    containers: [item('side', { volumeMounts: [item('config')] }), item('workflow', { volumeMounts: [item('config', { mountPath: '/mine' })] })],
  };
  expect(withMounts(pod, { volumes: [item('config', { projected: {} }), item('more')], mounts: [item('config', { mountPath: '/own' })] })).toEqual({
    volumes: [item('mine'), item('config', { projected: {} }), item('more')],
    containers: [item('side', { volumeMounts: [item('config')] }), item('workflow', { volumeMounts: [item('config', { mountPath: '/own' })] })],
  });
});
