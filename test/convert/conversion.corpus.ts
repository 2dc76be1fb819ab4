import { compileAll, toCompile } from './conversions';
import './conversion.test';

// The compiler takes longer than all tests of that suite.
test('all of its programs compile', () => {
  expect(toCompile.length).toBeGreaterThan(20);
  expect(compileAll(toCompile)).toEqual([]);
});
