import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import { UpgradePlan } from '../../src/upgrade/plan';
import { stepsOf } from '../upgrade/plans';

const folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const file = (text: string) => {
  const path = join(folder, `${files++}.yaml`);
  writeFileSync(path, text);
  return path;
};

const persistence = (strategy: string) => `persistence: {dbMigrationStrategy: ${strategy}, postgresql: {secretRef: {name: pg}, serviceRef: {name: pg}}}`;
const platform = (strategy: string) => `
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlowPlatform
metadata: {name: sonataflow-platform, namespace: rhdh}
spec:
  services: {dataIndex: {${persistence(strategy)}}, jobService: {${persistence(strategy)}}}
`;
const workflow = (name: string, persisted = true) => `
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: ${name}, namespace: rhdh, annotations: {sonataflow.org/profile: gitops}}
spec:
  podTemplate: {container: {image: example.org/${name}:1}}
  ${persisted ? 'persistence: {postgresql: {secretRef: {name: pg}, serviceRef: {name: pg}}}' : ''}
  flow: {start: A, states: [{name: A, type: inject, data: {}, end: true}]}
`;
const FIVE = ['a', 'b', 'c', 'd', 'e'];
const rhdh = (strategy = 'service') => file([platform(strategy), ...FIVE.map((name) => workflow(name))].join('---'));

const plan = (path: string, from: string, to: string, ...more: string[]) => JSON.parse(run('upgrade-plan', path, '--from', from, '--to', to, '--format', 'json', ...more).out) as UpgradePlan;
const actionsOf = (given: UpgradePlan, step: string) => given.hops.flatMap(({ actions }) => actions.filter((action) => action.step === step));

describe('called', () => {
  test.each<[string, string[], string]>([
    ['without --to', ['--from', 'osl-1.36'], '--to'],
    ['from a release that is none', ['--from', 'osl-1.3', '--to', 'osl-1.38'], 'did you mean "osl-1.3'],
    ['to one that is none', ['--from', 'osl-1.36', '--to', 'osl-1.40'], 'did you mean "osl-1.39'],
    ['backwards', ['--from', 'osl-1.38', '--to', 'osl-1.36'], 'allowed: osl-1.38.1, osl-1.39; did you mean "osl-1.39"'],
    ['from Apache to Red Hat', ['--from', '10.1.0', '--to', 'osl-1.38'], 'allowed: 1.x; did you mean "1.x"'],
    ['from the last one', ['--from', 'osl-1.39', '--to', 'osl-1.38'], 'no way is known from osl-1.39'],
    ['with --operator', ['--from', 'osl-1.36', '--to', 'osl-1.38', '--operator', '1.x'], '--from and --to'],
  ])('%s it is called wrongly', (_how, args, message) => {
    expect(run('upgrade-plan', rhdh(), ...args)).toEqual({ status: 2, out: '', err: expect.stringContaining(message) });
  });
});

test('input that is refused ends with findings and status 2', () => {
  const refused = file(workflow('a').replace('type: inject', 'type: 1'));
  expect(run('upgrade-plan', refused, '--from', 'osl-1.37', '--to', 'osl-1.38')).toEqual({ status: 2, out: '', err: expect.stringContaining(': error: SF-') });
});

test('what only the newer operator refuses is told, and the plan is made', () => {
  const path = file(workflow('a').replace('podTemplate: {', 'podTemplate: {podDisruptionBudget: none, '));
  const { status, out, err } = run('upgrade-plan', path, '--from', 'osl-1.37', '--to', 'osl-1.38');
  expect([status, out]).toEqual([0, expect.stringContaining('UX-GITOPS-REBUILD')]);
  expect(err).toMatch(/error: SF-SCHEMA: spec\.podTemplate\.podDisruptionBudget: .*, for operator osl-1\.38\.0/);
});

