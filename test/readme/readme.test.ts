import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const snippets = [...readme.matchAll(/(?:<!-- (\S+) -->\n)?```ts\n([\s\S]*?)```/g)].map(([, file, code]) => [file, code]);

test('there are snippets, and each one names its file', () => {
  expect(snippets.map(([file]) => file)).toEqual(['test/readme/orders.ts', 'test/readme/kubernetes-objects.ts', 'test/readme/orders.test.ts']);
});

test.each(snippets)('the snippet of %s is the file, which the compiler and jest run', (file, code) => {
  expect(code).toBe(readFileSync(join(ROOT, file), 'utf8'));
});

test.each([
  ['./orders', 'databaseSchema: delivery'],
  ['./kubernetes-objects', 'kogito.jobs-service.url = http://sonataflow-platform-jobs-service.orders'],
])('%s synthesizes', (file, expected) => {
  jest.isolateModules(() => {
    process.env.CDK8S_OUTDIR = join(ROOT, 'dist', 'readme');
    const { app } = require(file); // eslint-disable-line @typescript-eslint/no-require-imports
    expect(app.synthYaml()).toContain(expected);
    delete process.env.CDK8S_OUTDIR;
  });
});

test('the message of the README is what a user sees', () => {
  expect(readme).toContain('given "jop"; allowed: service, job, none; fix: did you mean "job"?');
});
