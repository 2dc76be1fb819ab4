import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { MINUTES, packLibrary, run } from './infra-repository';

/** What everybody who uses the library downloads, and how it is loaded. */

const LARGEST_PACKAGE = 5_000_000;
let work: string;
let unpacked: string;
let files: readonly string[];

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'package-'));
  run(work, 'tar', '-xzf', packLibrary(work));
  unpacked = join(work, 'package');
  files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(unpacked, file)).isFile());
}, MINUTES);

afterAll(() => rmSync(work, { recursive: true, force: true }));

test('the package is small', () => {
  const size = files.reduce((sum, file) => sum + statSync(join(unpacked, file)).size, 0);
  expect(size).toBeLessThanOrEqual(LARGEST_PACKAGE);
});

test.each([
  '.jsii', 'LICENSE', 'README.md', 'lib/cli.js', 'lib/commands.js', 'lib/constructs.js', 'lib/index.js', 'lib/judgement.js', 'lib/src/index.d.ts',
])('%s is in it', (file) => {
  expect(files).toContain(file);
});

test.each([
  ['the API reference', /^API\.md$/],
  ['sources', /(?<!\.d)\.ts$/],
  ['source maps', /\.map$/],
  ['what the bundle has', /^(?:node_modules|lib\/src\/.*\.js$)/],
  ['what only the repository needs', /^(\.ci|\.github|\.projen|examples|imports|projenrc|src|test)\b/],
])('%s is not', (_what, pattern) => {
  expect(files.filter((file) => pattern.test(file))).toEqual([]);
});

test('the licenses of all that is bundled are in it', () => {
  const code = ['constructs', 'judgement', 'commands'].map((name) => readFileSync(join(unpacked, `lib/${name}.js`), 'utf8')).join('\n');
  const bundled = code.matchAll(/"node_modules\/((?:@[^/]+\/)?[^/"]+)[^"]*"\(/g);
  const licensed = readFileSync(join(unpacked, 'lib/THIRD-PARTY-LICENSES'), 'utf8').split('\n');
  const packages = new Set([...bundled].map(([, name]) => name));
  expect(packages.size).toBeGreaterThan(0);
  expect([...packages].filter((name) => !licensed.includes(name))).toEqual([]);
});

test('no source map is in the code', () => {
  const code = files.filter((file) => file.startsWith('lib/') && file.endsWith('.js'));
  expect(code.filter((file) => readFileSync(join(unpacked, file), 'utf8').includes('sourceMappingURL'))).toEqual([]);
});

test('the schemas are there once for all versions', () => {
  expect(files.filter((file) => /^lib\/imports\/schemas\/.*\.js$/.test(file)).sort())
    .toEqual(['lib/imports/schemas/crds.js', 'lib/imports/schemas/validators.js']);
});

// Where it is unpacked there is neither cdk8s nor anything else that the package does not bring.
test.each([[['--help']], [['render', '--help']], [['help', 'check']]])('%j loads nothing else', (args) => {
  const loaded = loadedBy("process.argv.splice(1, 0, 'cdk8s-sonataflow'); require('./lib/cli.js')", ...args);
  expect(loaded.filter((file) => file !== 'lib/constructs.js')).toEqual(['lib/cli.js', 'lib/commands.js']);
});

function loadedBy(program: string, ...args: readonly string[]): string[] {
  const listing = `process.on('exit', () => console.log(JSON.stringify(Object.keys(require.cache)))); ${program};`;
  const output = run(unpacked, process.execPath, '-e', listing, '--', ...args).trim();
  return (JSON.parse(output.slice(output.lastIndexOf('\n') + 1)) as string[]).map((file) => relative(unpacked, file)).sort();
}