describe('the platform of RHDH with five workflows', () => {
  test('from 1.37.2 to 1.38.0', () => {
    const given = plan(rhdh(), 'osl-1.37.2', 'osl-1.38.0');
    expect(stepsOf(given).sort()).toEqual([
      'U38-REPLICAS', 'UX-DB-DI', 'UX-DB-JS', 'UX-DUMP', 'UX-GITOPS-REBUILD', 'UX-OP', 'UX-RETRY', 'UX-RETRY-BACK', 'UX-SYNC',
    ]);
    expect(actionsOf(given, 'UX-GITOPS-REBUILD').map(({ objects }) => objects.map(({ name }) => name))).toEqual([FIVE, FIVE, FIVE]);
  });

  test('with a migration Job it has the one of the new version', () => {
    const [job] = actionsOf(plan(rhdh('job'), 'osl-1.37.2', 'osl-1.38.0'), 'U38-JOB');
    expect(job.objects).toEqual([{ kind: 'Job', namespace: 'rhdh', name: 'sonataflow-db-migrator-job-b81d6bb3' }]);
    expect(job.downtime).toContain('both services');
  });

  test('from 1.36 to 1.37 the operator is another package, and images are built behind it', () => {
    const given = plan(rhdh('job'), 'osl-1.36', 'osl-1.37');
    expect(actionsOf(given, 'U37-JOB')[0].objects[0].name).toBe('sonataflow-db-migrator-job');
    expect(actionsOf(given, 'U37-OP').map(({ part }) => part)).toEqual(['operator', 'operator', 'after']);
    const [built] = actionsOf(given, 'UX-GITOPS-REBUILD').filter(({ title }) => title.startsWith('Build'));
    expect([built.part, built.commands[0]]).toEqual(['after', expect.stringMatching(/logic-swf-builder-rhel9:1\.37\.\d/)]);
  });

  test('from 1.35 to 1.36 nothing is built', () => {
    const steps = stepsOf(plan(rhdh(), 'osl-1.35', 'osl-1.36'));
    expect(steps).toEqual(expect.arrayContaining(['U36-OP', 'UX-GITOPS-SCALE']));
    expect(steps).not.toContain('UX-GITOPS-REBUILD');
  });
});

test.each([
  ['osl-1.36', 'osl-1.38', ['osl-1.36 osl-1.37.2', 'osl-1.37.2 osl-1.38.0']],
  ['rhdh-1.8', 'rhdh-1.10', ['osl-1.36 osl-1.37.2', 'osl-1.37.2 osl-1.38.0']],
  ['osl-1.37.0', 'osl-1.38.1', ['osl-1.37.0 osl-1.37.1', 'osl-1.37.1 osl-1.37.2', 'osl-1.37.2 osl-1.38.0', 'osl-1.38.0 osl-1.38.1']],
  ['osl-1.35', 'osl-1.39', ['osl-1.35 osl-1.36', 'osl-1.36 osl-1.37.2', 'osl-1.37.2 osl-1.38.0', 'osl-1.38.0 osl-1.38.1', 'osl-1.38.1 osl-1.39']],
  ['10.1.0', '1.x', ['10.1.0 1.x']],
])('from %s to %s it goes hop by hop', (from, to, expected) => {
  expect(plan(rhdh(), from, to).hops.map((hop) => `${hop.from} ${hop.to}`)).toEqual(expected);
});

test('each part is in the order of the guides', () => {
  for (const { actions } of plan(rhdh('job'), 'osl-1.36', 'osl-1.38').hops) {
    const places = actions.map(({ part }) => ['before', 'operator', 'after'].indexOf(part));
    expect(places).toEqual([...places].sort());
    const before = actions.filter(({ part }) => part === 'before').map(({ step }) => step);
    expect(before.indexOf('UX-DUMP')).toBe(0);
    expect(before.indexOf('UX-RETRY')).toBeLessThan(before.indexOf('UX-GITOPS-REBUILD'));
    expect(before.indexOf('UX-GITOPS-REBUILD')).toBeLessThan(before.indexOf('UX-DB-DI'));
  }
});

