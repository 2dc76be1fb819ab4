import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSources } from '../../src/loader/files';

const started = process.cwd();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-sources-'));
  process.chdir(folder);
  for (const [file, text] of Object.entries({
    'b.yaml': 'b',
    'many/c.yaml': 'c',
    'many/a.yml': 'a',
    'many/b.json': '{}',
    'many/B.yaml': 'B',
    'many/.d.yaml': 'd',
    'many/notes.txt': 'n',
    'many/x.YAML': 'x',
    'many/inner/e.yaml': 'e',
    'many/f.yaml/g.yaml': 'g',
    'none/notes.txt': 'n',
    'odd name.yaml': 'o',
  })) {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  mkdirSync('empty');
  symlinkSync('../b.yaml', 'many/link.yaml');
  symlinkSync('../empty', 'many/linked');
  symlinkSync('loop.yaml', 'loop.yaml');
  writeFileSync('large.yaml', '');
  truncateSync('large.yaml', 50 * 1024 * 1024);
});

afterAll(() => {
  process.chdir(started);
  rmSync(folder, { recursive: true });
});

const filesOf = (...paths: string[]) => readSources(paths).sources.map(({ file }) => file);
const findingsOf = (...paths: string[]) => readSources(paths).findings.map(({ rule, where, given }) => `${rule} ${where}: ${given}`);

describe('readSources', () => {
  test('reads a file as it is', () => {
    expect(readSources(['odd name.yaml'])).toEqual({ sources: [{ file: 'odd name.yaml', text: Buffer.from('o') }], findings: [], passedOver: [] });
  });

  test('reads YAML and JSON of a folder and of those in it, by name', () => {
    expect(filesOf('many')).toEqual(['many/.d.yaml', 'many/B.yaml', 'many/a.yml', 'many/b.json', 'many/c.yaml', 'many/f.yaml/g.yaml', 'many/inner/e.yaml']);
    expect(readSources(['many'], { recursive: false }).sources.map(({ file }) => file)).toEqual(['many/.d.yaml', 'many/B.yaml', 'many/a.yml', 'many/b.json', 'many/c.yaml']);
    expect(readSources(['many']).passedOver).toEqual(['many/link.yaml', 'many/linked'].map((path) => ({ path, reason: 'symbolically linked' })));
    expect(filesOf('many/', './many')).toEqual(filesOf('many'));
    expect(findingsOf('many')).toEqual([]);
  });

  test('keeps the order of the paths, and any name of a file that is named itself', () => {
    expect(filesOf('many/notes.txt', 'b.yaml', 'many/a.yml')).toEqual(['many/notes.txt', 'b.yaml', 'many/a.yml']);
  });

  test('reads a file once', () => {
    expect(filesOf('many/c.yaml', 'many', './many/c.yaml')).toEqual(['many/c.yaml', ...filesOf('many').filter((file) => file !== 'many/c.yaml')]);
  });

  test.each([
    ['missing.yaml', 'SF-INPUT-FILE missing.yaml: a path that does not exist'],
    ['b.yaml/x', 'SF-INPUT-FILE b.yaml/x: a path that does not exist'],
    ['', 'SF-INPUT-FILE : a path that does not exist'],
    ['loop.yaml', 'SF-INPUT-FILE loop.yaml: a symbolic link that leads to itself'],
    ['a\0b', 'SF-INPUT-FILE a\0b: a file that cannot be read (ERR_INVALID_ARG_VALUE)'],
    ['large.yaml', 'SF-INPUT-LIMIT large.yaml: a file that is too large'],
  ])('a finding for %j', (path, finding) => {
    expect(findingsOf(path, 'b.yaml')).toEqual([finding]);
    expect(filesOf(path, 'b.yaml')).toEqual(['b.yaml']);
  });

  test('a folder without YAML and JSON has nothing', () => {
    expect([filesOf('none', 'empty'), findingsOf('none', 'empty')]).toEqual([[], []]);
  });

  test('links in a folder are passed over, wherever they lead', () => {
    mkdirSync('bad');
    symlinkSync('nowhere', 'bad/a.yaml');
    symlinkSync('../empty', 'bad/b.yaml');
    writeFileSync('bad/c.yaml', 'c');
    expect(findingsOf('bad')).toEqual([]);
    expect(filesOf('bad')).toEqual(['bad/c.yaml']);
    expect(findingsOf('bad/a.yaml')).toEqual(['SF-INPUT-FILE bad/a.yaml: a path that does not exist']);
  });

  (process.getuid?.() === 0 ? test.skip : test)('a file without permission', () => {
    writeFileSync('closed.yaml', 'a');
    chmodSync('closed.yaml', 0);
    expect(findingsOf('closed.yaml')).toEqual(['SF-INPUT-FILE closed.yaml: a file that may not be read']);
  });

  test.each(process.platform === 'linux' ? [['/dev/zero']] : [])('reads %s up to the limit', (path) => {
    expect(findingsOf(path)).toEqual([`SF-INPUT-LIMIT ${path}: a file that is too large`]);
  });
});
