import { isInTheWay, Obstacle, Stopped, wayThrough } from '../../../src/model/obstacles/obstacle';

type Step = 'first' | 'second' | 'third';

const ORDER: readonly Step[] = ['first', 'second', 'third'];
const at = (step: Step, stops: Stopped, given = 'g', optional?: boolean): Obstacle<Step> =>
  ({ step, rule: 'SF-NAME', stops, given, allowed: 'a', fix: 'f', optional });

test.each<[Stopped, operator: boolean, rendering: boolean]>([
  ['operator', true, false],
  ['rendering', false, true],
  ['both', true, true],
])('what stops %s', (stops, operator, rendering) => {
  expect(isInTheWay(at('first', stops), false)).toBe(operator);
  expect(isInTheWay(at('first', stops), true)).toBe(rendering);
});

const SECOND = at('second', 'both', 'x');
const ALSO_SECOND = at('second', 'both', 'y');
const THIRD = at('third', 'both');
const OPTIONAL = at('first', 'operator', 'g', true);

test.each<[string, Array<Obstacle<Step>>, boolean, Step[], Array<Obstacle<Step>>]>([
  ['nothing is in the way', [], false, ['first', 'second', 'third'], []],
  ['the operator stops at the first in its own order', [THIRD, SECOND], false, ['first'], [SECOND]],
  ['the operator meets one at a step', [SECOND, ALSO_SECOND], false, ['first'], [SECOND]],
  ['the operator goes on behind an optional one', [OPTIONAL, THIRD], false, ['second'], [OPTIONAL, THIRD]],
  ['what stops a rendering alone is nothing to the operator', [at('second', 'rendering')], false, ['first', 'second', 'third'], []],
  ['a corrected rendering meets all', [THIRD, SECOND, ALSO_SECOND], true, ['first'], [SECOND, ALSO_SECOND, THIRD]],
  ['a corrected rendering goes on behind each', [SECOND], true, ['first', 'third'], [SECOND]],
  ['what stops the operator alone is nothing to a corrected rendering', [at('second', 'operator')], true, ['first', 'second', 'third'], []],
])('%s', (_what, obstacles, corrected, steps, met) => {
  expect(wayThrough(ORDER, obstacles, corrected)).toEqual({ steps: new Set(steps), met });
});
