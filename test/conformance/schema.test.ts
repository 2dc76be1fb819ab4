import { readCases, readObjects, RELEASES } from './cases';
import { JsonObject } from '../../src/json/json';
import { isKind } from '../../src/validation/crds';
import { judge } from '../../src/validation/schema';
import { OPERATOR_RELEASES } from '../../src/values/operator/operator-releases';

const customResources = (input: string) => (readObjects(input) as JsonObject[]).filter(({ kind }) => isKind(kind));

describe.each(RELEASES)('the CRDs of %s refuse what the API server refused', (release) => {
  const { crds } = OPERATOR_RELEASES[release];

  test.each(readCases(release).map((given) => [given.name, given] as const))('%s', (_name, { input, outcome }) => {
    const refused = customResources(input).flatMap((object) => judge(crds, object).problems).filter(({ kind }) => kind === 'invalid');
    if (outcome === 'invalid') expect(refused).not.toEqual([]);
    else expect(refused).toEqual([]);
  });
});
