import { quote } from '../../findings/words';
import { isOneProperty } from '../../properties/java-properties';
import { platformProperties } from '../../properties/platform-properties';
import { Check, PlatformSubject } from '../check';

/** The operator writes names and values of properties as they are, so that what is behind the end of a line is further properties. */
export const propText: Check<PlatformSubject> = {
  rule: 'SF-PROP-TEXT',
  check: ({ landscape, resource }) => platformProperties(landscape, resource).entries
    .filter(({ name, value, reference }) => !isOneProperty({ name, value: reference ? '' : value }))
    .map(({ name, value, index }) => {
      const isName = !isOneProperty({ name, value: '' });
      return {
        path: ['spec', 'properties', 'flow', index, isName ? 'name' : resource.spec.properties?.flow?.[index]?.value === value ? 'value' : 'valueFrom'],
        given: isName ? `the name ${quote(name)}` : `a value for ${quote(name)} with an end of line in it, or a backslash at its end`,
        allowed: isName
          ? 'a name without white space, "=", ":" and backslash that does not begin with "#" or "!": else Java reads another one'
          : 'a value in one line: else Java reads what is behind it as further properties',
        fix: isName ? 'correct the name' : 'write \\n for the end of a line, and \\\\ for a backslash at the end',
      };
    }),
};
