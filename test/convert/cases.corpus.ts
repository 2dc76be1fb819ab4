import { compiled, ConvertedCase, convertAll, escapes, formatted, isTaken, median, relativeLength, renderings } from './converted-cases';
import { OPERATOR_RELEASES, OperatorRelease } from '../../src/values/operator/operator-releases';
import { OperatorVersion } from '../../src/values/operator/operator-version';
import { readCases } from '../conformance/cases';

function takenCases(release: OperatorRelease) {
  return readCases(release).filter((given) => isTaken(given, release));
}

/** Objects that are not the same. */
function differences(converted: readonly ConvertedCase[], release: OperatorRelease): string[] {
  return converted.flatMap((one) => {
    const { source, program } = renderings(one, release);
    return [...new Set([...Object.keys(source), ...Object.keys(program)])]
      .filter((identity) => JSON.stringify(source[identity]) !== JSON.stringify(program[identity])).map((identity) => `${one.name}: ${identity}`);
  });
}

const FULLY = ['10.1.0', '1.x', 'osl-1.36', 'osl-1.38'] as const satisfies readonly OperatorRelease[];
const programs = new Map<OperatorRelease, readonly ConvertedCase[]>();

/** Of each version of the CRDs, and of each family of operators. */
describe.each(FULLY)('operator %s: each case that check takes', (release) => {
  let converted: readonly ConvertedCase[];

  beforeAll(() => {
    const plain = convertAll(takenCases(release), release);
    converted = release === '10.1.0' ? formatted(plain) : plain;
    programs.set(release, converted);
  });

  test('they are many', () => expect(converted.length).toBeGreaterThan(100));

  test('the programs compile', () => expect(compiled(converted)).toEqual([]));

  test('what they synthesize renders to the same objects', () => expect(differences(converted, release)).toEqual([]));

  test('properties say all of it', () => expect(converted.flatMap((one) => escapes(one).map((escape) => `${one.name}: ${escape}`))).toEqual([]));
});

/** Of an operator a program takes its CRDs and its name: those of the same CRDs have the same programs. */
describe.each(['osl-1.37.0', 'osl-1.37'] as const)('operator %s: each case that check takes', (release) => {
  let converted: readonly ConvertedCase[];

  beforeAll(() => { converted = convertAll(takenCases(release), release); });

  test('the programs are those of osl-1.36 but for the name of the operator', () => {
    expect(OPERATOR_RELEASES[release].crds).toBe(OPERATOR_RELEASES['osl-1.36'].crds);
    const texts = (one: ConvertedCase) => one.conversion.files.map(([path, content]) => [path, unnamed(String(content))]);
    const others = new Map(programs.get('osl-1.36')?.map((one) => [one.name, one]));
    const both = converted.filter(({ name }) => others.has(name));
    expect(both.length).toBeGreaterThan(25);
    const isOther = (one: ConvertedCase) => JSON.stringify(texts(one)) !== JSON.stringify(texts(others.get(one.name) ?? one));
    expect(both.filter(isOther).map(({ name }) => name)).toEqual([]);
  });

  test('what they synthesize renders to the same objects, where the operators of 1.37 differ or that of 1.36 refuses it', () => {
    const inBoth = new Set(readCases('osl-1.37.0').map(({ name }) => name));
    const taken = new Set(programs.get('osl-1.36')?.map(({ name }) => name));
    expect(differences(converted.filter(({ name }) => inBoth.has(name) || !taken.has(name)), release)).toEqual([]);
  });
});

/** A text without the names of operators. */
function unnamed(text: string): string {
  const constants = Object.keys(OperatorVersion).filter((name) => name.startsWith('OSL_')).map((name) => `OperatorVersion.${name}`);
  const words = ["OperatorVersion.fromName('osl-1.37.0')", ...constants, 'osl-1.36', 'osl-1.37.0', 'osl-1.37'].sort((a, b) => b.length - a.length);
  return words.reduce((rest, word) => rest.replaceAll(word, 'operator'), text);
}

test('a program is not longer than the YAML that it came from', () => {
  const lengths = programs.get('10.1.0')?.map(relativeLength) ?? [];
  expect(lengths.length).toBeGreaterThan(100);
  expect(median(lengths)).toBeLessThanOrEqual(1);
});
