import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempt, MINUTES, packLibrary } from './infra-repository';
import { MarkedBlock, markedBlocks } from '../docs/marked-blocks';
import { textOf } from '../docs/repository';

/** A person who only follows the first page of the documentation, from an empty folder on. */

let work: string;
let library: string;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'getting-started-'));
  library = packLibrary(work);
}, 5 * MINUTES);

afterAll(() => rmSync(work, { recursive: true, force: true }));

test('every command does what the page says, and every file can be written so', () => {
  let folder = work;
  let output = '';
  for (const { language, mark, text } of markedBlocks(textOf('docs/getting-started.md'))) {
    if (language === 'text') {
      for (const line of text.trimEnd().split('\n')) expect(output).toContain(line);
    } else if (language === 'ts') {
      write(folder, mark, text);
    } else {
      output = '';
      for (const command of text.trimEnd().split('\n')) {
        if (command.startsWith('cd ')) folder = join(folder, command.slice(3));
        else output += followed(folder, command, mark === 'fails');
      }
    }
  }
}, 5 * MINUTES);

function followed(folder: string, command: string, fails: boolean): string {
  // What is not published yet, or not as it is here, is the packed one.
  const { status, output } = attempt(folder, 'bash', '-c', command.replace('--package cdk8s-sonataflow', `--package ${library}`));
  if ((status !== 0) !== fails) throw new Error(`${command}: status ${status}\n${output}`);
  if (command.includes(' init ')) usePackedLibrary(join(folder, 'infra'));
  return output;
}

function usePackedLibrary(repository: string): void {
  const path = join(repository, 'package.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"cdk8s-sonataflow": "*"', `"cdk8s-sonataflow": "file:${library}"`));
  appendFileSync(join(repository, '.npmrc'), 'prefer-offline=true\naudit=false\nfund=false\n');
}

/** A whole file, or a line more in an object of one. */
function write(folder: string, mark: MarkedBlock['mark'] = '', text: string): void {
  const [, whole, behind, part] = /^(?:file (\S+)|behind "(\w+)" in (\S+))$/.exec(mark) ?? [];
  if (whole) return writeFileSync(join(folder, whole), text);
  const path = join(folder, part);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(new RegExp(`^( +)${behind}: [^]*?^\\1}\\),\n`, 'm'), (field) => `${field}${text}`);
  if (after === before) throw new Error(`${part} has no ${behind}`);
  writeFileSync(path, after);
}
