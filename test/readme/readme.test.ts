import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfiguration } from '../../src/configuration/configuration';
import { run } from '../cli/run';

const ROOT = join(__dirname, '..', '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const snippets = [...readme.matchAll(/(?:<!-- (\S+) -->\n)?```ts\n([\s\S]*?)```/g)].map(([, file, code]) => [file, code]);

test('there are snippets, and each one names its file', () => {
  expect(snippets.map(([file]) => file)).toEqual([
    'test/readme/orders.ts', 'test/readme/eventing.ts', 'test/readme/resources.ts', 'test/readme/kubernetes-objects.ts', 'test/readme/orders.test.ts',
    'test/readme/escape-hatches.ts',
  ]);
});

test.each(snippets)('the snippet of %s is the file, which the compiler and jest run', (file, code) => {
  expect(code).toBe(readFileSync(join(ROOT, file), 'utf8'));
});

test.each([
  ['orders', ['databaseSchema: delivery']],
  ['kubernetes-objects', ['kogito.jobs-service.url = http://sonataflow-platform-jobs-service.orders']],
  ['eventing', ['name: refunds', 'eventType: bank.refund.settled', 'uri: /refunds']],
  ['resources', ['name: order-fulfilment.resources\n', 'name: order-fulfilment.resources.specs\n', 'name: order-fulfilment.resources.schemas\n']],
  ['escape-hatches', ['appArmorProfile:', 'team: orders', 'revisionHistoryLimit: 3']],
])('the program of %s synthesizes', (file, texts) => {
  process.env.CDK8S_OUTDIR = mkdtempSync(join(tmpdir(), 'readme-'));
  const yaml = require(`./${file}`).app.synthYaml(); // eslint-disable-line @typescript-eslint/no-require-imports
  for (const text of texts) expect(yaml).toContain(text);
  delete process.env.CDK8S_OUTDIR;
});

test('the message of the README is what a user sees', () => {
  expect(readme).toContain('given "jop"; allowed: service, job, none; fix: did you mean "job"?');
});

test('the configuration of the README is one', () => {
  const [, file, yaml] = /<!-- (\S+rc) -->\n```yaml\n([\s\S]*?)```/.exec(readme)!;
  expect(yaml).toBe(readFileSync(join(ROOT, file), 'utf8'));
  expect(parseConfiguration(yaml, file)).toMatchObject({ configuration: { operator: { version: '1.x' }, strict: true }, findings: [] });
});

describe('the command line', () => {
  const [, file, yaml] = /<!-- (\S+yaml) -->\n```yaml\n([\s\S]*?)```/.exec(readme)!;
  const outputs = [...readme.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text]) => text);
  const output = (command: string, ...args: string[]) => run(command, join(ROOT, file), ...args).out.replaceAll(`${join(ROOT, 'test', 'readme')}/`, '');

  test('the file is there', () => {
    expect(yaml).toBe(readFileSync(join(ROOT, file), 'utf8'));
  });

  test('check says what the README says', () => {
    expect(outputs).toContainEqual(`$ cdk8s-sonataflow check orders.yaml\n${output('check')}`);
  });

  test('explain says so too, among others', () => {
    const explained = output('explain', '--workflow', 'delivery').split('\n');
    const lines = outputs.find((text) => text.startsWith('SonataFlow '))!.split('\n');
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((line) => !explained.includes(line))).toEqual([]);
  });
});
