import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';

const folder = mkdtempSync(join(tmpdir(), 'broken-'));
const MEGABYTES = 1024 * 1024;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PLATFORM = 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform\nmetadata: {name: hub}\n';
const explosion = ['a: &a0 [x, x, x, x, x, x, x, x, x, x]', ...Array.from({ length: 20 }, (_, i) => `b${i}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`)].join('\n');

interface Broken {
  readonly content: string | Buffer;
  readonly rule: string;
  /** Behind the name of the file; empty for the file as a whole. */
  readonly place: RegExp;
}

const BROKEN: Readonly<Record<string, Broken>> = {
  'an empty file': { content: '', rule: 'SF-INPUT-EMPTY', place: /^$/ },
  'comments only': { content: '# nothing\n---\n', rule: 'SF-INPUT-EMPTY', place: /^$/ },
  'a binary file': { content: Buffer.from([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3]), rule: 'SF-INPUT-ENCODING', place: /^:1:1$/ },
  '50 MB': { content: Buffer.alloc(50 * MEGABYTES, 'a: b\n'), rule: 'SF-INPUT-LIMIT', place: /^$/ },
  'deep nesting': { content: `${PLATFORM}spec: ${'['.repeat(100_000)}`, rule: 'SF-INPUT-LIMIT', place: /^:4:\d+$/ },
  'deep nesting by indentation': { content: Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), rule: 'SF-INPUT-LIMIT', place: /^:\d+:\d+$/ },
  'anchors that explode': { content: explosion, rule: 'SF-INPUT-LIMIT', place: /^:\d+:\d+$/ },
  'an alias of itself': { content: 'a: &a [*a]', rule: 'SF-INPUT-YAML', place: /^:1:8$/ },
  'a key twice': { content: `${PLATFORM}spec: {}\nspec: {services: {}}\n`, rule: 'SF-INPUT-YAML', place: /^:5:1$/ },
  'tabs': { content: `${PLATFORM}spec:\n\tservices: {}\n`, rule: 'SF-INPUT-YAML', place: /^:5:1$/ },
  'UTF-16': { content: Buffer.from(`\uFEFF${PLATFORM}`, 'utf16le'), rule: 'SF-INPUT-ENCODING', place: /^:1:1$/ },
  'Latin-1': { content: Buffer.from(`${PLATFORM}# f\u00FCr alle\n`, 'latin1'), rule: 'SF-INPUT-ENCODING', place: /^:4:4$/ },
  'a control character': { content: `${PLATFORM}spec: "\x01"\n`, rule: 'SF-INPUT-ENCODING', place: /^:4:8$/ },
  'no object': { content: 'just text', rule: 'SF-INPUT-OBJECT', place: /^:1:1$/ },
  'a quote that does not end': { content: `${PLATFORM}spec: "\n`, rule: 'SF-INPUT-YAML', place: /^:4:7$/ },
};

test.each(Object.entries(BROKEN))('%s', (what, { content, rule, place }) => {
  const path = join(folder, `${what.replaceAll(' ', '-')}.yaml`);
  writeFileSync(path, content);
  const [start, memory] = [Date.now(), process.memoryUsage().rss];
  const { status, out, err } = run('check', '--format', 'json', path);
  const found = JSON.parse(out) as Array<{ rule: string; severity: string; file: string; line?: number; column?: number }>;
  expect([status, err]).toEqual([1, '']);
  expect(found.map((finding) => [finding.rule, finding.severity, finding.file])).toEqual([[rule, 'error', path]]);
  const [{ line, column }] = found;
  expect(line === undefined ? '' : `:${line}:${column}`).toMatch(place);
  expect(Date.now() - start).toBeLessThan(10_000);
  expect(process.memoryUsage().rss - memory).toBeLessThan(500 * MEGABYTES);
});

test.each<[string, () => string]>([
  ['a directory without YAML', () => {
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'empty', 'notes.txt'), PLATFORM);
    return join(folder, 'empty');
  }],
  ['a path that is not there', () => join(folder, 'nowhere')],
])('%s', (_what, make) => {
  const path = make();
  const { status, out, err } = run('check', path);
  expect([status, err]).toEqual([1, '']);
  expect(out).toMatch(/^(.*): error: SF-INPUT-FILE: .*\n1 error, 0 warnings, 0 informations\n$/);
  expect(out.startsWith(`${path}: `)).toBe(true);
});
