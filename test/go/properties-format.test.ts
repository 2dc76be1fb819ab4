import { formatProperties, parseProperties } from '../../src/go/properties-format';
import { isFailure } from '../../src/json/failure';

const pairs = (text: string) => {
  const parsed = parseProperties(text);
  return isFailure(parsed) ? parsed : parsed.entries.map(({ name, value }) => [name, value]);
};

describe('reading', () => {
  test.each<[string, string, string[][]]>([
    ['nothing', '', []],
    ['blank lines and comments', '\n  \t\f\n# a=1\n  ! b=2\n#c', []],
    ['each separator', 'a=1\nb:2\nc 3\nd\t4\ne\f5\nf = 6\ng : 7', [['a', '1'], ['b', '2'], ['c', '3'], ['d', '4'], ['e', '5'], ['f', '6'], ['g', '7']]],
    ['a second separator belongs to the value', 'a==1\nb:=2\nc = = 3', [['a', '=1'], ['b', '=2'], ['c', '= 3']]],
    ['no value', 'a\nb=\nc', [['a', ''], ['b', ''], ['c', '']]],
    ['leading blanks of a value go, trailing stay', 'a = \t 1 \t', [['a', '1 \t']]],
    ['comment characters inside', 'a#b=1!2#3', [['a#b', '1!2#3']]],
    ['all kinds of line ends', 'a=1\rb=2\r\nc=3', [['a', '1'], ['b', '2'], ['c', '3']]],
    ['escaped separators in a name', 'a\\ b\\:c\\=d=1', [['a b:c=d', '1']]],
    ['control characters', 'a=\\f\\n\\r\\t', [['a', '\f\n\r\t']]],
    ['other escapes lose the backslash', 'a=\\a\\\\b\\"\\ö\\😀', [['a', 'a\\b"ö😀']]],
    ['unicode', 'gr\\u00f6\\u00DFe=\\u20AC', [['größe', '€']]],
    ['halves of a surrogate pair are lost', 'a=\\ud83d\\ude00', [['a', '\ufffd\ufffd']]],
    ['a line that goes on', 'a=1\\\n  \t2\\\n3', [['a', '123']]],
    ['a backslash before CR LF ends the value', 'a=1\\\r\n  b=2', [['a', '1'], ['b', '2']]],
    ['a name that goes on keeps the line break', 'a\\\nb=1', [['a\nb', '1']]],
    ['first place, last value', 'a=1\nb=2\na=3', [['a', '3'], ['b', '2']]],
    ['expressions stay as they are', 'a=${b}-${NOT_SET}\nb=x', [['a', '${b}-${NOT_SET}'], ['b', 'x']]],
  ])('%s', (_, text, expected) => expect(pairs(text)).toEqual(expected));

  test.each<[string, string, number]>([
    ['a=1\n=2', 'an entry without a name', 2],
    ['a=1\n\n  : 2', 'an entry without a name', 3],
    ['a=b\\', 'the text ends in a backslash', 1],
    ['a\\', 'the text ends in a backslash', 1],
    ['a=1\nb=\\u12g4', '"\\u" without four hexadecimal digits', 2],
    ['a=1\\\n\\u12', '"\\u" without four hexadecimal digits', 2],
    ['a=1\nb=x${c', 'b: a "${" without "}"', 2],
    ['a=${a}', 'a: circular: a -> a', 1],
    ['x=1\na=${b}\nb=${a}', 'a: circular: a -> b -> a', 2],
    ['a=$${b}\nb={a}', 'a: circular: a -> a', 1],
  ])('%j fails: %s', (text, reason, line) => expect(parseProperties(text)).toEqual({ failed: true, reason, line }));

  test('nests expressions 64 deep and no deeper', () => {
    const chain = (length: number) => Array.from({ length }, (_, i) => `k${i}=\${k${i + 1}}`).join('\n');
    expect(isFailure(parseProperties(chain(63)))).toBe(false);
    expect(parseProperties(chain(64))).toMatchObject({ reason: 'k0: ${…} nested too deeply' });
  });
});

describe('writing', () => {
  test.each([
    ['nothing', [], ''],
    ['one line for each, blanks around the sign', [['a', '1'], ['b', '']], 'a = 1\nb = \n'],
    ['no escapes', [['a b:c=d', ' x\\y\n"ö" ${z']], 'a b:c=d =  x\\y\n"ö" ${z\n'],
  ])('%s', (_, entries, text) => expect(formatProperties(entries.map(([name, value]) => ({ name, value })))).toBe(text));
});
