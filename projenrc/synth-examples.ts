import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { program } from '../src/cli/program';

/** The operator of an example that is made for another one than 10.1.0. */
const OPERATORS: Readonly<Record<string, string>> = { 'environments': '1.x', 'rhdh-orchestrator': 'osl-1.38' };

/** Its autoscaler scales the custom resource, which is there where the operator is: what it makes is rendered to the letter. */
const TO_THE_LETTER = 'environments';

const examples = resolve(__dirname, '..', 'examples');
const objects = join('dist', 'kubernetes-objects');

/** As `tsx examples/<example>/main.ts` does; in one process, since it takes a second to load the library. */
function synth(example: string): void {
  process.env.CDK8S_OUTDIR = join('dist', example);
  require(join(examples, example, 'main.ts')); // eslint-disable-line @typescript-eslint/no-require-imports
}

function render(example: string): void {
  const status = program([
    'render', '--operator', OPERATORS[example] ?? '10.1.0', '--built-image', 'registry.example.org/{namespace}/{name}:1.0.0',
    ...example === TO_THE_LETTER ? ['--no-corrections'] : [], '--output', join(objects, example), join('dist', example),
  ], {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    coloured: { out: false, err: false },
  });
  if (status !== 0) process.exit(status);
}

rmSync(objects, { recursive: true, force: true });
for (const example of readdirSync(examples).filter((name) => existsSync(join(examples, name, 'main.ts'))).sort()) {
  synth(example);
  render(example);
}
