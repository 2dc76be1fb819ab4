import { quote } from '../../findings/words';
import { Check, PlatformSubject } from '../check';

/** The operator copies the value in clear into the ConfigMap of each workflow. */
export const propSecret: Check<PlatformSubject> = {
  rule: 'SF-PROP-SECRET',
  check: ({ resource: { spec } }) => (spec.properties?.flow ?? []).flatMap(({ name, value, valueFrom }, i) => {
    const key = value ? undefined : valueFrom?.secretKeyRef;
    return key ? [{
      path: ['spec', 'properties', 'flow', i, 'valueFrom', 'secretKeyRef'],
      given: `${name} from the Secret ${quote(key.name)}`,
      allowed: 'its value goes in clear into a ConfigMap of each workflow',
      fix: 'give it to the workflows that need it as an environment variable: podTemplate.container.env with secretKeyRef',
    }] : [];
  }),
};
