import fc from 'fast-check';
import { readYaml } from '../../src/yaml/yaml';
import { anyCharacter, anyText } from '../any-text';

const nested = (depth: number) => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`;
const laughs = (levels: number, of: string) => Array.from({ length: levels }, (_, i) =>
  `l${i}: &l${i} ${i === 0 ? of : `[${Array(10).fill(`*l${i - 1}`).join(', ')}]`}`).join('\n');

/** Without its limit each of them takes minutes, or ends the process. */
const BREACHES: ReadonlyArray<readonly [name: string, text: () => string | Buffer, finding: string]> = [
  ['a file of 50 MB', () => Buffer.alloc(50 * 1024 * 1024, 'a: 1\n'), 'f SF-INPUT-LIMIT'],
  ['a text of 50 MB', () => 'a: 1\n'.repeat(10 * 1024 * 1024), 'f SF-INPUT-LIMIT'],
  ['a billion laughs', () => laughs(10, 'lol'), 'f:8:20 SF-INPUT-LIMIT'],
  ['a billion laughs in each of many documents', () => `${laughs(10, 'lol')}\n---\n`.repeat(100), 'f:8:20 SF-INPUT-LIMIT'],
  ['a long text many times', () => `a: &a "${'x'.repeat(1_000_000)}"\nb: [${Array(100).fill('*a').join(', ')}]`, 'f:2:69 SF-INPUT-LIMIT'],
  ['merges of merges', () => Array.from({ length: 40 }, (_, i) => `l${i}: &l${i} ${i === 0 ? '{a: 1}' : `{<<: [*l${i - 1}, *l${i - 1}]}`}`).join('\n'), 'f:22:17 SF-INPUT-LIMIT'],
  ['201 levels', () => nested(200), 'f:1:203 SF-INPUT-LIMIT'],
  ['a million open brackets', () => '['.repeat(1_000_000), 'f:1:201 SF-INPUT-LIMIT'],
  ['a million open braces', () => '{"a":'.repeat(1_000_000), 'f:1:1001 SF-INPUT-LIMIT'],
  ['a hundred thousand dashes', () => '- '.repeat(100_000), 'f:1:401 SF-INPUT-LIMIT'],
  ['a thousand levels of indentation', () => Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'f:201:202 SF-INPUT-LIMIT'],
  ['levels by aliases', () => Array.from({ length: 100 }, (_, i) => `l${i}: &l${i} ${i === 0 ? '1' : `[[[*l${i - 1}]]]`}`).join('\n'), 'f:68:14 SF-INPUT-LIMIT'],
  ['a hundred thousand documents', () => 'a\n---\n'.repeat(100_001), 'f:200001:1 SF-INPUT-LIMIT'],
  ['a hundred thousand objects of JSON', () => '{}'.repeat(100_001), 'f:1:200001 SF-INPUT-LIMIT'],
];

describe('limits', () => {
  test.each(BREACHES)('%s: one finding', (_, text, finding) => {
    const { documents, findings } = readYaml(text(), 'f');
    expect(findings.map(({ where, rule }) => `${where} ${rule}`)).toEqual([finding]);
    expect(documents).toEqual([]);
  });

  test.each([
    ['200 levels', nested(199)],
    ['100,000 aliased characters', laughs(5, 'lol')],
  ])('%s are read', (_, text) => {
    expect(readYaml(text, 'f')).toMatchObject({ documents: [{}], findings: [] });
  });
});

describe('any input', () => {
  const yamlish = fc.array(fc.constantFrom(
    'a', 'b: ', ': ', '- ', '\n', '\n  ', '\n    ', '\t', '{', '}', '[', ']', ', ', '"', "'", '|', '>', '#', ' ', '&x ', '*x', '!t ', '!!int ', '<<: ', '? ',
    '---', '\n---\n', '...', '%', '@', '\\', '\r\n', '~', '.inf', '0x', '1e9', '\uFEFF', '\0', '😀', '{"a":1}', 'items: ', '__proto__: ',
  ), { maxLength: 60 }).map((parts) => parts.join(''));

  const check = (content: string | Buffer) => {
    const { documents, findings } = readYaml(content, 'f');
    expect(documents.length + findings.length).toBeGreaterThan(0);
    for (const { origin } of documents) expect(origin.locate(['a', 0, 'b']).where).toMatch(/^f:\d+:\d+$/);
    expect(readYaml(content, 'f').findings).toEqual(findings);
  };

  test('text that looks like YAML gives documents or findings', () => {
    fc.assert(fc.property(yamlish, check), { numRuns: 200 });
  });

  test('any text gives documents or findings', () => {
    fc.assert(fc.property(anyText(), check));
  });

  test('any bytes give documents or findings', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => check(Buffer.from(bytes))));
  });

  test('any JSON is read as what it is', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue({ stringUnit: anyCharacter })), (object) => {
      fc.pre(Object.keys(object).length > 0);
      const text = JSON.stringify(object);
      const { documents, findings } = readYaml(text, 'f');
      if (/[\x7f-\x9f\ufffe\uffff]/.test(text)) return;
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(documents[0].object).toEqual(JSON.parse(text, (_, value) => Object.is(value, -0) ? 0 : value));
    }));
  });
});
