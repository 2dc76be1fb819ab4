import { fnv1a32Hex } from '../../src/go/fnv';
import { childName, safeDns1035 } from '../../src/model/names';

const UID = 'fbf285df-c0a4-4545-b77a-c232ec2890e2';

test.each([
  ['data-index-process-error-', UID, `data-index-process-error-${UID}`],
  ['data-index-process-variable-', UID, 'data-index-process-variable-ac727d6051750888dedb72f697737c0dfbf'],
  ['data-index-process-definition-', UID, 'data-index-process-definition-e48b4e4bf73e22b90ecf7e093ff6b1eaf'],
  ['data-index-process-instance-multiple-', UID, 'data-index-process-instance-mul90fbf937c3580d4d7b50562ded3c181b'],
  ['a'.repeat(27), UID, 'a'.repeat(27) + UID],
  ['', 'x'.repeat(63), 'x'.repeat(63)],
  ['parent-', 'x'.repeat(57), `parent-be609a4891f98289a735d49d6a023713${'x'.repeat(24)}`],
  ['p'.repeat(40), `-${'x'.repeat(29)}`, `p92d2a910411dfdc344478c1a890a7a4f-${'x'.repeat(29)}`],
  ['p', `${'x'.repeat(29)}-.-${'x'.repeat(40)}`, `p9e8b4bd686589e746dc87ae48b80db1f${'x'.repeat(29)}`],
])('child of %s with %s', (parent, suffix, name) => expect(childName(parent, suffix)).toBe(name));

test.each([
  ['specs', 'res-kg2xk'],
  ['/a/b/', 'res-2v2w2'],
  ['x'.repeat(100), `res-${'q'.repeat(59)}`],
])('%s becomes %s', (path, name) => expect(safeDns1035('res-', path)).toBe(name));

test.each([
  ['', '"res-" is no name that Kubernetes takes'],
  ['größe', '"größe" has characters beyond ASCII'],
])('%j has no safe name: %s', (path, reason) => expect(safeDns1035('res-', path)).toEqual({ failed: true, reason }));

test('characters beyond ASCII do not matter where the name is cut before', () => {
  expect(safeDns1035('res-', `${'x'.repeat(70)}ö`)).toBe(`res-${'q'.repeat(59)}`);
});

test.each([
  ['', '811c9dc5'],
  ['main', 'ea90e208'],
  ['10.1.0', '52fa09b'],
])('hash of %j', (text, hash) => expect(fnv1a32Hex(text)).toBe(hash));
