import { jsonPathProblem } from '../../src/workflow-definition/flow/json-path';

test.each([
  '$', '@', 'a', '$.a.b', "$['a']", '$["a", \'b\']', "$['it\\'s']", '$..price', '$..[0]', '$.*', '$[*]', '$[-1]', '$[1:3]', '$[ 0 , 1 ]', '$.a.length()',
  "$.a.concat('x', $.b)", "$.lines[?(@.kind in ['a', 'b'])].price", "$[?(@['a'] == 1 && !(@.b =~ /[a-z]+/i))]", '$.a[?(@.b[0] > 1.5 || @.c == null)]',
  '$.[?(@.x == "a")]', "$.['a']", '[?]', '$.a[', '$.a]', '$CONST.rate', '$WORKFLOW',
])('%s is read', (source) => expect(jsonPathProblem(source)).toBeUndefined());

test.each([
  ['', 'it is empty'],
  ['$.a.', 'it ends with a dot'],
  ['$total', 'neither a dot nor a bracket behind the $ it begins with'],
  ['$...a', 'more than two dots in a row'],
  ['$.a b', 'a blank outside brackets'],
  ['$.a[0', 'a bracket is not closed'],
  ['$.a.concat(1', 'a bracket is not closed'],
  ['$.a[b]', 'brackets with neither quoted names, indexes, * nor a filter ?(...) in them'],
  ['$.a[]', 'brackets with neither quoted names, indexes, * nor a filter ?(...) in them'],
  ['$.a[?(@.b == 1]', 'a bracket is not closed'],
  ['$.a[?(@.b = 1)]', 'a filter with an operator that is none'],
  ['$.a[?(@.b == x)]', 'a filter with a value that is none'],
  ['$.a[?(@.b ==)]', 'a filter without a value behind its operator'],
  ['$.a[?()]', 'a filter without a condition'],
])('%s is not: %s', (source, problem) => expect(jsonPathProblem(source)).toBe(problem));

test('what is nested deep or long takes no long time', () => {
  const deep = `$[?(${'('.repeat(50_000)}@.a${')'.repeat(50_000)})]`;
  expect(jsonPathProblem(deep)).toBeUndefined();
  expect(jsonPathProblem(`$${'[0]'.repeat(50_000)}`)).toBeUndefined();
  expect(jsonPathProblem(`$[?(${"@.a == 'b' && ".repeat(20_000)}@.c)]`)).toBeUndefined();
  for (const text of [`'${'a'.repeat(5_000_000)}'`, '1,'.repeat(1_000_000), ' '.repeat(5_000_000), '?('.repeat(4_000), ' '.repeat(9_000)]) {
    expect(() => jsonPathProblem(`$[${text}]`)).not.toThrow();
  }
});
