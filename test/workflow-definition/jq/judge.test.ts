import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { judgeJq } from '../../../src/workflow-definition/jq/judge';

/** Expressions with what a real build of 10.1.0 says to each as the operation of a function that is called. */
const verdicts = readFileSync(join(__dirname, '..', '..', 'checks', 'flow-verdicts', 'jq.txt'), 'utf8').split(/^(?=accepted$|refused$)/m).slice(1)
  .flatMap((part) => part.split('\n').filter((line) => line.startsWith('  ')).map((line) => [line.slice(2), part.startsWith('refused')] as const));

test('there are 220 expressions', () => {
  expect(verdicts.length).toBe(220);
});

test.each(verdicts)('%s', (source, refused) => {
  expect(judgeJq(source).refused !== undefined).toBe(refused);
});

test.each<[string, number, string]>([
  ['.a +', 4, 'it ends where an expression should be'],
  ['.a | (.b', 8, 'it ends where ")" should be'],
  ['.a == \'x\'', 6, 'there is "\'" where an expression should be'],
  ['.a && .b', 3, 'there is "&" where the end or an operator should be'],
  ['.a .b c', 6, 'there is "c" where the end or an operator should be'],
  ['if .a then 1 end', 13, 'there is "end" where "else" should be'],
  ['"unfinished', 11, 'it ends where "\\"" at the end of the text should be'],
  ['{a: (.b) + 1}', 9, 'there is "+" where "}" should be'],
  ['. as $x', 7, 'it ends where "|" and what is to be done with it should be'],
  ['.a + shout', 5, 'there is no function shout (sort is one)'],
  ['select(shout)', 7, 'there is no function shout (sort is one)'],
  ['fromdate', 0, 'there is no function fromdate'],
  ['limit(3)', 0, 'the function limit does not take 1 arguments but 2'],
  ['9223372036854775808', 0, 'the integer 9223372036854775808 is too large'],
  ['\n  .a[', 6, 'it ends where an expression should be'],
])('%s is refused at %s', (source, offset, reason) => {
  expect(judgeJq(source).refused).toEqual({ offset, reason });
});

test.each<[string, string[]]>([
  ['.a | shout', ['shout']],
  ['map(shout(1))', ['shout']],
  ['{a: shout, b: .c | tonumber(1)}', ['shout', 'tonumber']],
  ['if shout then 1 else 2 end', ['shout']],
  ['def shout: 1; shout, shout(2)', ['shout']],
  ['def f($a; g): $a | g; f(1; .)', []],
  ['def twice(f): f | f; 3 | twice(. * 2)', []],
  ['hello \\(shout)', ['shout']],
])('%s fails when it is evaluated, for functions that are not there', (source, names) => {
  const { refused, fails } = judgeJq(source);
  expect(refused).toBeUndefined();
  expect(fails.map(({ reason }) => /function (\w+)/.exec(reason)?.[1])).toEqual(names);
});

test.each<[string, Array<[string, ...string[]]>]>([
  ['$SECRET.a.b', [['SECRET', 'a', 'b']]],
  ['$SECRET."a.b"', [['SECRET', 'a.b']]],
  ['$CONST', [['CONST']]],
  ['. as $x | $x + $y', [['y']]],
  ['. as {a: [$b], $c} | $b + $c', []],
  ['reduce .[] as $i (0; . + $i) | $i', [['i']]],
  ['def f($a): $a; f(1) | $a', [['a']]],
  ['[.[] | {$z}]', [['z']]],
])('%s reads variables from outside', (source, expected) => {
  expect(judgeJq(source).variables.map(({ name, fields }) => [name, ...fields])).toEqual(expected);
});

test('the fields of the data that are read', () => {
  expect(judgeJq('.line.net * 2 + (.a | .b)').reads.map(({ fields }) => fields.join('.'))).toEqual(['line.net', 'a']);
});

test('any text gets a verdict', () => {
  const pieces = fc.constantFrom('.', '.a', '..', '$x', '(', ')', '[', ']', '{', '}', '"', '\\(', '|', ',', ' as ', 'if ', 'then ', 'else ', 'end', 'def f:', ';', '1', '-');
  fc.assert(fc.property(fc.oneof(fc.string(), fc.array(pieces).map((all) => all.join(''))), (source) => {
    judgeJq(source);
  }));
});

test.each(['(', '-', '[', '{a:', '"\\(', 'if ', 'try ', 'def f: ', '. as [', 'f('])('what is nested without end is refused: %s', (piece) => {
  expect(judgeJq(piece.repeat(20_000)).refused?.reason).toMatch(/nested more than 256 deep|should be/);
});

test.each(['.a', '.a|', '1+', '.,', '. as $x | ', '[1]|', '"a" + ', '.[0]|'])('what is long is read: %s', (piece) => {
  expect(judgeJq(`${piece.repeat(20_000)}${/[|,+ ]$/.test(piece) ? '.' : ''}`)).toMatchObject({ refused: undefined, fails: [] });
});
