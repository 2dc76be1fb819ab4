import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { inFolder, platform, told, workflow, writeFiles } from '../cli/files';
import { run } from '../cli/run';

/** Two environments of one workflow, with a platform above both, and what lies about in a repository. */
const REPOSITORY = {
  'platform.yaml': platform(),
  'overlays/dev/wf.yaml': workflow('shop', 'greet', { states: '{name: A, type: sleep, duration: PT5S, end: true}' }),
  'overlays/prod/wf.yaml': workflow('shop', 'greet', { states: '{name: A, type: sleep, duration: PT5S, end: true}' }),
  'overlays/prod/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [wf.yaml]\n',
  'chart/Chart.yaml': 'apiVersion: v2\nname: c\n',
  'chart/templates/wf.yaml': '{{ if .Values.x }}\nkind: SonataFlow\n',
  'chart/values.yaml': 'kind: DaemonSet\n',
  'dist/construct-metadata.json': '{"version": "1.0.0", "resources": {}}',
  'package.json': '{"name": "x"}',
  'ignored/wf.yaml': 'apiVersion: sonataflow.org/v1alpha08\nkind: Nonsense\n',
  '.gitignore': 'ignored/\n',
  '.github/workflows/ci.yaml': 'kind: x\napiVersion: y\n',
  'node_modules/x/wf.yaml': 'kind: SonataFlow\n',
};
type Files = Readonly<Record<string, string>>;
const inRepository = <T>(act: (folder: string) => T, more: Files = {}) => inFolder({ ...REPOSITORY, ...more }, (folder) => {
  mkdirSync('.git');
  return act(folder);
});
const DEV_AND_PROD = ['overlays/dev/wf.yaml: warning: SF-TIMEOUT-NO-JOBS', 'overlays/prod/wf.yaml: warning: SF-TIMEOUT-NO-JOBS'];

