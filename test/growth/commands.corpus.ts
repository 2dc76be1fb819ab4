import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INPUTS } from './inputs';
import { growth, WorkMeter } from './work';
import { run } from '../cli/run';

/** Twice is in proportion; the rest is for what is sorted, and for small numbers. */
const MOST = 2.5;
const MANY = 30;
/** Of what is a custom resource each. */
const SOME = 8;
const RESOURCES = /^(workflows|namespaces|platforms|items|acknowledgements)/;

const COMMANDS: ReadonlyArray<readonly [command: string, inputs: RegExp]> = [
  ['check', /./],
  ['render', /./],
  ['check --format json', /findings/],
  ['check --format sarif', /findings/],
  ['check --format markdown', /findings/],
  ['check --format github', /findings/],
  ['render --no-corrections', /^(workflows|namespaces|platforms|variables|containers|properties)/],
  ['explain --workflow greet', /^(variables|properties|references|discovered|namespaces)/],
  ['images', /^(workflows of one p|namespaces|platforms|containers|init)/],
  ['diff --to 1.x', /^(workflows of one p|namespaces$|properties of a)/],
  ['upgrade-plan --from osl-1.36 --to osl-1.38', /^(workflows of one p|namespaces$)/],
  ['graph --format json', /^(workflows (of one p|that)|namespaces|events that|functions that are called)/],
  ['convert --dry-run --output new', /^(workflows of one p|namespaces$|platforms|variables|states)/],
];

/** More than what a reason is looked for one by one. */
const VERY_MANY = 100;

/** Of what each is changed in a second file. */
const CHANGED: ReadonlyArray<readonly [inputs: keyof typeof INPUTS, from: number, before: string, after: string]> = [
  ['workflows of one platform', SOME, ':1}', ':2}'],
  ['namespaces with a platform', SOME, 'jobService: {}', 'jobService: {enabled: false}'],
  ['variables', VERY_MANY, 'value: b', 'value: c'],
  ['properties of a platform', VERY_MANY, 'value: b', 'value: c'],
];

const folder = mkdtempSync(join(tmpdir(), 'growth-'));
const meter = new WorkMeter(/\/src\/|\/node_modules\/(yaml|js-yaml|diff|fastest-levenshtein)\//);
afterAll(() => {
  meter.stop();
  rmSync(folder, { recursive: true });
});

describe.each(COMMANDS)('%s', (command, inputs) => {
  test.each(Object.entries(INPUTS).filter(([what]) => inputs.test(what)))('twice as many %s are twice as much work', (what, write) => {
    const work = (size: number) => {
      const file = join(folder, 'input.yaml');
      writeFileSync(file, write(size));
      return meter.work(() => run(...command.split(' '), file));
    };
    expect(growth(work, RESOURCES.test(what) ? SOME : MANY, MOST)).toBeLessThan(MOST);
  });
});

test.each(CHANGED)('diff: twice as many %s that are changed are twice as much work', (what, from, before, after) => {
  const [left, right] = [join(folder, 'before.yaml'), join(folder, 'after.yaml')];
  const work = (size: number) => {
    const text = INPUTS[what]!(size);
    writeFileSync(left, text);
    writeFileSync(right, text.replaceAll(before, after));
    return meter.work(() => run('diff', left, right));
  };
  expect(growth(work, from, MOST)).toBeLessThan(MOST);
});
