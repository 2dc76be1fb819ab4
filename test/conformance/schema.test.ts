import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { JsonObject } from '../../src/json/json';
import { CRD_VERSIONS, isKind } from '../../src/validation/crds';
import { judge } from '../../src/validation/schema';

const cases = resolve(__dirname, '../../../shared/conformance/cases');
const names = existsSync(cases) ? readdirSync(cases).sort() : [];

function customResources(name: string): JsonObject[] {
  return parseAllDocuments(readFileSync(join(cases, name, 'input.yaml'), 'utf8'))
    .map((document) => document.toJS() as JsonObject | null)
    .filter((object): object is JsonObject => isKind(object?.kind));
}

if (names.length === 0) test.skip('there is no ../shared/conformance', () => {});

(names.length > 0 ? describe : describe.skip).each(CRD_VERSIONS)('the CRDs of %s refuse what the API server refused', (version) => {
  test.each(names)('%s', (name) => {
    const outcome = readFileSync(join(cases, name, `outcome.${version}.txt`), 'utf8').trim();
    const refused = customResources(name).flatMap((object) => judge(version, object).problems).filter(({ kind }) => kind === 'invalid');
    if (outcome === 'invalid') expect(refused).not.toEqual([]);
    else expect(refused).toEqual([]);
  });
});
