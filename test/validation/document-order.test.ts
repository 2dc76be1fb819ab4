import { FieldPath } from '../../src/json/field-path';
import { inDocumentOrder } from '../../src/validation/document-order';

test('paths come in the order of the document, what is not there last', () => {
  const document = { z: { b: 1, a: [{ y: 1, x: 1 }, 2] }, c: 1 };
  const ordered: FieldPath[] = [[], ['z'], ['z', 'b'], ['z', 'a'], ['z', 'a', 0, 'y'], ['z', 'a', 0, 'x'], ['z', 'a', 0, 'missing'], ['z', 'a', 1], ['z', 'a', 10], ['c'], ['gone', 'deep']];
  const sorted = [...ordered].reverse().sort(inDocumentOrder(document));
  expect(sorted).toEqual(ordered);
});

test('fields that are not there keep the order in which they are named', () => {
  expect(inDocumentOrder({})(['b'], ['a'])).toBe(0);
});
