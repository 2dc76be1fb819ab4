import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Crds, schemaFiles } from '../projenrc/schema-files';
import { madeOf, typedCrds } from '../projenrc/typed-crds';
import { WireNames } from '../src/model/wire';
import { CRD_VERSIONS, crdOf, KINDS } from '../src/validation/crds';

/** What is generated from the CRDs holds all of them that matters, and says whether it is what would be generated today. */
const crds = Object.fromEntries(CRD_VERSIONS.flatMap((version) => (
  KINDS.map((kind) => [`${version}/${kind}`, crdOf(version, kind)])
))) as unknown as Crds;

const read = (name: string) => readFileSync(join(__dirname, '../imports', name), 'utf8');

test.each([...schemaFiles(crds)])('imports/schemas/%s is what `npx projen import:crds` writes', (name, content) => {
  // A comparison of strings this long would take jest minutes to explain.
  expect(read(join('schemas', name)) === content).toBe(true);
});

describe('imports/sonataflow.org.ts', () => {
  const types = read('sonataflow.org.ts');

  test('is made of the CRDs that `npx projen import:crds` gives to `cdk8s import`', () => {
    expect(types.split('\n')[0]).toBe(madeOf(typedCrds(crds)));
  });

  test('has the names of the CRDs, but for those that the model knows of', () => {
    const names: WireNames = { build_: 'build', caCerts: 'CACerts' };
    const pairs = [...types.matchAll(/^ {4}'(\w+)': .*?\bobj\.(\w+)/gm)].map(([, wire, field]) => [field, wire]);
    expect(pairs.length).toBeGreaterThan(100);
    expect(Object.fromEntries(pairs.filter(([field, wire]) => field !== wire))).toEqual(names);
  });
});
