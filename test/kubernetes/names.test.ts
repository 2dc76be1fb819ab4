import { isDataKey, isLabel, isLabelKey, isLabelValue, isServiceName, isSubdomain } from '../../src/kubernetes/names';

const long = (length: number) => 'a'.repeat(length);

test.each<[string, (text: string) => boolean, taken: string[], refused: string[]]>([
  ['a subdomain', isSubdomain, ['a', '1.a', 'a-1.b', long(253)], ['', long(254), 'A', 'a_b', '-a', 'a-', 'a..b', '.a', 'a.', 'a.-b', 'a b', 'a\n', 'ä']],
  ['a label', isLabel, ['a', '1a', 'a-1', long(63)], ['', long(64), 'a.b', 'A', '-a', 'a-', 'a\n']],
  ['a Service', isServiceName, ['a', 'a-1', long(63)], ['', long(64), '1a', 'a.b', 'A', '-a', 'a-', 'a\n']],
  ['a label value', isLabelValue, ['', 'A.b_C-1', '1', long(63)], [long(64), 'a-', '-a', 'a b', 'a/b', 'ä', 'a\n']],
  ['a label key', isLabelKey, ['a', 'A_b', 'example.org/team', `${long(253)}/${long(63)}`],
    ['', '/', '/a', 'a/', 'Example.org/a', 'a/b/c', 'a b', `${long(254)}/a`, `a/${long(64)}`]],
  ['a data key', isDataKey, ['a', '.a', '-', '_A.properties', long(253)], ['', long(254), 'a/b', 'a b', 'ä', 'a\n']],
])('%s', (_what, isTaken, taken, refused) => {
  expect(taken.filter((text) => !isTaken(text))).toEqual([]);
  expect(refused.filter(isTaken)).toEqual([]);
});
