import { load } from '../../src/loader/loader';
import { cpuSeconds } from '../cpu-seconds';

const WORKFLOW = 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlow\nmetadata: {name: greet}\nspec:\n  flow:\n    states: []\n';

test('1,000 workflows, and the places of a thousand twins in two lists, take seconds', () => {
  const workflows = Array.from({ length: 1000 }, (_, i) => WORKFLOW.replace('greet', `greet-${i}`)).join('---\n');
  const list = `kind: List\nitems:\n${Array.from({ length: 1000 }, (_, i) => `- {apiVersion: v1, kind: ConfigMap, metadata: {name: a${i}}}\n`).join('')}`;
  const text = [workflows, list, list].join('---\n');
  expect(cpuSeconds(() => {
    const { resources, objects, findings } = load([{ file: 'f.yaml', text }], { judge: (object) => ({ object, problems: [], writtenBack: object }) });
    expect([resources.length, objects.length, findings.length]).toEqual([1000, 1000, 101]);
  })).toBeLessThan(10);
});
