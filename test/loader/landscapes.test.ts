import { landscapesOf } from '../../src/loader/landscapes';

const object = (name: string, namespace = 'shop') => `apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlow\nmetadata: {name: ${name}, namespace: ${namespace}}\n`;

/** The landscapes of files that have an object each, by the name of their folder. */
function landscapes(files: Readonly<Record<string, string>>) {
  const sources = Object.entries(files).map(([file, name]) => ({ file, text: object(name) }));
  return Object.fromEntries(landscapesOf(sources).map(({ folder = '', sources: own }) => [folder, own.map(({ file }) => file)]));
}

test.each<[string, Record<string, string>, Record<string, string[]>]>([
  ['different objects', { 'a/x.yaml': 'x', 'b/y.yaml': 'y' }, { '': ['a/x.yaml', 'b/y.yaml'] }],
  ['one object twice in a folder', { 'a/x.yaml': 'x', 'a/y.yaml': 'x' }, { '': ['a/x.yaml', 'a/y.yaml'] }],
  ['one object in a folder and in one of it', { 'a/x.yaml': 'x', 'a/b/x.yaml': 'x' }, { '': ['a/x.yaml', 'a/b/x.yaml'] }],
  ['one object in two folders', { 'a/x.yaml': 'x', 'b/x.yaml': 'x' }, { a: ['a/x.yaml'], b: ['b/x.yaml'] }],
  [
    'two folders and what stands above',
    { 'platform.yaml': 'hub', 'overlays/common.yaml': 'c', 'overlays/dev/x.yaml': 'x', 'overlays/prod/in/x.yaml': 'x' },
    {
      'overlays/dev': ['platform.yaml', 'overlays/common.yaml', 'overlays/dev/x.yaml'],
      'overlays/prod': ['platform.yaml', 'overlays/common.yaml', 'overlays/prod/in/x.yaml'],
    },
  ],
  [
    'two folders and a third one beside them',
    { 'platform/hub.yaml': 'hub', 'dev/x.yaml': 'x', 'prod/x.yaml': 'x' },
    { dev: ['platform/hub.yaml', 'dev/x.yaml'], prod: ['platform/hub.yaml', 'prod/x.yaml'] },
  ],
  [
    'a base and its overlays',
    { 'base/x.yaml': 'x', 'overlays/dev/x.yaml': 'x', 'overlays/prod/x.yaml': 'x', 'overlays/all.yaml': 'all' },
    { 'base': ['base/x.yaml'], 'overlays/dev': ['overlays/dev/x.yaml', 'overlays/all.yaml'], 'overlays/prod': ['overlays/prod/x.yaml', 'overlays/all.yaml'] },
  ],
])('%s', (_what, files, expected) => {
  expect(landscapes(files)).toEqual(expected);
});

test('two namespaces are two objects', () => {
  expect(landscapesOf([{ file: 'a/x.yaml', text: object('x', 'dev') }, { file: 'b/x.yaml', text: object('x', 'prod') }])).toHaveLength(1);
});

test('standard input is above all folders', () => {
  const sources = [{ file: '-', text: object('hub') }, { file: 'a/x.yaml', text: object('x') }, { file: 'b/x.yaml', text: object('x') }];
  expect(landscapesOf(sources).map(({ sources: own }) => own.map(({ file }) => file))).toEqual([['-', 'a/x.yaml'], ['-', 'b/x.yaml']]);
});
