import { mkdirSync } from 'node:fs';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import { inFolder, platform, workflow } from '../files';
import { run } from '../run';

// ajv knows later drafts, in which the schema means the same without these two words.
const { $schema: _draft, id: _id, ...schema } = sarifSchema;
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

/** Tenants with 5 workflows each, of which none has a Jobs Service for its timers. */
const tenants = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, t) => {
  const namespace = `tenant-${String(t).padStart(2, '0')}`;
  const workflows = Array.from({ length: 5 }, (_w, w) => workflow(namespace, `w${w}`, {
    states: '{name: A, type: event, onEvents: [{eventRefs: [paid], actions: []}], timeouts: {eventTimeout: PT1H}, end: true}], events: [{name: paid, source: /s, type: paid}',
  }));
  return [`${namespace}/all.yaml`, [platform(namespace, '{services: {dataIndex: {}}}'), ...workflows].join('---\n')];
}));
const FILES = { 'a.yaml': workflow('shop', 'a').replace('gitops', 'gitopps'), 'b.yaml': workflow('shop', 'b', { spec: '  replicas: 100%\n' }) };

test('of many findings of a rule three are told, and how many more there are: 50 tenants take at most 40 lines', () => {
  inFolder(tenants(50), () => {
    const { out } = run('check', '.');
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(lines.filter((line) => line.includes(': warning: SF-TIMEOUT-NO-JOBS:'))).toHaveLength(3);
    expect(out).toMatch(/^\.\.\. and 247 more of SF-TIMEOUT-NO-JOBS in 50 files \(--all tells each\): https:\/\/.*\/docs\/rules\/SF-TIMEOUT-NO-JOBS\.md$/m);
    expect(lines.at(-1)).toBe('300 resources (250 workflows) judged for 10.1.0 (default; say --operator)');
  });
});

test('--all, --quiet, and the formats for programs have all', () => {
  inFolder(tenants(3), () => {
    expect(run('check', '--all', '.').out.match(/: warning: SF-TIMEOUT-NO-JOBS:/g)).toHaveLength(15);
    expect(run('check', '--quiet', '.').out.trimEnd().split('\n')).toHaveLength(2);
    expect((JSON.parse(run('check', '--format', 'json', '.').out) as Array<{ rule: string }>).filter(({ rule }) => rule === 'SF-TIMEOUT-NO-JOBS')).toHaveLength(15);
    expect(run('check', '--format', 'markdown', '.').out.match(/\[SF-TIMEOUT-NO-JOBS\]/g)).toHaveLength(15);
    expect(run('check', '--format', 'sarif', '.').out.match(/"ruleId": "SF-TIMEOUT-NO-JOBS"/g)).toHaveLength(15);
  });
});

test('--quiet keeps errors', () => {
  inFolder(FILES, () => {
    const { out } = run('check', '--quiet', '.');
    expect(out).toContain('error: SF-PROFILE');
    expect(out).not.toContain('SF-PLATFORM-NONE');
  });
});

test('github: annotations of files from the root of the repository, within its limits, and a summary', () => {
  inFolder({ ...tenants(5), 'apps/odd%,name.yaml': FILES['a.yaml'] }, (folder) => {
    mkdirSync('.git');
    process.chdir(`${folder}/apps`);
    const { status, out } = run('check', '--format', 'github', '.');
    expect(status).toBe(1);
    expect(out).toMatch(/^::error file=apps\/odd%25%2Cname\.yaml,line=3,col=\d+,title=SF-PROFILE::metadata\.annotations.*; see https:\/\/\S+\/SF-PROFILE\.md$/m);
    process.chdir(folder);
    const all = run('check', '--format', 'github', '.').out.trimEnd().split('\n');
    for (const word of ['error', 'warning', 'notice']) expect(all.filter((line) => line.startsWith(`::${word} `)).length).toBeLessThanOrEqual(10);
    expect(all.filter((line) => line.startsWith('::warning ')).length).toBe(10);
    expect(all).toContainEqual(expect.stringMatching(/^SF-TIMEOUT-NO-JOBS: \d+ more: https:/));
    expect(all.slice(-2)).toEqual([expect.stringMatching(/^1 error, \d+ warnings/), expect.stringContaining('31 resources (26 workflows)')]);
  });
});

test('sarif is valid, and stays the same where lines move', () => {
  inFolder(FILES, (folder) => {
    const log = JSON.parse(run('check', '--format', 'sarif', '--acknowledge', 'SF-NAME=x', 'a.yaml', 'b.yaml').out);
    expect([isSarif(log), isSarif.errors]).toEqual([true, null]);
    expect(isSarif({ ...log, version: 2.1 })).toBe(false);
    const [{ tool: { driver }, results }] = log.runs;
    expect(driver).toMatchObject({ name: 'cdk8s-sonataflow', rules: expect.arrayContaining([expect.objectContaining({ id: 'SF-PROFILE', helpUri: expect.stringMatching(/^https:.*SF-PROFILE\.md$/) })]) });
    expect(results).toContainEqual(expect.objectContaining({
      ruleId: 'SF-PROFILE',
      level: 'error',
      locations: [expect.objectContaining({ physicalLocation: { artifactLocation: { uri: 'a.yaml', uriBaseId: 'SRCROOT' }, region: { startLine: 3, startColumn: expect.any(Number) } } })],
      partialFingerprints: { 'objectAndField/v1': 'SF-PROFILE|SonataFlow|shop|a|metadata.annotations["sonataflow.org/profile"]' },
    }));
    expect(isSarif(JSON.parse(run('check', '--format', 'sarif', `${folder}/missing.yaml`).out))).toBe(true);
  });
});

test.each<[string, (written: { out: string; err: string }) => string | undefined]>([
  ['text', ({ out }) => out.trimEnd().split('\n').at(-1)],
  ['github', ({ out }) => out.trimEnd().split('\n').at(-1)],
  ['markdown', ({ out }) => out.trimEnd().split('\n').at(-1)],
  ['json', ({ err }) => err.trimEnd().split('\n').at(-1)],
  ['sarif', ({ out }) => JSON.parse(out).runs[0].invocations[0].toolExecutionNotifications.at(-1).message.text],
])('%s says what was judged for what', (format, last) => {
  const files = { 'a.yaml': workflow(), '.sonataflowrc': 'operator: 1.x\n' };
  inFolder(files, () => {
    expect(last(run('check', '--format', format, 'a.yaml'))).toBe('1 resource (1 workflow) judged for 1.x (.sonataflowrc)');
    expect(last(run('check', '--format', format, '--operator', 'osl-1.38', 'a.yaml'))).toBe('1 resource (1 workflow) judged for osl-1.38 (--operator)');
  });
});

test('markdown: a row each, in which nothing of the input is markup', () => {
  inFolder({ 'a.yaml': workflow('shop', 'a').replace('gitops', '"<b>|*x*"') }, () => {
    const { out } = run('check', '--format', 'markdown', 'a.yaml');
    expect(out).toMatch(/^\| error \| \[SF-PROFILE\]\(https:\S+\) \| `a\.yaml:3:\d+` \| .*\\<b\\>\\\|\\\*x\\\*/m);
    expect(out.split('\n').filter((line) => line.startsWith('|')).every((line) => line.replace(/\\\|/g, '').split('|').length === 7)).toBe(true);
  });
});
