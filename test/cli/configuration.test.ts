import { mkdirSync, symlinkSync } from 'node:fs';
import { inFolder, platform, told, workflow, writeFiles } from './files';
import { run } from './run';

const last = (text: string) => text.trimEnd().split('\n').at(-1);
const FILES = { 'wf.yaml': workflow() };

test('from the working directory up to the root of the repository', () => {
  inFolder({ '.sonataflowrc': 'operator: 1.x\n', 'repo/apps/wf.yaml': workflow(), 'repo/other/.sonataflowrc': 'operator: nonsense\n' }, (folder) => {
    mkdirSync('repo/.git');
    process.chdir(`${folder}/repo/apps`);
    expect(last(run('check', '.').out)).toBe('1 resource (1 workflow) judged for 10.1.0 (default; say --operator)');
    writeFiles(folder, { 'repo/.sonataflowrc': 'operator: 1.x\n' });
    expect(last(run('check', '.').out)).toBe('1 resource (1 workflow) judged for 1.x (../.sonataflowrc)');
    writeFiles(folder, { 'repo/apps/.sonataflowrc': 'operator: 10.1.0\n' });
    expect(last(run('check', '.').out)).toBe('1 resource (1 workflow) judged for 10.1.0 (.sonataflowrc)');
  });
});

test('outside of a repository only that of the folder counts', () => {
  inFolder({ '.sonataflowrc': 'operator: 1.x\n', 'apps/wf.yaml': workflow() }, (folder) => {
    process.chdir(`${folder}/apps`);
    expect(last(run('check', '.').out)).toContain('judged for 10.1.0 (default');
  });
});

test('--config, --no-config, and flags that win', () => {
  inFolder({ ...FILES, '.sonataflowrc': 'operator: 1.x\n', 'ci.yaml': 'operator: {version: 1.x}\nstrict: true\n' }, () => {
    expect(last(run('check', 'wf.yaml').out)).toContain('for 1.x (.sonataflowrc)');
    expect(last(run('check', '--no-config', 'wf.yaml').out)).toContain('for 10.1.0 (default; say --operator)');
    expect(run('check', '--config', 'ci.yaml', 'wf.yaml')).toMatchObject({ status: 1, out: expect.stringContaining('for 1.x (ci.yaml)') });
    expect(run('check', '--config', 'ci.yaml', '--no-strict', 'wf.yaml').status).toBe(0);
    expect(last(run('check', '--operator', '10.1.0', 'wf.yaml').out)).toContain('for 10.1.0 (--operator)');
    expect(last(run('render', 'wf.yaml').err)).toContain('for 1.x (.sonataflowrc)');
    expect(last(run('explain', 'wf.yaml').err)).toContain('for 1.x (.sonataflowrc)');
  });
});

test('facts of the cluster, which a flag takes back', () => {
  const broker = '{eventing: {broker: {ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}}}, services: {dataIndex: {}, jobService: {}}}';
  const files = { 'hub.yaml': platform('shop', broker), '.sonataflowrc': 'clusterFacts: {knative: false}\n' };
  inFolder(files, () => {
    expect(told(run('check', 'hub.yaml').out)).toContain('hub.yaml: error: SF-EVENT-NO-KNATIVE');
    expect(told(run('check', '--knative', 'hub.yaml').out)).not.toContain('hub.yaml: error: SF-EVENT-NO-KNATIVE');
  });
});

test('images of the operator', () => {
  const files = {
    'p.yaml': platform('shop', '{services: {jobService: {}, dataIndex: {}}}'),
    '.sonataflowrc': 'operator: {registry: r.example.org/kie, tag: "7", images: {dataIndexEphemeral: r.example.org/di:1}}\n',
  };
  inFolder(files, () => {
    expect(run('render', 'p.yaml').out).toMatch(/image: r\.example\.org\/di:1[^]*image: r\.example\.org\/kie\/incubator-kie-kogito-jobs-service-ephemeral:7/);
    expect(run('render', '--tag', '8', 'p.yaml').out).toContain('image: r.example.org/kie/incubator-kie-kogito-jobs-service-ephemeral:8');
  });
});

test.each([
  ['an unknown key', 'operater: 1.x', /^\.sonataflowrc:1:1: error: SF-CONFIGURATION: operater: given the unknown key "operater"; .*did you mean "operator"\?/],
  ['an unknown key inside', 'clusterFacts: {opensift: true}', /SF-CONFIGURATION: clusterFacts\.opensift: .*did you mean "openshift"\?/],
  ['an unknown operator', 'operator: 10.2.0', /SF-CONFIGURATION: operator: given "10\.2\.0"; allowed: 10\.1\.0, 1\.x.*did you mean "10\.1\.0"\?/],
  ['a text for a flag', 'strict: yes please', /SF-CONFIGURATION: strict: .*allowed: true or false/],
  ['a number for a text', 'clusterFacts: {kubernetesVersion: 1.32}', /SF-CONFIGURATION: .*fix: put it in quotes/],
  ['no reason', 'acknowledgements: [{rule: SF-NAME}]', /SF-CONFIGURATION: acknowledgements\[0\]: .*fix: add reason/],
  ['an empty reason', 'acknowledgements: [{rule: SF-IMAGE-LATEST, reason: " "}]', /SF-ACKNOWLEDGE: acknowledgements\[0\]/],
  ['an unknown rule', 'acknowledgements: [{rule: SF-IMAGE-LATST, reason: x}]', /SF-ACKNOWLEDGE: .*did you mean "SF-IMAGE-LATEST"\?/],
  ['no YAML', 'operator: [', /SF-INPUT-YAML/],
  ['two documents', 'strict: true\n---\nstrict: false', /SF-CONFIGURATION: given 2 documents/],
])('%s: status 2', (_what, text, message) => {
  inFolder({ ...FILES, '.sonataflowrc': `${text}\n` }, () => {
    for (const command of ['check', 'render', 'explain']) {
      expect(run(command, 'wf.yaml')).toEqual({ status: 2, out: '', err: expect.stringMatching(message) });
    }
  });
});

test.each([['.sonataflowrc', 'SF-CONFIGURATION'], ['facts.yaml', 'SF-INPUT-FILE']])('what may have no end is not read: %s', (name, rule) => {
  inFolder({ ...FILES, ...name === 'facts.yaml' && { '.sonataflowrc': 'clusterFacts: facts.yaml\n' } }, () => {
    symlinkSync('/dev/null', name);
    const { out, err } = run('check', 'wf.yaml');
    expect(out + err).toContain(`${name}: error: ${rule}: given a `);
  });
});

test('an empty one says nothing', () => {
  inFolder({ ...FILES, '.sonataflowrc': '# later\n' }, () => expect(run('check', 'wf.yaml').status).toBe(0));
});
