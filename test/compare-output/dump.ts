import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../cli/run';

const FACTS = ['--built-image', 'example.org/{namespace}/{name}:built', '--route-domain', 'apps.example.org'];
const CHECK_FACTS = ['--openshift', '--no-knative', '--no-prometheus'];

/** Writes what the command line says of each case into a folder: `dump.ts CASES FOLDER`. */
const [cases = '', folder = ''] = process.argv.slice(2);

for (const release of ['10.1.0', '1.x']) {
  for (const name of readdirSync(cases).filter((entry) => existsSync(join(cases, entry, 'input.yaml'))).sort()) {
    const flagsFile = join(cases, name, 'flags.txt');
    const flags = existsSync(flagsFile) ? readFileSync(flagsFile, 'utf8').split(/\s+/).filter(Boolean) : [];
    const input = join(cases, name, 'input.yaml');
    const commands: Record<string, string[]> = {
      'render': ['render', '--operator', release, ...FACTS, ...flags, input],
      'render-to-the-letter': ['render', '--operator', release, '--no-corrections', ...FACTS, ...flags, input],
      'check': ['check', '--operator', release, ...flags.filter((flag) => CHECK_FACTS.includes(flag)), input],
    };
    for (const [command, args] of Object.entries(commands)) {
      const { status, out, err } = run(...args);
      const target = join(folder, command, release);
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, `${name}.txt`), `status ${status}\n${out}--- stderr\n${err}`.replaceAll(input, 'input.yaml'));
    }
  }
}
