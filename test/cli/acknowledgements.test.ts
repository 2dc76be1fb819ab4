import { inFolder, platform, told, workflow } from './files';
import { run } from './run';

const check = (files: Readonly<Record<string, string>>, ...args: string[]) => inFolder(files, () => {
  const { status, out } = run('check', ...args, '.');
  return { status, out, told: told(out) };
});
const ALONE = { 'wf.yaml': workflow() };

test.each<[string, Record<string, string>, string[]]>([
  ['--acknowledge', {}, ['--acknowledge', 'SF-PLATFORM-NONE=the platform team has it']],
  ['--acknowledge, with globs', {}, ['--acknowledge', 'SF-PLATFORM-*:sh?p/gr*=the platform team has it']],
  ['the configuration', { '.sonataflowrc': 'acknowledgements: [{rule: SF-PLATFORM-NONE, namespace: sh*, name: "*", reason: the platform team has it}]\n' }, []],
  ['an annotation', { 'wf.yaml': workflow('shop', 'greet', { annotations: 'acknowledge.cdk8s-sonataflow/SF-PLATFORM-NONE: the platform team has it' }) }, []],
])('%s makes an information with the reason', (_what, files, args) => {
  const { status, out } = check({ ...ALONE, ...files }, '--strict', ...args);
  expect(status).toBe(0);
  expect(out).toMatch(/^wf\.yaml:1:1: information: SF-PLATFORM-NONE: .*; fix: acknowledged: the platform team has it$/m);
  expect(out).not.toContain('SF-ACKNOWLEDGE');
});

test.each([
  ['another rule', 'SF-SERVICE-DISABLED=x'],
  ['another namespace', 'SF-PLATFORM-NONE:prod-*/*=x'],
  ['another name', 'SF-PLATFORM-NONE:shop/other=x'],
])('one that matches nothing is an information: %s', (_what, text) => {
  const { status, told: found } = check(ALONE, '--acknowledge', text);
  expect([status, found]).toEqual([0, [`--acknowledge ${text}: information: SF-ACKNOWLEDGE-UNUSED`, 'wf.yaml: warning: SF-PLATFORM-NONE']]);
});

test('an annotation counts for its own resource', () => {
  const files = { 'a.yaml': workflow('shop', 'greet', { annotations: 'acknowledge.cdk8s-sonataflow/SF-PLATFORM-NONE: known' }), 'b.yaml': workflow('shop', 'other') };
  expect(check(files).told).toEqual(['a.yaml: information: SF-PLATFORM-NONE', 'b.yaml: warning: SF-PLATFORM-NONE']);
});

test('on a platform it may be about one service', () => {
  const disabled = '{services: {jobService: {enabled: false}, dataIndex: {enabled: false}}}';
  const of = (key: string) => ({ 'hub.yaml': platform('shop', disabled).replace('namespace: shop', `namespace: shop, annotations: {acknowledge.cdk8s-sonataflow/${key}: known}`) });
  const weights = (key: string) => check(of(key)).told.filter((line) => line.endsWith('SF-SERVICE-DISABLED')).map((line) => line.split(' ')[1]);
  expect(weights('SF-SERVICE-DISABLED')).toEqual(['information:', 'information:']);
  expect(weights('SF-SERVICE-DISABLED.jobService').sort()).toEqual(['information:', 'warning:']);
});

test.each<[string, Record<string, string>, string[]]>([
  ['on the command line', {}, ['--acknowledge', 'SF-SCHEMA=known']],
  ['in the configuration', { '.sonataflowrc': 'acknowledgements: [{rule: SF-SCHEMA, reason: known}]\n' }, []],
  ['in an annotation', { 'wf.yaml': workflow('shop', 'greet', { annotations: 'acknowledge.cdk8s-sonataflow/SF-SCHEMA: known', spec: '  replicas: 1\n' }) }, []],
])('what the API server refuses is fixed, and acknowledging it is a finding: %s', (_what, files, args) => {
  const { status, told: found } = check({ 'hub.yaml': platform(), 'wf.yaml': workflow('shop', 'greet', { spec: '  replicas: 1\n' }), ...files }, ...args);
  expect(status).toBe(1);
  expect(found.map((line) => line.replace(/^.*?: /, ''))).toEqual(expect.arrayContaining(['error: SF-SCHEMA', 'error: SF-ACKNOWLEDGE']));
  expect(found).toHaveLength(2);
});

test('so is acknowledging what is not even there', () => {
  expect(check({ ...ALONE, 'hub.yaml': platform() }, '--acknowledge', 'SF-SCHEMA=known')).toMatchObject({ status: 1, told: ['--acknowledge SF-SCHEMA=known: error: SF-ACKNOWLEDGE'] });
});

test('what this library judges can be acknowledged, though it is an error', () => {
  const files = { 'hub.yaml': platform(), 'wf.yaml': workflow().replace('profile: gitops', 'profile: gitopps') };
  expect(check(files).status).toBe(1);
  const { status, told: found } = check(files, '--acknowledge', 'SF-PROFILE=preview is meant');
  expect([status, found]).toEqual([0, ['wf.yaml: information: SF-PROFILE']]);
});

test.each([
  ['no reason', 'SF-PLATFORM-NONE'],
  ['no name', 'SF-PLATFORM-NONE:shop=x'],
  ['an empty reason', 'SF-PLATFORM-NONE='],
  ['an unknown rule', 'SF-PLATFORM-NOONE=x'],
])('%s: status 2', (_what, text) => {
  expect(run('check', '--acknowledge', text, 'a.yaml')).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/RULE\[:NAMESPACE\/NAME\]=REASON|SF-ACKNOWLEDGE/) });
});

test('render and explain go on with what is acknowledged', () => {
  const text = workflow().replace('profile: gitops', 'profile: gitopps');
  inFolder({ 'hub.yaml': platform(), 'wf.yaml': text, 'more/wf.yaml': text }, () => {
    expect(run('render', '.').status).toBe(1);
    expect(run('render', '--acknowledge', 'SF-INPUT-TWICE=one of them', '--acknowledge', 'SF-PROFILE=preview', '.').err).not.toContain('error: SF-INPUT-TWICE');
  });
});

test('one of a resource that is refused is not told as unused: nothing else is found there', () => {
  const refused = platform('shop', '{monitoring: 1}').replace('name: hub', 'name: hub, annotations: {acknowledge.cdk8s-sonataflow/SF-SERVICE-DISABLED: known}');
  const { told: found } = check({ 'p.yaml': refused });
  expect(found).toEqual(['p.yaml: error: SF-SCHEMA']);
});
