import { Manifest } from '../../../src/manifests/parts/manifest';
import { inTurn } from '../../../src/manifests/parts/steps';
import { Obstacle } from '../../../src/model/obstacles/obstacle';

type Step = 'files' | 'pods' | 'events';

const ORDER: readonly Step[] = ['files', 'pods', 'events'];
const object = (name: string): Manifest => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
const MAKERS = { events: () => [object('e')], pods: () => [], files: () => [object('f1'), object('f2')] };
const PODS: Obstacle<Step> = { step: 'pods', rule: 'SF-NAME', stops: 'both', given: 'g', allowed: 'a', fix: 'f' };

const names = (manifests: readonly Manifest[]) => manifests.map(({ metadata: { name } }) => name);

test.each<[string, Array<Obstacle<Step>>, boolean, string[]]>([
  ['in the order of the steps', [], false, ['f1', 'f2', 'e']],
  ['nothing behind an obstacle of the operator', [PODS], false, ['f1', 'f2']],
  ['the rest, where the obstacle is optional', [{ ...PODS, optional: true }], false, ['f1', 'f2', 'e']],
  ['the rest in a corrected rendering', [PODS], true, ['f1', 'f2', 'e']],
  ['not what is in the way itself', [{ ...PODS, step: 'files' }], true, ['e']],
])('what is made: %s', (_what, obstacles, corrected, expected) => {
  expect(names(inTurn(ORDER, obstacles, corrected, MAKERS))).toEqual(expected);
});

test('what is not reached is not made at all', () => {
  const events = jest.fn(() => []);
  inTurn(ORDER, [PODS], false, { ...MAKERS, events });
  expect(events).not.toHaveBeenCalled();
});
