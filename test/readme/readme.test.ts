import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../cli/run';

const ROOT = join(__dirname, '..', '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const snippets = [...readme.matchAll(/(?:<!-- (\S+) -->\n)?```ts\n([\s\S]*?)```/g)].map(([, file, code]) => [file, code]);

test('there are snippets, and each one names its file', () => {
  expect(snippets.map(([file]) => file)).toEqual(['test/readme/orders.ts', 'test/readme/orders.test.ts']);
});

test.each(snippets)('the snippet of %s is the file, which the compiler and jest run', (file, code) => {
  expect(code).toBe(readFileSync(join(ROOT, file), 'utf8'));
});

test('the first one synthesizes', () => {
  jest.isolateModules(() => {
    process.env.CDK8S_OUTDIR = join(ROOT, 'dist', 'readme');
    const { app } = require('./orders'); // eslint-disable-line @typescript-eslint/no-require-imports
    expect(app.synthYaml()).toContain('databaseSchema: delivery');
    delete process.env.CDK8S_OUTDIR;
  });
});

test('the message of the README is what a user sees', () => {
  expect(readme).toContain('given "jop"; allowed: service, job, none; fix: did you mean "job"?');
});

describe('the command line', () => {
  const [, file, yaml] = /<!-- (\S+) -->\n```yaml\n([\s\S]*?)```/.exec(readme)!;
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
