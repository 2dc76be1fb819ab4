import { readYaml } from '../../src/yaml/yaml';
import { cpuSeconds } from '../cpu-seconds';

/** Generous, since machines differ. */
const SECONDS = 10;

test('of two million items those are read that are allowed', () => {
  const text = `[${'1,'.repeat(1_000_000)}]`;
  expect(cpuSeconds(() => {
    const { documents, findings } = readYaml(text, 'f');
    expect(findings.map(({ where, rule }) => `${where} ${rule}`)).toEqual(['f:1:1333334 SF-INPUT-LIMIT']);
    expect(documents).toEqual([]);
  })).toBeLessThan(SECONDS);
});

test.each([
  ['thirty thousand keys', Array.from({ length: 30_000 }, (_, i) => `k${i}: ${i}`).join('\n')],
  ['a text of ten megabytes', `a: |\n${'  some text\n'.repeat(870_000)}`],
])('%s are read', (_, text) => {
  expect(cpuSeconds(() => expect(readYaml(text, 'f')).toMatchObject({ documents: [{}], findings: [] }))).toBeLessThan(SECONDS);
});

test.each([
  ['twenty thousand keys without a value', `{${'a,'.repeat(20_000)}}`, 101],
  ['commas without number', `[${',,'.repeat(100_000)}]`, 1],
  ['brackets without number', ']'.repeat(100_000), 1],
])('%s end in findings', (_, text, count) => {
  expect(cpuSeconds(() => expect(readYaml(text, 'f').findings).toHaveLength(count))).toBeLessThan(SECONDS);
});

test('1,000 documents are read, with their places', () => {
  const document = 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlow\nmetadata: {name: greet, annotations: {a: b}}\n'
    + 'spec:\n  flow:\n    start: A\n    states:\n      - name: A\n        type: inject\n        data: {a: 1, b: [x, y]}\n        end: true\n';
  expect(cpuSeconds(() => {
    const { documents, findings } = readYaml(`---\n${document}`.repeat(1000), 'f');
    expect([documents.length, findings.length]).toEqual([1000, 0]);
    expect(documents[999].origin.locate(['spec', 'flow', 'states', 0, 'end']).where).toBe('f:12000:9');
  })).toBeLessThan(SECONDS);
});
