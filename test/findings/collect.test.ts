import { collect } from '../../src/findings/collect';
import { throwIfAny } from '../../src/rules/value-problem';
import { brokenRules } from '../support';

const evenOnly = (n: number) => {
  throwIfAny('here', [n % 2 ? { rule: `ODD-${n}`, given: String(n), allowed: 'even', fix: 'add 1' } : undefined]);
  return n / 2;
};

test('what becomes of all', () => expect(collect([2, 4], evenOnly)).toEqual([1, 2]));

test('what is wrong with all, at once', () => expect(brokenRules(() => collect([1, 2, 3], evenOnly))).toEqual(['ODD-1', 'ODD-3']));

test('a mistake of ours is not collected', () => expect(() => collect([1], () => { throw new TypeError('ours'); })).toThrow(TypeError));
