import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs the command line in a process of its own, which is the only one that has a standard input to give it. */
function checkOf(input: string, ...args: readonly string[]) {
  const main = join(__dirname, '../../src/cli/main.ts');
  return spawnSync(process.execPath, ['--import', 'tsx', main, 'check', ...args], { input, encoding: 'utf8' });
}

test('a definition is known by its content', () => {
  const { status, stdout } = checkOf('{"id": "greet", "start": "A", "states": [{"name": "A", "type": "inject", "data": {}, "transition": "Nowhere"}]}', '-');
  expect([status, stdout]).toEqual([1, expect.stringMatching(/^-:1:\d+: error: SF-FLOW-TRANSITION: /m)]);
});

test('it is read whole and once, whatever its size', () => {
  const platform = 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform\nmetadata: {name: hub, namespace: shop}\nspec: {}\n';
  const { status, stdout } = checkOf(`${'# a comment\n'.repeat(50_000)}${platform}`, '-', '-');
  expect([status, stdout]).toEqual([0, expect.stringContaining('1 resource (0 workflows) judged')]);
});

test('nothing in it is said', () => {
  expect(checkOf('', '-')).toMatchObject({ status: 1, stdout: expect.stringMatching(/^-: error: SF-INPUT-EMPTY: /) });
});
