import { putByName } from '../../../src/manifests/parts/pod-spec';

const items = (...names: readonly string[]) => names.map((name, i) => ({ name, i }));

test.each([
  ['at the end', items('a'), [{ name: 'b' }, { name: 'c' }], [{ name: 'a', i: 0 }, { name: 'b' }, { name: 'c' }]],
  ['in place of the one of its name', items('a', 'b'), [{ name: 'a' }, { name: 'c' }], [{ name: 'a' }, { name: 'b', i: 1 }, { name: 'c' }]],
  ['in place of the first of several', items('a', 'a'), [{ name: 'a' }], [{ name: 'a' }, { name: 'a', i: 1 }]],
  ['two new ones of one name', [], items('a', 'a'), items('a', 'a')],
])('%s', (_what, list, added, expected) => expect(putByName(list, added)).toEqual(expected));