test('folders are gone through, what is not for a cluster is passed over, and environments are judged apart', () => {
  inRepository(() => {
    symlinkSync('platform.yaml', 'linked.yaml');
    const { status, out } = run('check', '.');
    expect([status, told(out)]).toEqual([0, DEV_AND_PROD]);
    const [passed, judged] = out.trimEnd().split('\n').slice(-2);
    expect(passed).toMatch(/^passed over: 1 of Helm .*, 2 of tools, 1 ignored by git, 1 symbolically linked, 3 without an object for a cluster \(/);
    expect(judged).toBe('3 resources (2 workflows) in 2 landscapes (overlays/dev, overlays/prod) judged for 10.1.0 (default; say --operator)');
    expect(run('check', '--no-recursive', '.').out).toContain('1 resource (0 workflows) judged');
  });
});

test('what kustomize patches with is passed over, and the facts of the cluster are', () => {
  const patch = (replicas: number) => `apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlow\nmetadata: {name: greet, namespace: shop}\nspec: {podTemplate: {replicas: ${replicas}}}\n`;
  inRepository(() => {
    const { status, out } = run('check', 'overlays/prod', 'platform.yaml');
    expect([status, told(out)]).toEqual([0, DEV_AND_PROD.slice(1)]);
    expect(out).toMatch(/^passed over: 3 patched by kustomize/m);
    expect(run('check', 'overlays/prod/replicas.yaml').out).toContain('SF-SCHEMA');
    expect(run('check', '--cluster-facts', 'overlays/cluster.yaml', 'overlays/prod', 'overlays/cluster.yaml').out).toContain('SF-REPLICAS-JOBS');
    const known = run('check', '--cluster-facts', 'overlays/cluster.yaml', '.');
    expect(known.out).not.toContain('SF-REPLICAS-JOBS');
    expect(known.out).toContain('3 resources (2 workflows)');
  }, {
    'overlays/prod/kustomization.yaml': 'resources: [wf.yaml]\npatches: [{path: replicas.yaml}, {patch: "[]"}]\npatchesStrategicMerge: [../common/more.yaml]\npatchesJson6902: [{path: ops.yaml}]\n',
    'overlays/prod/replicas.yaml': patch(2),
    'overlays/prod/inner/kustomization.yaml': 'patchesStrategicMerge: [../other.yaml]\n',
    'overlays/prod/other.yaml': patch(3),
    'overlays/common/more.yaml': patch(4),
    'overlays/prod/ops.yaml': '[{"op": "add", "path": "/metadata/labels", "value": {}}]\n',
    'overlays/cluster.yaml': 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform\nmetadata: {name: other, namespace: other}\n'
      + 'spec: {services: {jobService: {podTemplate: {replicas: 5}}}}\n',
  });
});

test('a folder that is named is judged, also where git ignores it; a file that is named has to be a resource', () => {
  inRepository(() => {
    expect(run('check', 'ignored').out).toContain('SF-INPUT-');
    expect(run('check', 'package.json')).toMatchObject({ status: 1, out: expect.stringContaining('SF-INPUT-OBJECT') });
    expect(run('check', 'dist')).toMatchObject({ status: 0, out: expect.stringContaining('dist: warning: SF-INPUT-NONE') });
    expect(run('check', '--strict', 'dist').status).toBe(1);
  });
});

test.each([['render'], ['explain']])('%s wants to be told which environment', (command) => {
  inRepository(() => {
    expect(run(command, '.')).toEqual({ status: 1, out: '', err: expect.stringContaining('fix: name one of overlays/dev, overlays/prod') });
    expect(run(command, 'platform.yaml', 'overlays/dev').status).toBe(0);
  });
});

test('one object twice in a folder is an error', () => {
  inRepository(() => {
    expect(told(run('check', '.').out)).toContainEqual(expect.stringMatching(/error: SF-INPUT-TWICE$/));
  }, { 'overlays/dev/again.yaml': REPOSITORY['overlays/dev/wf.yaml'] });
});

test.each<[string, string[], Record<string, string>]>([
  ['--acknowledge', ['--acknowledge', 'SF-TIMEOUT-NO-JOBS=short ones'], {}],
  ['the configuration', [], { '.sonataflowrc': 'acknowledgements: [{rule: SF-TIMEOUT-NO-JOBS, name: gr*, reason: short ones}]\n' }],
  ['a baseline', ['--baseline', 'known.json'], { 'known.json': '{"findings": [{"rule": "SF-TIMEOUT-NO-JOBS", "object": "SonataFlow shop/greet", "field": "spec.flow"}]}' }],
])('%s with both environments, strictly, in each format', (_what, args, more) => {
  inRepository(() => {
    for (const format of ['text', 'json', 'github', 'sarif', 'markdown']) {
      expect([format, run('check', '--strict', '--format', format, ...args, '.').status]).toEqual([format, 0]);
    }
    expect(run('check', '--strict', '--no-config', '.').status).toBe(1);
  }, more);
});

test('a named pipe is read', () => {
  inRepository(() => {
    execFileSync('mkfifo', ['pipe']);
    spawn('cp', ['platform.yaml', 'pipe']);
    expect(run('check', 'pipe').out).toMatch(/^nothing found\n1 resource /);
  });
});

test('render --output --prune removes what is not rendered any more, and nothing else', () => {
  inRepository((folder) => {
    run('render', '-o', 'out', 'platform.yaml', 'overlays/dev');
    writeFiles(folder, { 'out/shop/mine.yaml': 'a: b\n', 'out/shop/ConfigMap.other.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other, namespace: shop}\n' });
    expect(run('render', '-o', 'out', 'platform.yaml').status).toBe(0);
    expect(existsSync('out/shop/Deployment.apps.greet.yaml')).toBe(true);
    expect(run('render', '-o', 'out', '--prune', 'platform.yaml').status).toBe(0);
    expect(['Deployment.apps.greet.yaml', 'ConfigMap.other.yaml', 'mine.yaml'].map((file) => existsSync(`out/shop/${file}`))).toEqual([false, false, true]);
    expect(run('render', '--prune', 'platform.yaml').status).toBe(2);
  });
});
