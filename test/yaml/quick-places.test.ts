import * as fc from 'fast-check';
import { mutated } from './quick-reading';
import { placesInTree } from '../../src/yaml/field-index';
import { placesInPlain } from '../../src/yaml/quick-places';
import { readPlainObject } from '../../src/yaml/quick-reading';
import { outline } from '../../src/yaml/syntax';

test.each([
  ['blocks', 'a:\n  b: c\n  d:\n  - 1\n  -   e: true\n      f: ~\n  g:\n'],
  ['brackets', 'a: {b: [c, {d: e}, [f]], g: }\n'],
  ['a list of one', 'a: [[b]]\nc:\n- - d\n'],
  ['a key that is the text before it', 'a: b\nb: a\n'],
  ['comments and empty lines', '# x\n\na: # y\n  # z\n  b: 1\n'],
])('%s: the fields are where the tree says', (_what, text) => {
  expect(placesInPlain(text)).toEqual(placesInTree(outline(text)));
});

test('pairs in brackets are left to the tree', () => {
  expect(placesInPlain('a: [b: c]\n')).toBeUndefined();
});

test('no field is elsewhere than in the tree', () => {
  fc.assert(fc.property(mutated, (text) => {
    const places = readPlainObject(text) && placesInPlain(text);
    if (places) expect(places).toEqual(placesInTree(outline(text)));
  }), { seed: 17, numRuns: 500 });
});