test('what is lost and what is to be backed up is told by name', () => {
  const path = file([workflow('kept'), workflow('lost', false)].join('---'));
  const [, deleted] = actionsOf(plan(path, 'osl-1.37', 'osl-1.38'), 'UX-GITOPS-REBUILD');
  expect(deleted.loss).toBe('instances that run in rhdh/lost: no database keeps them');
  expect(deleted.backup).toBe('the databases of rhdh/kept, tables and other objects included');
});

test('what the input does not tell comes first', () => {
  const { unknown } = plan(file(workflow('a')), 'osl-1.37', 'osl-1.38');
  expect(unknown[0]).toMatch(/^no platform in the input: give --cluster-facts/);
  expect(unknown.join()).toContain('a-props');
  expect(plan(rhdh(), 'osl-1.37', 'osl-1.38').unknown.join()).not.toContain('no platform');
  const { out } = run('upgrade-plan', file(workflow('a')), '--from', 'osl-1.37', '--to', 'osl-1.38');
  expect(out.indexOf('no platform')).toBeLessThan(out.indexOf('### Before'));
});

test('a step that is the same for thirty workflows is one step with one loop', () => {
  const names = Array.from({ length: 30 }, (_none, i) => `flow-${i}`);
  const path = file(names.map((name) => workflow(name)).join('---'));
  const [, deleted] = actionsOf(plan(path, 'osl-1.37', 'osl-1.38'), 'UX-GITOPS-REBUILD');
  expect(deleted.objects).toHaveLength(30);
  expect(deleted.commands.filter((line) => line.includes('kubectl'))).toHaveLength(1);
  const script = [...deleted.commands].join('\n').replace('kubectl', 'echo');
  const said = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n');
  expect(said).toEqual(names.map((name) => `delete sonataflow ${name} -n rhdh`));
});

test('a variable of the Jobs Service is added beside others, and taken back', () => {
  const env = 'podTemplate: {container: {env: [{name: A, value: x}]}}, ';
  const path = file(platform('service').replace('jobService: {', `jobService: {${env}`));
  const commandOf = (step: string) => actionsOf(plan(path, 'osl-1.37', 'osl-1.38'), step)[0].commands[0];
  expect(commandOf('UX-RETRY')).toContain('{"op":"add","path":"/spec/services/jobService/podTemplate/container/env/-"');
  expect(commandOf('UX-RETRY-BACK')).toContain('{"op":"remove","path":"/spec/services/jobService/podTemplate/container/env/1"}');
});

describe('as Markdown', () => {
  const { status, out } = run('upgrade-plan', rhdh('job'), '--from', 'osl-1.36', '--to', 'osl-1.38');

  test('each step is a checkbox with its role', () => {
    expect(status).toBe(0);
    const boxes = out.split('\n').filter((line) => line.startsWith('- [ ] '));
    expect(boxes.length).toBeGreaterThan(20);
    expect(boxes.filter((line) => !/\((cluster admin|workflow team), U\w+-[\w-]+\)$/.test(line))).toEqual([]);
  });

  test('the difference of each hop is folded', () => {
    expect(out.match(/<details><summary>What the operator then makes otherwise: \d+ changed/g)).toHaveLength(2);
  });

  test('a hop that cannot be rendered says so', () => {
    expect(run('upgrade-plan', rhdh(), '--from', 'osl-1.38.1', '--to', 'osl-1.39').out).toContain('What this hop changes in the objects is not known');
  });

  test('two runs give the same bytes', () => {
    const path = rhdh();
    const once = () => run('upgrade-plan', path, '--from', 'osl-1.36', '--to', 'osl-1.38').out;
    expect(once()).toBe(once());
  });
});

test('the difference of a hop is that of diff', () => {
  const path = rhdh('job');
  const [{ difference }] = plan(path, 'osl-1.37.2', 'osl-1.38.0').hops;
  const { objects } = JSON.parse(run('diff', path, '--from', 'osl-1.37.2', '--to', 'osl-1.38.0', '--format', 'json').out) as { objects: unknown };
  expect(difference?.objects).toEqual(objects);
});
