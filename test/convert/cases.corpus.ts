import { compiled, ConvertedCase, convertAll, escapes, isTaken, median, relativeLength, renderings } from './converted-cases';
import { readCases } from '../conformance/cases';

/** Of each version of the CRDs one, and one of each family of operators. */
describe.each(['10.1.0', '1.x', 'osl-1.38'] as const)('operator %s: each case that check takes', (release) => {
  let converted: ConvertedCase[];

  beforeAll(() => {
    converted = convertAll(readCases(release).filter((given) => isTaken(given, release)), release);
  });

  test('they are many', () => expect(converted.length).toBeGreaterThan(100));

  test('the programs compile', () => expect(compiled(converted)).toEqual([]));

  test('what they synthesize renders to the same objects', () => {
    const different = converted.flatMap((one) => {
      const { source, program } = renderings(one, release);
      return [...new Set([...Object.keys(source), ...Object.keys(program)])]
        .filter((identity) => JSON.stringify(source[identity]) !== JSON.stringify(program[identity])).map((identity) => `${one.name}: ${identity}`);
    });
    expect(different).toEqual([]);
  });

  test('properties say all of it', () => expect(converted.flatMap((one) => escapes(one).map((escape) => `${one.name}: ${escape}`))).toEqual([]));
});

test('a program is not longer than the YAML that it came from', () => {
  const lengths = convertAll(readCases('10.1.0').filter((given) => isTaken(given, '10.1.0')), '10.1.0').map(relativeLength);
  expect(median(lengths)).toBeLessThanOrEqual(1);
});
