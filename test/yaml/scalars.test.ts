import { resolvePlain, resolveScalar, ScalarValue, toJsonKey, toJsonScalar } from '../../src/yaml/scalars';

// What kubectl 1.32 and sigs.k8s.io/yaml 1.6 make of each.
const PLAIN: ReadonlyArray<readonly [value: ScalarValue, ...texts: string[]]> = [
  [true, 'y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'],
  [false, 'n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'],
  [null, '', '~', 'null', 'Null', 'NULL'],
  [420n, '0644', '0o644', '0O644', '0_644', '+0644'],
  [-420n, '-0644', '-0o644'],
  [31n, '0x1F', '0X1f', '+0x1F', '0x_1_F'],
  [5n, '0b101', '0B101', '0_b101'],
  [-1n, '-1', '-0b1', '-0x1'],
  [1000n, '1000', '1_000', '1__000', '+1000'],
  [0n, '0', '00', '-0', '+0'],
  [18446744073709551615n, '18446744073709551615', '0xffffffffffffffff'],
  [-9223372036854775808n, '-9223372036854775808'],
  [8, '08', '0_8', '8.', '8.0', '08.0'],
  [0.5, '.5', '+.5', '0.5', '0_0.5'],
  [1000, '1e3', '1E3', '1e+3', '1.e3', '01e3'],
  [1e23, '100000000000000000000000'],
  [18446744073709552000, '18446744073709551616', '+18446744073709551616'],
  [Infinity, '.inf', '.Inf', '+.INF'],
  [-Infinity, '-.inf'],
  [NaN, '.nan', '.NaN', '.NAN'],
];

const TEXTS = [
  'yEs', 'tRUE', 'nULL', '1:30', '190:20:30', '2001-01-01', '2001-12-14t21:59:43.10-05:00', '_1', '._5', '.5_', '1e', 'e1', '1e400', '-1e400',
  '0x', '0xg', '0b2', '0b1e3', '0o8', '-', '+', '.', '..', '--1', '0x-1', '0x1p3', '0x1ffffffffffffffff', '1.2.3', 'inf', 'NaN', '=', '<<', '1d', '٣',
];

const EXPLICIT: ReadonlyArray<readonly [tag: string, text: string, value: ScalarValue | 'refused']> = [
  ['!!str', '123', '123'], ['!!str', '~', '~'], ['!!str', '', ''], ['!', '12', '12'], ['!!timestamp', '2001-01-01', '2001-01-01'],
  ['!!int', '123', 123n], ['!!int', '0x10', 16n], ['!!int', '1.0', 'refused'], ['!!int', 'abc', 'refused'],
  ['!!float', '1.5', 1.5], ['!!float', '1', 1n], ['!!float', 'abc', 'refused'],
  ['!!bool', 'yes', true], ['!!bool', '1', 'refused'],
  ['!!null', '', null], ['!!null', 'x', 'refused'],
  ['!!binary', 'aGFsbG8=', 'hallo'], ['!!binary', 'aGFs\nbG8=\n', 'hallo'], ['!!binary', '###', 'refused'], ['!!binary', 'aGFsbG8', 'refused'], ['!!binary', '/w==', 'refused'],
];

const KEYS: ReadonlyArray<readonly [value: ScalarValue, key: string | 'refused']> = [
  ['a', 'a'], ['', ''], [true, 'true'], [false, 'false'], [16n, '16'], [-1n, '-1'], [9223372036854775807n, '9223372036854775807'],
  [1.5, '1.5'], [1000, '1000'], [0.1, '0.1'], [1.1, '1.1'],
  [null, 'refused'], [18446744073709551615n, 'refused'], [Infinity, 'refused'], [1234567.5, 'refused'], [1e22, 'refused'], [1e-7, 'refused'],
];

describe('scalars', () => {
  test.each(PLAIN.flatMap(([value, ...texts]) => texts.map((text) => [text, value] as const)))('%j is %p', (text, value) => {
    expect(resolvePlain(text)).toEqual(value);
  });

  test.each(TEXTS)('%j stays text', (text) => {
    expect(resolvePlain(text)).toBe(text);
  });

  test('quoted text stays text', () => {
    expect(resolveScalar('yes', undefined, false)).toEqual({ value: 'yes' });
  });

  test.each(EXPLICIT)('%s of %j is %p', (tag, text, value) => {
    const { value: resolved, problem } = resolveScalar(text, tag.replace('!!', 'tag:yaml.org,2002:'), false);
    if (value === 'refused') expect(problem).toMatchObject({ rule: 'SF-INPUT-YAML' });
    else expect({ resolved, problem }).toEqual({ resolved: value, problem: undefined });
  });

  test('an unknown tag is a warning, and the text what kubectl makes of it', () => {
    expect(resolveScalar('12', '!Ref', true)).toMatchObject({ value: '12', problem: { severity: 'warning' } });
  });

  test.each(KEYS)('the key %p is %j', (value, key) => {
    const { value: resolved, problem } = toJsonKey(value);
    if (key === 'refused') expect(problem).toBeDefined();
    else expect({ resolved, problem }).toEqual({ resolved: key, problem: undefined });
  });

  test.each([
    [9007199254740992n, 9007199254740992, undefined],
    [-9223372036854775808n, -9223372036854775808, undefined],
    [9007199254740993n, 9007199254740992, 'warning'],
    [-9007199254740993n, -9007199254740992, 'warning'],
    [18446744073709551615n, 18446744073709552000, undefined],
    [-0, 0, undefined],
  ])('%p becomes the number %p', (value, number, severity) => {
    const result = toJsonScalar(value);
    expect(result.value).toBe(number);
    expect(result.problem?.severity).toBe(severity);
  });

  test.each([NaN, Infinity, -Infinity])('%p is refused', (value) => {
    expect(toJsonScalar(value).problem).toMatchObject({ rule: 'SF-INPUT-YAML' });
  });
});
