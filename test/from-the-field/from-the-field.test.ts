import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, Include, Testing, YamlOutputType } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  JobsServiceConstruct, PostgreSql, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition, WorkflowProfile,
} from '../../src';
import { program } from '../../src/cli/program';
import { inFolder, platform as platformText, workflow as workflowText } from '../cli/files';
import { run } from '../cli/run';
import { messageOf, testChart } from '../support';
import { Cloud } from './cloud';

const CASES = join(__dirname, 'cases');

interface Told {
  readonly status: number;
  /** Severity, rule and field. */
  readonly findings: readonly string[];
  readonly fixes: string;
}

/** A workflow's namespace is its platform's, and the files are of one thing only. */
const BESIDE_THE_POINT = ['SF-PLATFORM-NONE', 'SF-PG-FLYWAY', 'SF-GITOPS-EXTENSIONS', 'SF-SERVICE-EPHEMERAL'];

function check(...path: string[]): Told {
  let out = '';
  const status = program(['check', '--format', 'json', join(CASES, ...path)], {
    out: (text) => { out += text; }, err: () => undefined, coloured: { out: false, err: false },
  });
  const findings = (JSON.parse(out) as Array<Record<string, string | undefined>>).filter(({ rule = '' }) => !BESIDE_THE_POINT.includes(rule));
  return {
    status,
    findings: findings.map(({ severity, rule, field }) => `${severity} ${rule}${field === undefined ? '' : ` ${field}`}`),
    fixes: findings.map(({ fix }) => fix).join('; '),
  };
}

const KNATIVE = 'error SF-KNATIVE-REFUSED spec.podTemplate.initContainers';

test.each<[string, number, string[]]>([
  ['01-secret-is-any-property/ticket.yaml', 0, []],
  ['04-one-schema-two-services/platform.yaml', 1, [
    'error SF-PG-SCHEMA-SHARED spec.services.jobService.persistence.postgresql.serviceRef.databaseSchema',
  ]],
  ['05-mount-on-the-operators-path/approve.yaml', 1, ['error SF-POD-MOUNT spec.podTemplate.container.volumeMounts[0].mountPath']],
  ['06-dot-in-schema/rate.yaml', 0, []],
  ['07-profile-prod/old.yaml', 0, ['warning SF-PROFILE metadata.annotations["sonataflow.org/profile"]']],
  ['08-quoted-text-over-two-lines/fold.yaml', 0, []],
  ['09-knative-with-init-container/waits.yaml', 1, [KNATIVE]],
  ['10-cluster-platform-alone/central.yaml', 0, ['warning SF-CLUSTER-REF spec.platformRef']],
  ['11-events-by-kafka-properties/lock.yaml', 0, []],
  ['13-keys-of-the-secret/platform.yaml', 0, ['warning SF-SECRET-KEY spec.persistence.postgresql.secretRef']],
  ['14-replicas-without-database/multi.yaml', 0, [
    'warning SF-REPLICAS-MEMORY spec.podTemplate.replicas', 'warning SF-EVENT-NO-BROKER spec.flow.events[0]',
    'warning SF-FLOW-FUNCTION spec.flow.states[0].action.functionRef',
  ]],
  ['15-run-before/buy.yaml', 1, [
    'warning SF-FLOW-REF spec.flow.timeouts.workflowExecTimeout.runBefore', 'error SF-FLOW-UNREACHABLE spec.flow.states[1]',
  ]],
  ['16-function-of-a-namespace/calc.yaml', 0, []],
  ['20-pasted-definition/onboard.yaml', 1, ['id', 'version', 'specVersion', 'name', 'description'].map((field) => `error SF-SCHEMA spec.flow.${field}`)],
  ['20-pasted-definition/platform.yaml', 1, ['error SF-SCHEMA spec.persistence.jobService']],
  ['26-octal-looking-text/oct.yaml', 0, []],
  ['27-advice-that-breaks/platform.yaml', 0, []],
])('%s', (path, status, findings) => {
  expect(check(path)).toMatchObject({ status, findings });
});

