import { nearestVersion } from '../../src/findings/nearest-version';

const KNOWN = ['10.1.0', '1.x', 'osl-1.36', 'osl-1.37', 'osl-1.38', 'osl-1.38.1'];

test.each([
  ['10.2', '10.1.0'],
  ['10.2.0', '10.1.0'],
  ['10.1', '10.1.0'],
  ['1.38', 'osl-1.38'],
  ['OSL-1.38', 'osl-1.38'],
  ['osl-1.38.7', 'osl-1.38'],
  ['osl-1.39', 'osl-1.38.1'],
  ['1.y', '1.x'],
  ['latest', undefined],
  ['', undefined],
])('%j', (given, nearest) => {
  expect(nearestVersion(given, KNOWN)).toBe(nearest);
});
