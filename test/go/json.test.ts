import { float32, goQuotedString, goString, sdkNumber } from '../../src/go/json';

test.each([
  ['', '""'],
  ['a"b\\c/d', '"a\\"b\\\\c/d"'],
  ['\b\f\n\r\t\u0001', '"\\b\\f\\n\\r\\t\\u0001"'],
  ['<a&b>', '"\\u003ca\\u0026b\\u003e"'],
  ['\u2028\u2029', '"\\u2028\\u2029"'],
  ['größe 😀\u00a0', '"größe 😀\u00a0"'],
])('text %j is written %s', (text, json) => expect(goString(text)).toBe(json));

test.each<[string, string | undefined]>([
  ['', '""'],
  ['a"b\\c/d', '"a\\"b\\\\c/d"'],
  ['\b\f\n\r\t', '"\\b\\f\\n\\r\\t"'],
  ['<a&b>', '"\\u003ca\\u0026b\\u003e"'],
  ['größe 😀', '"größe 😀"'],
  ['\u00a0\u200b\u2028\ufeff\u00ad\u0085', '"\\u00a0\\u200b\\u2028\\ufeff\\u00ad\\u0085"'],
  ['\u0001', undefined],
  ['\u0007', undefined],
  ['\u007f', undefined],
  ['\u{e0001}', undefined],
])('free-form text %j is written %s', (text, json) => expect(goQuotedString(text)).toBe(json));

test.each([
  [0, '0'], [-0, '0'], [7, '7'], [-3, '-3'], [2147483647, '2147483647'], [-2147483648, '-2147483648'],
  [2147483648, '2147483648.000000'], [-2147483649, '-2147483649.000000'], [3e9, '3000000000.000000'],
  [123456789012345678, '123456789012345680.000000'], [1e20, '100000000000000000000.000000'], [1e22, '10000000000000000000000.000000'],
  [1.5, '1.500000'], [3.14159265358979, '3.141593'], [1e-7, '0.000000'], [-1e-7, '-0.000000'], [5e-7, '0.000000'], [-0.5, '-0.500000'],
  [0.0078125, '0.007812'], [0.0234375, '0.023438'], [-0.0078125, '-0.007812'], [-0.0234375, '-0.023438'],
])('free-form number %d is written %s', (number, text) => expect(sdkNumber(number)).toBe(text));

test.each([
  [0, '0'], [1, '1'], [0.1, '0.1'], [2.5, '2.5'], [16777217, '16777216'], [0.30000001192, '0.3'], [1e-7, '1e-7'], [3.4e38, '3.4e+38'], [1 / 3, '0.33333334'],
])('%d in 32 bits is written %s', (number, text) => expect(float32(number)).toBe(text));