test.each<[string, string[]]>([
  ['04-one-schema-two-services/platform.yaml', ['leave databaseSchema out']],
  ['07-profile-prod/old.yaml', ['write preview']],
  ['13-keys-of-the-secret/platform.yaml', ['userKey: POSTGRES_USER, passwordKey: POSTGRES_PASSWORD']],
  ['15-run-before/buy.yaml', ['runBefore']],
  ['20-pasted-definition/onboard.yaml', ['metadata.name', 'the annotation sonataflow.org/version', 'leave it out', 'sonataflow.org/description']],
  ['20-pasted-definition/platform.yaml', ['did you mean spec.services.jobService?']],
])('%s says what to do', (path, words) => {
  const { fixes } = check(path);
  expect(words.filter((word) => !fixes.includes(word))).toEqual([]);
  expect(fixes).not.toContain('remove it');
});

test('26: a text that looks like an octal number stays a text', () => {
  let out = '';
  program(['render', join(CASES, '26-octal-looking-text', 'oct.yaml')], { out: (text) => { out += text; }, err: () => undefined, coloured: { out: false, err: false } });
  expect(out).toContain('value: "0o14"');
});

const IMAGE = { container: { image: 'example.org/w:1' } };
const file = (...path: string[]) => WorkflowDefinition.fromFile(join(CASES, ...path));
const flowOf = (workflow: WorkflowConstruct) => workflow.apiObject.toJson().spec.flow as Record<string, unknown>;
const toldBy = ({ findings }: WorkflowConstruct) => findings.filter(({ rule }) => rule !== 'SF-PLATFORM-NONE').map(({ severity, rule, field }) => `${severity} ${rule} ${field}`);

test('02: short forms of a definition are written out', () => {
  const chart = testChart('shop');
  const workflow = new WorkflowConstruct(chart, 'Intake', {
    profile: WorkflowProfile.GITOPS, podTemplate: IMAGE, definition: file('02-short-forms-in-definition-file', 'intake.sw.yaml'),
  });
  expect(Testing.synth(chart)).toHaveLength(1);
  expect(flowOf(workflow)).toMatchObject({
    dataInputSchema: { failOnValidationErrors: true, schema: 'schemas/intake.json' }, timeouts: { workflowExecTimeout: { duration: 'PT24H' } },
  });
});

describe('03: extensions of a definition', () => {
  const notify = (profile: WorkflowProfile) => new WorkflowConstruct(testChart('shop'), 'Notify', {
    profile, podTemplate: profile === WorkflowProfile.GITOPS ? IMAGE : undefined, definition: file('03-uri-definitions', 'notify.sw.yaml'),
  });

  test('are in the image', () => {
    const workflow = notify(WorkflowProfile.GITOPS);
    expect(toldBy(workflow)).toEqual(['information SF-FLOW-LEFT-OUT extensions']);
    expect(flowOf(workflow)).not.toHaveProperty('extensions');
  });

  test.each([WorkflowProfile.DEV, WorkflowProfile.PREVIEW])('are gone in %s', (profile) => {
    const workflow = notify(profile);
    expect(toldBy(workflow)).toEqual(['warning SF-FLOW-LEFT-OUT functions[0].operation']);
    expect(workflow.findings[0]).toMatchObject({ given: expect.stringContaining('mail#send'), fix: expect.stringContaining('specs/mail.yaml#send') });
  });
});

test('12: a wrong type in the flow is one error', () => {
  const workflow = new WorkflowConstruct(testChart('shop'), 'W', {
    profile: WorkflowProfile.GITOPS,
    podTemplate: IMAGE,
    definition: WorkflowDefinition.fromString('id: ff\nerrors: errors.json\nstart: A\nstates: [{ name: A, type: inject, data: { a: 1 }, end: true }]\n'),
  });
  expect(toldBy(workflow)).toEqual(['error SF-SCHEMA spec.flow.errors']);
});

