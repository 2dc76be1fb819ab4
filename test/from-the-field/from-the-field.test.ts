import { join } from 'node:path';
import { App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  JobsServiceConstruct, PostgreSql, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition, WorkflowProfile,
} from '../../src';
import { program } from '../../src/cli/program';
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
