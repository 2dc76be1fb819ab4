import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import { cpuSeconds } from '../cpu-seconds';

const folder = mkdtempSync(join(tmpdir(), 'render-'));
const MAIN = join(__dirname, '..', '..', 'src', 'cli', 'main.ts');

const workflow = (name: string) => `
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: ${name}, annotations: {sonataflow.org/profile: gitops}}
spec:
  podTemplate: {container: {image: example.org/greet:1}}
  flow: {states: [{name: A, type: inject, data: {}, end: true}]}
`;

function costOf(count: number): number {
  const file = join(folder, `${count}.yaml`);
  writeFileSync(file, Array.from({ length: count }, (_, i) => workflow(`w${i}`)).join('---'));
  return cpuSeconds(() => expect(run('render', file).status).toBe(0));
}

describe('standard output', () => {
  const file = join(folder, 'piped.yaml');
  writeFileSync(file, Array.from({ length: 100 }, (_, i) => workflow(`w${i}`)).join('---'));
  const shell = (command: string) => spawnSync('bash', ['-c', command, 'bash', process.execPath, '--import', 'tsx', MAIN, 'render', file], { encoding: 'utf8' });

  test('waits for who reads it', () => {
    expect(shell('"$@" | (sleep 1; cat)').stdout).toBe(run('render', file).out);
  });

  test('may be left by who reads it', () => {
    expect(shell('"$@" | head -1; exit ${PIPESTATUS[0]}')).toMatchObject({ status: 0, stdout: 'apiVersion: v1\n', stderr: expect.stringMatching(/^100 resources .*\n$/) });
  });

  test('may be full', () => {
    expect(shell('"$@" >/dev/full')).toMatchObject({ status: 1, stderr: expect.stringContaining('stdout: error: SF-OUTPUT-FILE: cannot be written (ENOSPC)\n') });
  });
});

test('who is interrupted leaves whole files behind, and nothing else', async () => {
  const [file, output] = [join(folder, 'interrupted.yaml'), join(folder, 'interrupted')];
  const count = 600;
  writeFileSync(file, Array.from({ length: count }, (_, i) => workflow(`w${i}`)).join('---'));
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, 'render', file, '--output', output], { stdio: 'ignore' });
  const exited = once(child, 'exit');
  const isWriting = () => existsSync(join(output, 'default')) && readdirSync(join(output, 'default')).length > 0;
  while (child.exitCode === null && !isWriting()) await new Promise((resolve) => { setTimeout(resolve, 1); });
  child.kill('SIGINT');
  await exited;
  const names = readdirSync(join(output, 'default'));
  expect(names.filter((name) => !name.endsWith('.yaml'))).toEqual([]);
  expect(names.filter((name) => !readFileSync(join(output, 'default', name), 'utf8').endsWith('\n'))).toEqual([]);
  expect(names.filter((name) => name.startsWith('Deployment.'))).toHaveLength(count);
}, 120_000);

test('1,000 workflows, with cost growing in proportion', () => {
  costOf(250);
  expect(costOf(1000) / costOf(250)).toBeLessThan(10);
});
