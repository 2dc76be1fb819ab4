import { ValueProblem } from '../findings/findings-error';
import { quote } from '../findings/words';

/** What Kubernetes takes for a key of a ConfigMap or Secret. */
export function keyProblem(key: string): ValueProblem | undefined {
  if (/^[-._A-Za-z0-9]{1,253}$/.test(key)) return undefined;
  return {
    rule: 'SF-PROP-KEY', given: `key ${quote(key)}`, allowed: '1 to 253 letters, digits, "-", "_" and "."', fix: 'name a key that the object has',
  };
}
