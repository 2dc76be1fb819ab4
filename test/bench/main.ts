import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { customResourceFiles, customResources } from './custom-resources';
import { Cost, costsOf, isOnPath, scratch, written } from './measure';
import { Bench, isMissed, pageOf, Row, sharesTable, tableOf } from './page';
import { plotOf } from './plot';
import { sharesOf } from './profile';
import { crdOf, KINDS } from '../../src/validation/crds';

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
const APPS: ReadonlyArray<readonly [number, number]> = [[10, 5], [20, 5], [50, 5], [1, 1000]];
const LARGE_APPS: ReadonlyArray<readonly [number, number]> = [[1, 5000], [200, 5], [1000, 1]];
const RENDERINGS = [['customResources', 'custom resources', 2], ['kubernetesObjects', 'Kubernetes objects', 3]] as const;
const SIZES = [250, 500, 1000, 2000];
const LARGE_SIZE = 20_000;
const MOST_MEGABYTES = 600;
const QUICK_TIMES = 3;

const commands = new Map<string, readonly string[]>();
/** What is over in a moment, of which a few runs tell little. */
const quick = new Map<string, readonly string[]>();
const large = new Map<string, readonly string[]>();
const rows: Row[] = [];

function compare(what: string, command: readonly string[], floor: string, floorCommand: readonly string[], most?: Row['most'], among = commands): void {
  among.set(what, command);
  among.set(floor, floorCommand);
  rows.push({ what, floor, most });
}

function compareSynth([namespaces, workflows]: readonly [number, number], among = commands): void {
  for (const [rendering, words, times] of RENDERINGS) {
    const what = `synth, ${namespaces} × ${workflows}, ${words}`;
    const [out, objects] = [scratch(`${rendering}-${namespaces}-${workflows}`), scratch(`${rendering}-${namespaces}-${workflows}.json`)];
    mkdirSync(out);
    const synth = child('synth', out, String(namespaces), String(workflows), rendering);
    execFileSync(synth[0] ?? '', synth.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(objects, JSON.stringify(readdirSync(out).sort().map((file) => (
      parseAllDocuments(readFileSync(join(out, file), 'utf8')).map((document) => document.toJS() as unknown)
    ))));
    compare(what, synth, `plain ApiObjects of ${what.slice('synth, '.length)}`, child('plain', out, objects), { times }, among);
  }
}

/** What is not on the path is not measured. */
function comparePeer(what: string, [peer, ...args]: readonly [string, ...string[]], among = commands): void {
  if (isOnPath(peer)) among.set(peer, [peer, ...args]);
  rows.push({ what, floor: peer });
}

const check = (path: string) => main('check', '--no-config', path);
const render = (path: string) => main('render', '--no-config', path);

for (const app of APPS) compareSynth(app);
for (const size of SIZES) {
  const file = written(`${size}.yaml`, customResources(size));
  compare(`check of ${size}`, check(file), `parser of YAML, ${size}`, child('parse', file), { times: 1.3 });
}
const thousand = scratch('1000.yaml');
compare('render of 1000', render(thousand), 'check of 1000', check(thousand), { times: 2 });
comparePeer('check of 1000', ['kubeconform', '-n', '1', '-schema-location', join(schemas(), '{{.ResourceKind}}.json'), thousand]);
comparePeer('check of 1000', ['kustomize', 'build', packaged(thousand)]);
comparePeer('check of 1000', ['helm', 'template', packaged(thousand)]);
compare('--help', main('--help'), 'node without a program', child('nothing'), { times: 1.8 }, quick);
comparePeer('--help', ['kn-workflow', '--help'], quick);
compare('import of the library', child('library'), 'import of cdk8s and cdk8s-plus-28', child('peers'), { more: 30 }, quick);
if (values.large) {
  for (const app of LARGE_APPS) compareSynth(app, large);
  const folder = inFiles(LARGE_SIZE);
  compare(`check of ${LARGE_SIZE}`, check(folder), `parser of YAML, ${LARGE_SIZE}`, child('parse', folder), { times: 1.3, megabytes: MOST_MEGABYTES }, large);
  compare(`render of ${LARGE_SIZE}`, render(folder), `check of ${LARGE_SIZE}`, check(folder), { megabytes: MOST_MEGABYTES }, large);
}

const costs: ReadonlyMap<string, Cost> = new Map([...costsOf(commands, runs), ...costsOf(quick, runs * QUICK_TIMES), ...costsOf(large, 1)]);
const missed = new Set(rows.filter((row) => isMissed(row, costs)).map(({ what }) => what));
const profiles = new Map([...missed].map((what) => {
  const command = commands.get(what) ?? quick.get(what) ?? large.get(what) ?? [];
  return [what, sharesOf(beforeBundled(command), what)] as const;
}));
const result: Bench = { rows, costs, profiles, sizes: SIZES, machine: machine() };
process.stdout.write(`${tableOf(result)}\n\n${sharesTable(result)}\n`);
process.stdout.write(`${JSON.stringify({ ...result, costs: Object.fromEntries(costs), profiles: Object.fromEntries(profiles) }, undefined, 2)}\n`);
if (values.write) {
  writeFileSync(join(ROOT, 'docs/performance.md'), pageOf(result));
  for (const dark of [false, true]) writeFileSync(join(ROOT, `docs/performance-${dark ? 'dark' : 'light'}.svg`), plotOf(result, dark));
}

/** A folder, since one file may not be as large. */
function inFiles(count: number): string {
  const folder = scratch(`${count}`);
  mkdirSync(folder);
  customResourceFiles(count, 1000).forEach((text, i) => writeFileSync(join(folder, `${String(i).padStart(3, '0')}.yaml`), text));
  return folder;
}

/** The schemas of the custom resources, for those who read no CRDs. */
function schemas(): string {
  const folder = scratch('schemas');
  mkdirSync(folder);
  for (const kind of KINDS) writeFileSync(join(folder, `${kind.toLowerCase()}.json`), JSON.stringify(crdOf('10.1.0', kind).schema));
  return folder;
}

/** A folder that is a chart of Helm and a folder of Kustomize. */
function packaged(file: string): string {
  const folder = scratch('packaged');
  mkdirSync(join(folder, 'templates'), { recursive: true });
  cpSync(file, join(folder, 'templates/flows.yaml'));
  writeFileSync(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: flows\nversion: 1.0.0\n');
  writeFileSync(join(folder, 'kustomization.yaml'), 'resources: [templates/flows.yaml]\n');
  return folder;
}

/** In the bundle nobody can tell whose a function is. */
function beforeBundled(command: readonly string[]): string[] {
  return command.map((word) => word === lib ? join(lib, 'src') : word === join(lib, 'cli.js') ? join(lib, 'src/cli/main.js') : word);
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
