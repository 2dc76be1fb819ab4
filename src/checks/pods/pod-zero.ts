import { forEachContainer } from './operator-containers';
import { quote } from '../../findings/words';
import { ineffectiveZeros } from '../../go/merge';
import { JsonObject } from '../../json/json';
import { asObject } from '../../json/lenient';

/**
 * The operator merges in such a way that 0, false, an empty text and an empty list never win over a value of its
 * own.
 */
export const podZero = forEachContainer('SF-POD-ZERO', ({ path, own, users }) => ineffectiveZeros(own, users).map((inContainer) => {
  const at = (object: JsonObject) => inContainer.reduce<unknown>((value, step) => asObject(value)[step], object);
  return {
    path: [...path, 'container', ...inContainer],
    given: quote(at(users)),
    allowed: `${quote(at(own))} stays: nothing and zero never override`,
    fix: 'leave it out, or use another value where the field takes one',
  };
}));
