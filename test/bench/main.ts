import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { customResources } from './custom-resources';
import { Cost, costsOf, isOnPath, scratch, written } from './measure';
import { Bench, pageOf, tableOf } from './page';
import { plotOf } from './plot';

const ROOT = resolve(__dirname, '../..');
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    lib: { type: 'string', default: join(ROOT, 'lib') },
    large: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const lib = resolve(values.lib);
const runs = Number(values.runs);
const node = (...args: readonly string[]) => [process.execPath, ...args];
const child = (what: string, ...args: readonly string[]) => node(join(__dirname, 'child.cjs'), lib, what, ...args);
const main = (...args: readonly string[]) => node(join(lib, 'cli.js'), ...args);

/** Namespaces and workflows in each. */
const LARGE_APPS: ReadonlyArray<readonly [number, number]> = [[1, 5000], [200, 5], [1000, 1]];
const APPS: ReadonlyArray<readonly [number, number]> = [[10, 5], [20, 5], [50, 5], [1, 1000], ...values.large ? LARGE_APPS : []];
const RENDERINGS = [['customResources', 'custom resources', 2], ['kubernetesObjects', 'Kubernetes objects', 3]] as const;
const SIZES = [250, 500, 1000, 2000, ...values.large ? [20_000] : []];

const commands = new Map<string, readonly string[]>();
const rows: Array<Bench['rows'][number]> = [];

function compare(what: string, command: readonly string[], floor: string, floorCommand: readonly string[], most: string): void {
  commands.set(what, command);
  commands.set(floor, floorCommand);
  rows.push({ what, floor, most });
}

for (const [namespaces, workflows] of APPS) {
  for (const [rendering, words, most] of RENDERINGS) {
    const what = `synth, ${namespaces} × ${workflows}, ${words}`;
    const [out, objects] = [scratch(`${rendering}-${namespaces}-${workflows}`), scratch(`${rendering}-${namespaces}-${workflows}.json`)];
    mkdirSync(out);
    const synth = child('synth', out, String(namespaces), String(workflows), rendering);
    execFileSync(synth[0] ?? '', synth.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(objects, JSON.stringify(readdirSync(out).sort().map((file) => (
      parseAllDocuments(readFileSync(join(out, file), 'utf8')).map((document) => document.toJS() as unknown)
    ))));
    compare(what, synth, `plain ApiObjects of ${what.slice('synth, '.length)}`, child('plain', out, objects), `${most}`);
  }
}
for (const size of SIZES) {
  const file = written(`${size}.yaml`, customResources(size));
  compare(`check of ${size}`, main('check', '--no-config', file), `parser of YAML, ${size}`, child('parse', file), '1.3');
}
const thousand = scratch('1000.yaml');
compare('render of 1000', main('render', '--no-config', thousand), 'check of 1000', main('check', '--no-config', thousand), '2');
for (const [peer, ...args] of [['kubeconform', '-n', '1', '-ignore-missing-schemas', thousand], ['kustomize', 'cfg', 'cat', thousand]] as const) {
  if (isOnPath(peer)) compare('check of 1000', main('check', '--no-config', thousand), peer, [peer, ...args], '');
}
compare('--help', main('--help'), 'node without a program', child('nothing'), '1.8');
compare('import of the library', child('library'), 'import of cdk8s and cdk8s-plus-28', child('peers'), '30 ms more');

const costs: ReadonlyMap<string, Cost> = costsOf(commands, runs);
const result: Bench = { rows, costs, sizes: SIZES, machine: machine() };
process.stdout.write(`${tableOf(result)}\n${JSON.stringify({ ...result, costs: Object.fromEntries(costs) }, undefined, 2)}\n`);
if (values.write) {
  writeFileSync(join(ROOT, 'docs/performance.md'), pageOf(result));
  for (const dark of [false, true]) writeFileSync(join(ROOT, `docs/performance-${dark ? 'dark' : 'light'}.svg`), plotOf(result, dark));
}

function machine(): Bench['machine'] {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  return {
    processor: `${cpus().length} × ${cpus()[0]?.model.trim() || 'unknown processor'}`,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    date: git('log', '-1', '--format=%cs'),
    commit: git('rev-parse', '--short', 'HEAD'),
    runs,
  };
}
