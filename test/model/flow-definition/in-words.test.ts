import { inWords } from '../../../src/model/flow-definition/flow-definition';

test('of many problems the first ones are told', () => {
  const problems = Array.from({ length: 4000 }, (_, i) => ({ path: ['states', i], reason: 'must be an object' }));
  expect(inWords(problems.slice(0, 2))).toBe('states[0]: must be an object; states[1]: must be an object');
  expect(inWords(problems)).toMatch(/^states\[0]: .*; states\[9]: must be an object and 3,990 more$/);
});
