import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { ApplicationProperties } from '../../src';
import { parseProperties } from '../../src/go/properties-format';
import { anyText } from '../any-text';
import { brokenRules } from '../support';

const folder = mkdtempSync(join(tmpdir(), 'properties-'));

test('a file and a string go out as they are', () => {
  const text = '# comment\r\na = b \\\n  c\n\n';
  writeFileSync(join(folder, 'application.properties'), text);
  expect(ApplicationProperties.fromFile(join(folder, 'application.properties')).text).toBe(text);
  expect(ApplicationProperties.fromString(text).text).toBe(text);
});

test.each<[string, () => unknown]>([
  ['a missing file', () => ApplicationProperties.fromFile(join(folder, 'missing'))],
  ['a file that is not UTF-8', () => {
    writeFileSync(join(folder, 'latin1'), Buffer.from([0x61, 0x3d, 0xe4]));
    return ApplicationProperties.fromFile(join(folder, 'latin1'));
  }],
])('%s is refused', (_what, make) => {
  expect(brokenRules(make)).toEqual(['SF-INPUT-FILE']);
});

test('a record is sorted, and its order does not matter', () => {
  expect(ApplicationProperties.fromRecord({ b: '2', a: '1' }).text).toBe('a=1\nb=2\n');
});

test('what a record says is what a reader of properties files gets', () => {
  const text = anyText().filter((value) => !value.includes('${') && !/\0/.test(value));
  fc.assert(fc.property(fc.dictionary(text.filter((name) => name !== ''), text, { noNullPrototype: true }), (record) => {
    const read = parseProperties(ApplicationProperties.fromRecord(record).text);
    expect('entries' in read ? Object.fromEntries(read.entries.map(({ name, value }) => [name, value])) : read).toEqual(record);
  }));
});
