import { fieldName, FieldPath } from '../../src/json/field-path';

test.each<[FieldPath, string]>([
  [[], ''],
  [['spec'], 'spec'],
  [['spec', 'states', 0, 'name'], 'spec.states[0].name'],
  [['a', 0, 1], 'a[0][1]'],
  [['metadata', 'labels', 'example.org/team'], 'metadata.labels["example.org/team"]'],
  [['metadata', 'labels', 'x', 'y z'], 'metadata.labels.x["y z"]'],
  [['constants', '0'], 'constants["0"]'],
  [['a', 'say "x"'], 'a["say \\"x\\""]'],
  [['node-selector', '_x', '$ref'], 'node-selector._x.$ref'],
])('%j is written %s', (path, name) => {
  expect(fieldName(path)).toBe(name);
});
