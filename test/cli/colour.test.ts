import { isColoured } from '../../src/cli/output/colour';

test.each<[boolean | undefined, NodeJS.ProcessEnv, boolean]>([
  [true, {}, true],
  [false, {}, false],
  [undefined, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
  [false, { FORCE_COLOR: '1' }, true],
  [false, { FORCE_COLOR: '' }, false],
  [true, { FORCE_COLOR: '0' }, false],
  [true, { FORCE_COLOR: 'false' }, false],
  [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
])('a terminal: %s, with %j: %s', (isTTY, environment, expected) => {
  expect(isColoured({ isTTY }, environment)).toBe(expected);
});