test('17: of a folder for kustomize what is for the cluster is checked', () => {
  const folder = '17-kustomize-folder';
  expect(check(folder)).toMatchObject({ status: 1, findings: ['error SF-FLOW-START spec.flow.start'] });
  expect(check(folder, 'flow')).toMatchObject({ status: 1, findings: ['error SF-FLOW-START spec.flow.start'] });
  expect(run('render', join(CASES, folder, 'flow')).out).toContain('kind: Deployment');
});

describe('18: a platform that comes by Include', () => {
  const waits = WorkflowDefinition.fromString('id: w\nstart: A\nstates: [{ name: A, type: sleep, duration: PT1H, end: true }]\n');

  test('is the platform of the workflows', () => {
    const chart = testChart('shop');
    new Include(chart, 'Platform', { url: join(CASES, '18-platform-by-include', 'platform.yaml') });
    const workflow = new WorkflowConstruct(chart, 'W', { podTemplate: IMAGE, definition: waits });
    expect(workflow.findings).toEqual([]);
    expect(workflow.managedProperties).toContainEqual(expect.objectContaining({ name: 'kogito.jobs-service.url', value: 'http://hub-jobs-service.shop' }));
  });

  test('and a second one is found, and a mistake in what is included', () => {
    const chart = testChart('shop');
    new Include(chart, 'Platform', { url: join(CASES, '18-platform-by-include', 'platform.yaml') });
    expect(new SonataFlowPlatformConstruct(chart, 'P').findings).toContainEqual(expect.objectContaining({ rule: 'SF-PLATFORM-TWO' }));
    const other = testChart('shop');
    new Include(other, 'Workflow', { url: join(CASES, '17-kustomize-folder', 'flow', 'greet.yaml') });
    new SonataFlowPlatformConstruct(other, 'P');
    expect(messageOf(() => Testing.synth(other))).toContain('SF-FLOW-START');
  });
});

test('21: the only workflow is explained, and of several the names are listed', () => {
  const only = join(CASES, '21-explain-the-only-workflow', 'only.yaml');
  expect(run('explain', only)).toMatchObject({ status: 0, out: expect.stringContaining('SonataFlow shop/only, profile gitops') });
  expect(run('explain', only, join(CASES, '22-strict-in-a-repository-of-workflows', 'greet.yaml'))).toMatchObject({ status: 1, err: expect.stringMatching(/greet.*only|only.*greet/) });
});

test('22: a repository of workflows is guarded strictly', () => {
  const greet = join(CASES, '22-strict-in-a-repository-of-workflows', 'greet.yaml');
  expect(run('check', '--strict', greet).status).toBe(1);
  expect(run('check', '--strict', '--acknowledge', 'SF-PLATFORM-NONE=the platform team owns it', greet).status).toBe(0);
  expect(run('check', '--strict', '--cluster-facts', join(CASES, '18-platform-by-include', 'platform.yaml'), greet).status).toBe(0);
});

test('24: two objects that cdk8s would write to one file are an error', () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'field-')), yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
  const chart = new Chart(app, 'c');
  for (const namespace of ['dev', 'prod']) {
    new WorkflowConstruct(chart, namespace, {
      metadata: { name: 'orders', namespace }, podTemplate: IMAGE, definition: WorkflowDefinition.fromString('id: orders\nstart: A\nstates: [{ name: A, type: inject, data: { a: 1 }, end: true }]\n'),
    });
  }
  expect(messageOf(() => app.synth())).toMatch(/SF-OUTPUT-TWO: .*c\/dev\/Resource, c\/prod\/Resource.*; fix: give the app yamlOutputType: YamlOutputType\.FILE_PER_CHART/);
});

