import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { MINUTES, packLibrary, run } from './infra-repository';

/** What everybody who uses the library downloads, and what the command line loads of it before it does anything. */

const LARGEST_PACKAGE = 5_000_000;
const MOST_MODULES_OF_HELP = 30;

/** Runs the command line, and writes the files that it loaded as the last line. */
const LISTING = `
process.argv.splice(1, 0, 'cdk8s-sonataflow');
process.on('exit', () => console.log(JSON.stringify(Object.keys(require.cache))));
require('./lib/src/cli/main.js');
`;

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
  '.jsii', 'LICENSE', 'README.md', 'lib/src/index.js', 'lib/src/index.d.ts', 'lib/src/cli/main.js',
  'node_modules/commander/LICENSE', 'node_modules/diff/LICENSE', 'node_modules/fastest-levenshtein/LICENSE.md', 'node_modules/yaml/LICENSE',
])('%s is in it', (file) => {
  expect(files).toContain(file);
});

test.each([
  ['the API reference', /^API\.md$/],
  ['sources', /^(?!node_modules\/).*(?<!\.d)\.ts$/],
  ['source maps', /^lib\/.*\.map$/],
  ['the browser build of yaml', /^node_modules\/yaml\/browser\//],
  ['the builds of diff for browsers and bundlers', /^node_modules\/diff\/(?:dist|libesm)\//],
  ['what only the repository needs', /^(\.ci|\.github|\.projen|examples|imports|projenrc|src|test)\b/],
])('%s is not', (_what, pattern) => {
  expect(files.filter((file) => pattern.test(file))).toEqual([]);
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
test.each([[['--help']], [['render', '--help']], [['help', 'check']]])('%j loads the options only', (args) => {
  const output = run(unpacked, process.execPath, '-e', LISTING, '--', ...args).trim();
  const loaded = (JSON.parse(output.slice(output.lastIndexOf('\n') + 1)) as string[]).map((file) => relative(unpacked, file));
  expect(loaded).toContain('lib/src/cli/program.js');
  expect(loaded.filter((file) => !/^(lib\/src\/(cli|findings|json|values)|node_modules\/(commander|fastest-levenshtein))\//.test(file))).toEqual([]);
  expect(loaded.length).toBeLessThanOrEqual(MOST_MODULES_OF_HELP);
});
