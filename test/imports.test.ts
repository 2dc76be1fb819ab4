import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Crds, schemaFiles } from '../projenrc/schema-files';
import { CRD_VERSIONS, crdOf, KINDS } from '../src/validation/crds';

/** What is generated from the CRDs holds all of them that matters, and says whether it is what would be generated today. */
const crds = Object.fromEntries(CRD_VERSIONS.flatMap((version) => (
  KINDS.map((kind) => [`${version}/${kind}`, crdOf(version, kind)])
))) as unknown as Crds;

test.each([...schemaFiles(crds)])('imports/schemas/%s is what `npx projen import:crds` writes', (name, content) => {
  // A comparison of strings this long would take jest minutes to explain.
  expect(readFileSync(join(__dirname, '../imports/schemas', name), 'utf8') === content).toBe(true);
});
