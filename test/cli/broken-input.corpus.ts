import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROKEN_INPUTS } from './broken-inputs';
import { Cost } from './cost';

const folder = mkdtempSync(join(tmpdir(), 'broken-'));

const commands = Object.values(BROKEN_INPUTS).map(({ content }, i) => {
  const path = join(folder, `${i}.yaml`);
  writeFileSync(path, content);
  return ['check', path];
});
/** A process of their own, since the memory of this one is that of all tests before. */
const costs = JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'cost.ts')], { input: JSON.stringify(commands), encoding: 'utf8' })) as Cost[];

test.each(Object.keys(BROKEN_INPUTS).map((what, i) => [what, costs[i]] as const))('%s', (_what, { cpuSeconds, megabytes }) => {
  expect(cpuSeconds).toBeLessThan(2);
  expect(megabytes).toBeLessThan(200);
});
