import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import { program } from '../../src/cli/program';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const JUDGED = '2 resources (1 workflow) judged for 10.1.0 (default; say --operator)\n';
const check = (...args: string[]) => {
  const { status, out, err } = run('check', ...args);
  return { status, err, out: out.replaceAll(`${folder}/`, '') };
};

const platform = (spec: string, name = 'hub') => `apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform\nmetadata: {name: ${name}}\nspec: ${spec}\n`;
const workflow = (spec = '', profile = 'gitops') => `apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: greet, annotations: {sonataflow.org/profile: ${profile}}}
spec:
  podTemplate: {container: {image: example.org/greet:1}}
  flow: {states: [{name: A, type: inject, data: {}, end: true}]}
  ${spec}
`;
const GOOD = `${platform('{}')}---\n${workflow()}`;
const WARNED = workflow();

test('nothing is wrong', () => {
  expect(check(file('good.yaml', GOOD))).toEqual({ status: 0, err: '', out: `nothing found\n${JUDGED}` });
});

test('findings on stdout, in the order of their places, and how many there are', () => {
  const later = file('b.yaml', workflow('replicas: 2', 'gitopps'));
  const earlier = file('a.yaml', platform('{services: {jobService: {}}}'));
  const { status, out, err } = check(later, earlier);
  expect([status, err]).toEqual([1, '']);
  expect(out.split('\n').map((line) => line.replace(/: given.*/, ''))).toEqual([
    'a.yaml:4:19: information: SF-SERVICE-EPHEMERAL: spec.services.jobService',
    'b.yaml:3:39: error: SF-PROFILE: metadata.annotations["sonataflow.org/profile"]',
    'b.yaml:7:3: error: SF-SCHEMA: spec.replicas',
    '2 errors, 0 warnings, 1 information',
    '2 resources (1 workflow) judged for 10.1.0 (default; say --operator)',
    '',
  ]);
});

test('what the API server refuses does not hide other mistakes, and makes none of its own', () => {
  const { out } = check(file('refused.yaml', `${platform('{services: {jobService: 5}}')}---\n${workflow('', 'gitopps')}`));
  expect(out).toMatch(/SF-SCHEMA: spec\.services\.jobService: given 5[^]*SF-PROFILE[^]*\n2 errors, 0 warnings, 0 informations\n2 resources .*\n$/);
});

test('of what the API server refuses nothing else is said', () => {
  const { out } = check(file('alone.yaml', workflow().replace('podTemplate: {', 'podTemplate: {replicas: many, ')));
  expect(out).toMatch(/^alone\.yaml:5:\d+: error: SF-SCHEMA: spec\.podTemplate\.replicas: .*\n1 error, 0 warnings, 0 informations\n1 resource .*\n$/);
});

test('a field in the wrong place is told where it belongs', () => {
  const spec = '{persistence: {postgresql: {secretRef: {name: a}, serviceRef: {name: pg, databaseSchema: x}}}}';
  expect(check(file('schema.yaml', platform(spec))).out).toMatch(/error: SF-PG-SCHEMA-PLATFORM: spec\.persistence\.postgresql\.serviceRef\.databaseSchema/);
});

test('--strict: warnings count', () => {
  const path = file('warned.yaml', WARNED);
  expect(check(path)).toMatchObject({ status: 0, out: expect.stringContaining('0 errors, 1 warning, 0 informations') });
  expect(check('--strict', path).status).toBe(1);
});

test('--operator: fields that only one of them knows', () => {
  const path = file('budget.yaml', `${platform('{}')}---\n${workflow().replace('podTemplate: {', 'podTemplate: {podDisruptionBudget: {minAvailable: 1}, replicas: 2, ')}`);
  expect(check(path)).toMatchObject({ status: 1, out: expect.stringContaining('use an operator whose CRDs know it: 1.x') });
  expect(check('--operator', '1.x', path).out).not.toContain('SF-SCHEMA');
});

test('--format json', () => {
  const path = file('json.yaml', platform('{services: {jobService: {replica: 1}}}'));
  const found = JSON.parse(check('--format', 'json', path).out) as object[];
  expect(found).toContainEqual({
    rule: 'SF-SCHEMA',
    severity: 'error',
    file: 'json.yaml',
    line: 4,
    column: 32,
    field: 'spec.services.jobService.replica',
    given: 'the unknown field "replica"',
    allowed: expect.stringContaining('enabled'),
    fix: expect.any(String),
    page: 'https://github.com/cdk8s-sonataflow/cdk8s-sonataflow/blob/main/docs/rules/SF-SCHEMA.md',
  });
  expect(JSON.parse(check('--format', 'json', file('good.yaml', GOOD)).out)).toEqual([]);
});

test('colours on a terminal only', () => {
  const written = (out: boolean) => {
    let text = '';
    program(['check', file('coloured.yaml', WARNED)], { out: (part) => { text += part; }, err: () => undefined, coloured: { out, err: !out } });
    return text;
  };
  expect(written(true)).toContain(': \x1b[33mwarning\x1b[0m: ');
  expect(written(false)).not.toContain('\x1b');
  expect(written(true).replace(/\x1b\[\d+m/g, '')).toBe(written(false)); // eslint-disable-line no-control-regex
});

test.each<[string, string[]]>([
  ['no file', ['check']],
  ['an unknown format', ['check', '--format', 'xml', 'a.yaml']],
  ['an unknown operator', ['check', '--operator', '2', 'a.yaml']],
])('%s: status 2', (_what, args) => {
  expect(run(...args)).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/./) });
});

test('help has examples', () => {
  expect(run('check', '--help').out).toContain('$ cdk8s-sonataflow check dist/');
});
