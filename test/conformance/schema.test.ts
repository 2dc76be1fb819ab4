import { readCases, readObjects } from './cases';
import { JsonObject } from '../../src/json/json';
import { CRD_VERSIONS, isKind } from '../../src/validation/crds';
import { judge } from '../../src/validation/schema';

const customResources = (input: string) => (readObjects(input) as JsonObject[]).filter(({ kind }) => isKind(kind));

describe.each(CRD_VERSIONS)('the CRDs of %s refuse what the API server refused', (version) => {
  test.each(readCases(version).map((given) => [given.name, given] as const))('%s', (_name, { input, outcome }) => {
    const refused = customResources(input).flatMap((object) => judge(version, object).problems).filter(({ kind }) => kind === 'invalid');
    if (outcome === 'invalid') expect(refused).not.toEqual([]);
    else expect(refused).toEqual([]);
  });
});
