import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import { cpuSeconds } from '../cpu-seconds';

const folder = mkdtempSync(join(tmpdir(), 'render-'));

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

test('1,000 workflows, with cost growing in proportion', () => {
  costOf(250);
  expect(costOf(1000) / costOf(250)).toBeLessThan(10);
});
