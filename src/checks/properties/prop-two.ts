import { Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { Violation } from '../../rules/found';
import { Check, PlatformSubject } from '../check';

/** In typed code it is an error; of a custom resource the operator takes something, without a word. */
export const platformPropTwo: Check<PlatformSubject> = {
  rule: 'SF-PROP-TWO',
  check: ({ resource: { spec } }) => {
    const flow = spec.properties?.flow ?? [];
    const last = new Map(flow.map(({ name }, i) => [name, i]));
    return flow.flatMap(({ name, value, valueFrom }, i): Violation[] => {
      const path = ['spec', 'properties', 'flow', i];
      const warning = (words: Omit<Violation, 'path'>) => [{ path: [...path, 'name'], severity: Severity.WARNING, ...words }];
      if (last.get(name) !== i) {
        return warning({
          given: `the property ${quote(name)} for the first of several times`, allowed: 'each property once: the operator takes the last one', fix: 'take it out',
        });
      }
      if (name === '') return warning({ given: 'a property without a name', allowed: 'a name', fix: 'name it, or take it out' });
      // An empty value is left out on the way.
      if (value === undefined && valueFrom === undefined) {
        return warning({
          given: `the property ${quote(name)} without a value`, allowed: 'value or valueFrom: without one the operator drops the property', fix: 'add one, or take it out',
        });
      }
      return [];
    });
  },
};
