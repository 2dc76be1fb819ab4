import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesBelow, ROOT, textOf } from './repository';

interface Zone { target: string }

/** What stands in code in the text of a page. */
function codeOf(page: string): string[] {
  return [...textOf(page).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
}

const contributing = textOf('CONTRIBUTING.md');

test('every folder of src has its line', () => {
  const folders = new Set(filesBelow('src').filter((path) => path.endsWith('.ts')).map((path) => posix.dirname(path)));
  folders.delete('src');
  expect([...folders].filter((folder) => !new RegExp(`^\\| \`${folder}/\` \\| \\S`, 'm').test(contributing))).toEqual([]);
});

test.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/operator/README.md'])('every path that %s names is there', (page) => {
  const paths = codeOf(page).filter((code) => /^(\.ci|docs|examples|imports|projenrc|src|test)\/[\w./-]*$|^[\w.-]+\.(md|ts)$/.test(code));
  expect(paths).not.toEqual([]);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every command is one', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const commands = codeOf('CONTRIBUTING.md').flatMap((code) => /^npm run ([\w:-]+)/.exec(code)?.[1] ?? []);
  expect(commands).not.toEqual([]);
  expect(commands.filter((command) => !(command in scripts))).toEqual([]);
});

test('the layers stand in the order that the linter enforces', () => {
  const table = [...textOf('ARCHITECTURE.md').matchAll(/^\| ((?:`src\/[\w-]+\/`(?:, )?)+) \|/gm)].flatMap(([, folders]) => folders.match(/src\/[\w-]+/g));
  const { rules } = JSON.parse(textOf('.eslintrc.json').replace(/^\/\/.*$/m, '')) as { rules: { 'import/no-restricted-paths': [string, { zones: Zone[] }] } };
  const targets = rules['import/no-restricted-paths'][1].zones.map(({ target }) => target.replace('./', ''));
  expect(table).toEqual(targets.filter((target) => target.split('/').length === 2));
});
