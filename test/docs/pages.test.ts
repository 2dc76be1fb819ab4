import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MarkedBlock, markedBlocks } from './marked-blocks';
import { ROOT, textOf } from './repository';
import { commandLinePage } from '../../projenrc/command-line-page';
import { configurationPage } from '../../projenrc/configuration-page';
import { readmePicture } from '../../projenrc/readme-picture';
import { COMMANDS } from '../../src/cli/commands';
import { JsonObject } from '../../src/json/json';
import { run } from '../cli/run';
import { yamlObjects } from '../yaml-objects';

/**
 * What a page shows is what there is. The comment before a block says where it comes from:
 *
 * - a path: it is that file; a program runs, and a test is run by jest
 * - `part of` a program: it stands in it
 * - `made by` a program: of each of these objects, what is said here and maybe more
 * - `printed by` a program: what it writes with console.log
 * - `in` a folder: what the commands after `$` write there, or `some of it`
 */

/** Their own tests say what is in their blocks. */
const OWN_TESTS = ['docs/getting-started.md', 'docs/bring-what-you-have.md', 'docs/reviewing-changes.md', 'docs/seeing-the-wiring.md'];

const PAGES = ['README.md', ...readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

const IS_MARK = /^(?:(part of|made by|printed by|in|some of it, in) )?((?:test|examples)\/[\w./-]+)$/;

interface Ran { readonly printed: string; readonly folder: string; readonly objects: readonly JsonObject[] }

const ran = new Map<string, Ran>();
const root = process.cwd();

afterEach(() => process.chdir(root));

/** What a program writes and prints, run in its own folder. */
function ranProgram(path: string): Ran {
  const known = ran.get(path);
  if (known) return known;
  const out = mkdtempSync(join(tmpdir(), 'docs-'));
  const printed: string[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((...args: unknown[]) => { printed.push(args.join(' ')); });
  process.env.CDK8S_OUTDIR = out;
  process.chdir(join(ROOT, dirname(path)));
  require(join(ROOT, path)); // eslint-disable-line @typescript-eslint/no-require-imports -- it synthesizes as soon as it is loaded
  process.chdir(root);
  delete process.env.CDK8S_OUTDIR;
  log.mockRestore();
  const texts = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'));
  const result = { folder: out, printed: printed.map((line) => `${line}\n`).join(''), objects: texts.flatMap(objectsIn) };
  ran.set(path, result);
  return result;
}

function objectsIn(yaml: string): JsonObject[] {
  return yamlObjects(yaml) as JsonObject[];
}

const name = (object: JsonObject) => JSON.stringify([object.kind, (object.metadata as JsonObject).name]);

/** What the commands of a block write, as a terminal in the folder shows it. */
function session(folder: string, text: string): string {
  process.chdir(join(ROOT, folder));
  return [...text.matchAll(/^\$ cdk8s-sonataflow (.*)$/gm)].map(([line, words]) => {
    const { out, err } = run(...words.split(' '));
    return `${line}\n${out}${err}`;
  }).join('');
}

function compare({ text, language, mark = '' }: MarkedBlock): void {
  const [, relation = '', path] = IS_MARK.exec(mark) ?? [];
  if (relation === 'in') return expect(text).toBe(session(path, text));
  if (relation === 'some of it, in') {
    const written = session(path, text).split('\n');
    return expect(text.split('\n').filter((line) => !written.includes(line))).toEqual([]);
  }
  if (relation === 'printed by') return expect(text).toBe(ranProgram(path).printed);
  if (relation === 'part of') return expect(textOf(path)).toContain(text);
  if (relation === 'made by') {
    const { objects } = ranProgram(path);
    for (const object of objectsIn(text)) expect(objects.find((other) => name(other) === name(object))).toMatchObject(object);
    return;
  }
  expect(text).toBe(textOf(path));
  if (language === 'ts' && !path.endsWith('.test.ts')) ranProgram(path);
}

describe.each(PAGES)('%s', (page) => {
  const blocks = markedBlocks(textOf(page));
  const marked = blocks.filter(({ mark = '' }) => IS_MARK.test(mark));

  if (!OWN_TESTS.includes(page)) {
    test('says where each program and each output comes from', () => {
      expect(blocks.filter(({ language, mark = '' }) => ['ts', 'python', 'text', ''].includes(language) && !IS_MARK.test(mark))).toEqual([]);
    });
  }

  for (const block of marked) {
    test(`${block.mark}: ${block.text.split('\n')[0]}`, () => compare(block));
  }
});

test('the README stays below one screen and a half', () => {
  expect(textOf('README.md').split('\n').length).toBeLessThan(100);
});

test.each([
  ['docs/command-line.md', commandLinePage],
  ['docs/configuration-file.md', configurationPage],
  ['docs/wiring.svg', () => readmePicture(ranProgram('test/readme/orders.ts').folder)],
])('%s is what `npx projen docs:pages` writes', (path, written) => {
  expect(textOf(path).split('\n')).toEqual(written().split('\n'));
});

describe('the command line', () => {
  const help = new Map(COMMANDS.map(({ name: command }) => [command, run(command, '--help').out]));

  /** The calls in shell blocks, in sentences and in pipelines: until a pipe, a redirection or the end. */
  const calls = PAGES.flatMap((page) => [...textOf(page).matchAll(/cdk8s-sonataflow (?=[a-z-]+[ `])([^|>`\n)]+)/g)].map(([, call]) => [page, call.trim()]));

  test('is called on many pages', () => {
    expect(calls.length).toBeGreaterThan(30);
  });

  test('has the options with which it is called', () => {
    const wrong = calls.flatMap(([page, call]) => {
      const [command, ...words] = call.split(/ +/);
      const options = words.filter((word) => word.startsWith('--') && word !== '--help').map((word) => word.replace(/=.*/, ''));
      return options.filter((option) => !help.get(command)?.includes(`${option} `)).map((option) => `${page}: ${command} ${option}`);
    });
    expect(wrong).toEqual([]);
  });
});