test('23: a token as host is looked at when it is known', () => {
  const persistent = (to: string) => {
    const chart = new Chart(new App({ resolvers: [new Cloud(to)] }), 'c', { namespace: 'shop' });
    const platform = new SonataFlowPlatformConstruct(chart, 'P', {
      persistence: PostgreSql.fromService({ name: '${Token[TOKEN.7]}', credentials: { secret: kplus.Secret.fromSecretName(chart, 'S', 'db') } }),
    });
    new JobsServiceConstruct(platform, 'J');
    return platform;
  };
  expect(Testing.synth(Chart.of(persistent('orders-db')))[0]).toMatchObject({ spec: { persistence: { postgresql: { serviceRef: { name: 'orders-db' } } } } });
  expect(persistent('Orders DB').findings).toContainEqual(expect.objectContaining({ rule: 'SF-NAME', field: 'spec.persistence.postgresql.serviceRef.name' }));
});

test('25: a variable whose source was lost is found', () => {
  const make = () => new WorkflowConstruct(testChart('shop'), 'W', {
    definition: WorkflowDefinition.fromString('id: w\nstart: A\nstates: [{ name: A, type: inject, data: {}, end: true }]\n'),
    podTemplate: { container: { image: 'example.org/w:1', env: [{ name: 'TOKEN', value_from: { secret_key_ref: { name: 's', key: 'k' } } } as kplus.k8s.EnvVar] } },
  });
  expect(messageOf(make)).toContain('SF-SNAKE-CASE: given the key "value_from" in podTemplate.container.env[0]; allowed: "valueFrom"');
});

/** Not among the cases, and of their kinds. */
describe('of the same kind', () => {
  const told = (text: string) => inFolder({ 'in.yaml': text }, () => {
    const found = JSON.parse(run('check', '--format', 'json', 'in.yaml').out) as Array<Record<string, string>>;
    return found.filter(({ rule }) => !BESIDE_THE_POINT.includes(rule)).map(({ severity, rule, field, fix }) => `${severity} ${rule} ${field}: ${fix}`);
  });
  const properties = (...lines: string[]) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: greet-props, namespace: shop}\ndata: {application.properties: ${JSON.stringify(lines.join('\n'))}}\n---\n`;
  const consumes = workflowText('shop', 'greet', { states: '{name: A, type: event, onEvents: [{eventRefs: [e], actions: []}], end: true}], events: [{name: e, type: t, source: s}' });

  test.each<[string, string, Array<string | RegExp>]>([
    ['07: the old word for preview, written out', workflowText().replace('gitops', 'production'), [/^error SF-PROFILE .*: write preview$/]],
    ['11: a channel for the profile of the workflow', properties('%prod.mp.messaging.incoming.t.connector=smallrye-kafka') + consumes, []],
    ['11: a channel for two profiles', properties('%dev,prod.mp.messaging.incoming.t.connector=smallrye-kafka') + consumes, []],
    ['11: a channel for another profile', properties('%dev.mp.messaging.incoming.t.connector=smallrye-kafka') + consumes, [/^warning SF-EVENT-NO-BROKER /]],
    ['12: a start that is a number', workflowText().replace('flow: {', 'flow: {start: 5, '), [/^error SF-FLOW-DEFINITION spec\.flow: /]],
    ['20: services below persistence', platformText('shop', '{persistence: {services: {jobService: {}}}}'), [/^error SF-SCHEMA spec\.persistence\.services: move it to spec\.services$/]],
    ['20: a service by another word', platformText('shop', '{services: {dataIndexService: {}}}'), [/^error SF-SCHEMA .*: did you mean spec\.services\.dataIndex\?$/]],
  ])('%s', (_what, text, expected) => {
    expect(told(text)).toEqual(expected.map((one) => expect.stringMatching(one)));
  });

  test('19: a construct in a definition is refused as one', () => {
    const secret = kplus.Secret.fromSecretName(testChart('shop'), 'S', 's');
    const states = [{ name: 'A', type: 'inject', data: { secret }, end: true }];
    expect(messageOf(() => WorkflowDefinition.fromObject({ id: 'w', start: 'A', states })))
      .toBe('[WorkflowDefinition.fromObject] SF-FLOW-DEFINITION: states[0].data.secret: given a construct; allowed: what JSON can say, or a Lazy that produces it; fix: give the value itself');
  });
});
