import { readCases, readObjects, REVIEWED } from './cases';
import { render } from './render';
import { JsonObject } from '../../src/json/json';
import { asObject } from '../../src/json/lenient';

/** The values of the Secrets of an input. */
function secrets(input: string): string[] {
  return (readObjects(input) as JsonObject[]).filter(({ kind }) => kind === 'Secret')
    .flatMap(({ data, stringData }) => [...Object.values(asObject(data)), ...Object.values(asObject(stringData))].map(String));
}

describe.each(REVIEWED)('Secrets of the cases of operator %s', (release) => {
  const cases = readCases(release).filter(({ outcome, input }) => outcome !== 'invalid' && secrets(input).length > 0);

  test('there are some', () => expect(cases.length).toBeGreaterThan(0));

  test.each(cases.flatMap(({ name, input }) => [[name, false, input], [name, true, input]] as const))('%s, corrected: %s', (_name, corrected, input) => {
    const output = JSON.stringify(render(release, input, corrected));
    expect(secrets(input).filter((value) => output.includes(value))).toEqual([]);
  });
});
