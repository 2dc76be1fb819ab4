import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import { OperatorName } from '../../src/values/operator/operator-releases';

const file = join(mkdtempSync(join(tmpdir(), 'older-')), 'input.yaml');

/** What is found for an operator, by rule. */
function found(operator: OperatorName, text: string): string[] {
  writeFileSync(file, `apiVersion: sonataflow.org/v1alpha08\n${text}`);
  const findings = JSON.parse(run('check', '--operator', operator, '--format', 'json', file).out) as Array<{ rule: string; field?: string }>;
  return findings.map(({ rule, field = '' }) => `${rule} ${field}`);
}
const words = (operator: OperatorName, text: string) => {
  writeFileSync(file, `apiVersion: sonataflow.org/v1alpha08\n${text}`);
  return run('check', '--operator', operator, file).out;
};

const platform = (services: string) => `kind: SonataFlowPlatform
metadata: {name: p}
spec:
  persistence: {postgresql: {secretRef: {name: login, userKey: u, passwordKey: p}, serviceRef: {name: pg}}}
  services: ${services}
`;
const workflow = (metadata: string, spec = '') => `kind: SonataFlow
metadata: {name: greet, annotations: {sonataflow.org/profile: dev}${metadata}}
spec: {${spec}flow: {states: [{name: A, type: inject, data: {}, end: true}]}}
`;

const REDHAT = 'registry.redhat.io/openshift-serverless-1';
const migrates = (start: string) => platform(`{dataIndex: {persistence: {${start}}}}`);
const withVariable = (service: string, name: string) => platform(`{${service}: {podTemplate: {container: {env: [{name: ${name}, value: a}]}}}}`);

test.each<[string, string, string, OperatorName, OperatorName | undefined]>([
  ['a field that ended with 1.35', migrates('migrateDBOnStartUp: true'), 'SF-SCHEMA spec.services.dataIndex.persistence.migrateDBOnStartUp', 'osl-1.38', undefined],
  ['a field that began with 1.38', platform('{jobService: {podTemplate: {podDisruptionBudget: {minAvailable: 1}}}}'),
    'SF-SCHEMA spec.services.jobService.podTemplate.podDisruptionBudget', 'osl-1.37', 'osl-1.38'],
  ['no migration where Hibernate helped', migrates('dbMigrationStrategy: none'),
    'SF-PG-HIBERNATE spec.services.dataIndex.persistence.dbMigrationStrategy', 'osl-1.37', 'osl-1.37.0'],
  ['a variable that takes effect', withVariable('dataIndex', 'QUARKUS_HIBERNATE_ORM_DATABASE_GENERATION'),
    'SF-PG-HIBERNATE spec.services.dataIndex.podTemplate.container.env[0]', 'osl-1.38', 'osl-1.36'],
  ['the same variable where it did not', withVariable('dataIndex', 'QUARKUS_HIBERNATE_ORM_DATABASE_GENERATION'),
    'SF-ENV-OWNED spec.services.dataIndex.podTemplate.container.env[0]', 'osl-1.36', 'osl-1.38'],
  ['a variable that lost its effect', withVariable('jobService', 'QUARKUS_DATASOURCE_REACTIVE_URL'),
    'SF-ENV-OWNED spec.services.jobService.podTemplate.container.env[0]', 'osl-1.38', 'osl-1.36'],
  ['a label that lost its effect', workflow(', labels: {app.kubernetes.io/version: "7"}'),
    'SF-LABEL-OWNED metadata.labels["app.kubernetes.io/version"]', 'osl-1.37', 'osl-1.36'],
  ['an older image of a service', platform(`{dataIndex: {podTemplate: {container: {image: '${REDHAT}/logic-data-index-postgresql-rhel8:1.36.0'}}}}`),
    'SF-IMAGE-RELEASE spec.services.dataIndex.podTemplate.container.image', 'osl-1.38', 'osl-1.36'],
  ['an older image of dev', workflow('', 'podTemplate: {container: {image: \'mirror.example.org/osl/logic-swf-devmode-rhel9:1.37.3\'}}, '),
    'SF-IMAGE-RELEASE spec.podTemplate.container.image', 'osl-1.38', 'osl-1.37'],
  ['a migration Job of each version', migrates('dbMigrationStrategy: job'),
    'SF-MIGRATION-DOWNTIME spec.services.dataIndex.persistence.dbMigrationStrategy', 'osl-1.38', 'osl-1.37'],
])('%s', (_what, text, expected, operator, without) => {
  expect(found(operator, text)).toContain(expected);
  if (without) expect(found(without, text)).not.toContain(expected);
});

test('what to write instead of a field that is gone', () => {
  expect(words('osl-1.38', migrates('migrateDBOnStartUp: true'))).toContain('write dbMigrationStrategy: service, which does what 1.35 did');
});

test('with which operator a newer field is known', () => {
  expect(words('osl-1.36', workflow('', 'podTemplate: {podDisruptionBudget: {minAvailable: 1}}, '))).toContain('an operator whose CRDs know it: 1.x, osl-1.38');
});

test.each([
  ['the tag', `${REDHAT}/logic-swf-builder-rhel9:1.38.1`],
  ['the digest', `${REDHAT}/logic-swf-builder-rhel9@sha256:493f2d91293eced2560500f5b8958e3e0e32811a467201298d55df217bf5bb9f`],
  ['a mirror', 'mirror.example.org/a/logic-swf-builder-rhel9:1.38.1'],
  ['somebody else\'s', 'example.org/builder:1.37.0'],
])('nothing is said of the release\'s own image by %s', (_what, image) => {
  expect(found('osl-1.38', `kind: SonataFlowPlatform\nmetadata: {name: p}\nspec: {build: {config: {baseImage: '${image}'}}}\n`)).toEqual([]);
});

test('a label that says what the operator says is no matter', () => {
  expect(found('osl-1.38', workflow(', labels: {app.kubernetes.io/instance: greet, app.kubernetes.io/version: 1.38.0}')).join()).not.toContain('SF-LABEL-OWNED');
});
