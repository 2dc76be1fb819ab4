import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SonataFlowValidation } from '../../src';
import { ValidationViolation } from '../../src/cli/validation-context';

const folder = mkdtempSync(join(tmpdir(), 'plugin-'));
const file = join(folder, 'chart.k8s.yaml');

const PLATFORM = 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform\nmetadata: {name: hub, namespace: orders}\n';
const workflow = (name: string, spec: string) => `apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: ${name}, namespace: orders, annotations: {sonataflow.org/profile: gitops}}
spec:
  podTemplate: {container: {image: example.org/greet:1}}
  flow: {states: [{name: A, type: inject, data: {}, end: true}]}
${spec}`;

async function validate(text: string, properties = {}) {
  writeFileSync(file, text);
  const violations: ValidationViolation[] = [];
  const logged: string[] = [];
  const submitted: unknown[] = [];
  await new SonataFlowValidation(properties).validate({
    manifests: [file],
    logger: { log: (message) => { logged.push(message); } },
    report: {
      addViolation: (violation) => { violations.push(violation); },
      submit: (...report) => { submitted.push(report); },
    },
  });
  return { violations, logged, submitted };
}

test('a finding is a violation of the object in which it is', async () => {
  const { violations, submitted } = await validate([PLATFORM, workflow('one', ''), workflow('two', '  replicas: 1\n'), workflow('three', '')].join('---\n'));
  expect(violations).toEqual([{
    ruleName: 'SF-SCHEMA',
    recommendation: expect.stringMatching(/^error: given the unknown field "replicas"; allowed: /),
    fix: 'move it to spec.podTemplate.replicas; see https://github.com/cdk8s-sonataflow/cdk8s-sonataflow/blob/main/docs/rules/SF-SCHEMA.md',
    violatingResources: [{ resourceName: 'two', locations: ['18:3 spec.replicas'], manifestPath: file }],
  }]);
  expect(submitted).toEqual([['failure', { operator: '10.1.0' }]]);
});

test('informations are logged', async () => {
  const { violations, logged, submitted } = await validate(`${PLATFORM}spec: {services: {dataIndex: {}}}\n`);
  expect([violations, submitted]).toEqual([[], [['success', { operator: '10.1.0' }]]]);
  expect(logged).toEqual([expect.stringContaining(`${file}:4:19: SF-SERVICE-EPHEMERAL`)]);
});

test('what is no object is a violation of its file', async () => {
  const { violations } = await validate('a: [');
  expect(violations.map(({ ruleName, violatingResources: [{ resourceName, locations }] }) => [ruleName, resourceName, locations]))
    .toEqual([['SF-INPUT-YAML', file, [expect.stringMatching(/^1:\d+$/)]]]);
});

test('strictly, a warning fails', async () => {
  const text = workflow('alone', '');
  expect((await validate(text)).submitted).toEqual([['success', { operator: '10.1.0' }]]);
  expect((await validate(text, { strict: true, operator: '1.x' })).submitted).toEqual([['failure', { operator: '1.x' }]]);
});

test.each([
  [{ operater: '1.x' }, 'did you mean "operator"?'],
  [{ operator: 'latest' }, 'given "latest"; allowed: 10.1.0, 1.x'],
  [{ strict: 'yes' }, 'given "yes"; allowed: true, false'],
])('%j', (properties, message) => {
  expect(() => new SonataFlowValidation(properties)).toThrow(message);
});
