import { collect } from '../../src/findings/collect';
import { throwIfAny } from '../../src/rules/value-problem';
import { messageOf } from '../support';

const evenOnly = (n: number) => {
  throwIfAny(`number ${n}`, [n % 2 ? { rule: 'SF-NAME', given: String(n), allowed: 'even', fix: 'add 1' } : undefined]);
  return n / 2;
};

test('what becomes of all', () => expect(collect([2, 4], evenOnly)).toEqual([1, 2]));

test('what is wrong with all, at once', () => {
  const told = (where: string) => expect.stringContaining(`[${where}] SF-NAME`);
  const lines = messageOf(() => collect([1, 2, 3], evenOnly)).split('\n');
  expect(lines).toEqual([told('number 1'), told('number 3')]);
});

test('a mistake of ours is not collected', () => expect(() => collect([1], () => { throw new TypeError('ours'); })).toThrow(TypeError));
