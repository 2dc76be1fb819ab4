import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROKEN_INPUTS } from './broken-inputs';
import { run } from './run';

const folder = mkdtempSync(join(tmpdir(), 'broken-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.entries(BROKEN_INPUTS))('%s', (what, { content, rule, place }) => {
  const path = join(folder, `${what.replaceAll(' ', '-')}.yaml`);
  writeFileSync(path, content);
  const { status, out, err } = run('check', '--format', 'json', path);
  const found = JSON.parse(out) as Array<{ rule: string; severity: string; file: string; line?: number; column?: number }>;
  expect([status, err]).toEqual([1, expect.stringMatching(/^\d resources? .* judged for 10\.1\.0 .*\n$/)]);
  expect(found.map((finding) => [finding.rule, finding.severity, finding.file])).toEqual([[rule, 'error', path]]);
  const [{ line, column }] = found;
  expect(line === undefined ? '' : `:${line}:${column}`).toMatch(place);
});

test.each<[string, () => string]>([
  ['a path that is not there', () => join(folder, 'nowhere')],
])('%s', (_what, make) => {
  const path = make();
  const { status, out, err } = run('check', path);
  expect([status, err]).toEqual([1, '']);
  expect(out).toMatch(/^(.*): error: SF-INPUT-FILE: .*\n1 error, 0 warnings, 0 informations\n0 resources .*\n$/);
  expect(out.startsWith(`${path}: `)).toBe(true);
});
