import { inFolder, platform, told, workflow } from './files';
import { run } from './run';

const FILES = {
  'wf.yaml': workflow(),
  'cluster.yaml': `apiVersion: v1
kind: List
items:
- apiVersion: sonataflow.org/v1alpha08
  kind: SonataFlowPlatform
  metadata: {name: hub, namespace: shop}
  spec: {services: {jobService: {}}, odd: 1}
- {apiVersion: v1, kind: Secret, metadata: {name: login, namespace: shop}, data: {user: czNjcjN0}}
- {apiVersion: sonataflow.org/v1alpha08, kind: SonataFlow, metadata: {name: broken, namespace: shop}, spec: {flow: {states: 5}}}
`,
};

test('what is in the cluster is known, and not judged', () => {
  inFolder(FILES, () => {
    expect(told(run('check', 'wf.yaml').out)).toContain('wf.yaml: warning: SF-PLATFORM-NONE');
    const { status, out } = run('check', '--cluster-facts', 'cluster.yaml', 'wf.yaml');
    expect([status, told(out)]).toEqual([0, []]);
    expect(out).toMatch(/\n1 resource \(1 workflow\) judged for /);
    expect(out).not.toContain('s3cr3t');
  });
});

test('it is not rendered, and wired in', () => {
  inFolder(FILES, () => {
    const { out } = run('render', '--cluster-facts', 'cluster.yaml', 'wf.yaml');
    expect(out).toContain('kogito.jobs-service.url = http://hub-jobs-service.shop');
    expect([...out.matchAll(/^kind: Deployment/gm)]).toHaveLength(1);
    expect(run('explain', '--cluster-facts', 'cluster.yaml', 'wf.yaml').out).toContain('http://hub-jobs-service.shop');
  });
});

test('what is in the files is newer', () => {
  inFolder({ ...FILES, 'hub.yaml': platform('shop', '{services: {jobService: {enabled: false}}}') }, () => {
    expect(told(run('check', '--cluster-facts', 'cluster.yaml', 'wf.yaml', 'hub.yaml').out)).toContain('hub.yaml: warning: SF-SERVICE-DISABLED');
  });
});

test('the configuration names it, from its own folder', () => {
  inFolder({ 'apps/wf.yaml': FILES['wf.yaml'], 'cluster.yaml': FILES['cluster.yaml'], '.sonataflowrc': 'clusterFacts: cluster.yaml\n' }, (folder) => {
    process.chdir(`${folder}/apps`);
    expect(told(run('check', '--config', '../.sonataflowrc', '.').out)).toEqual([]);
  });
  inFolder({ ...FILES, '.sonataflowrc': 'clusterFacts: {file: cluster.yaml, openshift: true}\n' }, () => {
    expect(told(run('check', 'wf.yaml').out)).toEqual([]);
  });
});

test('one that cannot be read is told', () => {
  inFolder({ ...FILES, 'bad.yaml': 'a: [' }, () => {
    expect(run('check', '--cluster-facts', 'nowhere.yaml', 'wf.yaml')).toMatchObject({ status: 1, out: expect.stringContaining('nowhere.yaml: error: SF-INPUT-FILE') });
    expect(run('check', '--cluster-facts', 'bad.yaml', 'wf.yaml')).toMatchObject({ status: 1, out: expect.stringMatching(/bad\.yaml:1:\d+: error: SF-INPUT-YAML/) });
  });
});

test('--help has the line that makes it', () => {
  expect(run('check', '--help').out).toMatch(/\$ kubectl get sonataflowplatforms,.* -o yaml > cluster\.yaml/);
});
