import { quote } from '../findings/words';
import { isDataKey, isLabel, isLabelKey, isLabelValue, isServiceName, isSubdomain, NAME_SHAPES } from '../kubernetes/names';
import { ValueProblem } from '../rules/value-problem';

/** The problem of something that is to be the value of a label, if it has one. */
export function labelValueProblem(what: string, value: string): ValueProblem | undefined {
  return isLabelValue(value) ? undefined : nameProblem(what, value, `empty, or ${NAME_SHAPES.labelText}`);
}

/** The problem of something that is to be the key of a label, if it has one. */
export function labelKeyProblem(what: string, key: string): ValueProblem | undefined {
  return isLabelKey(key) ? undefined : nameProblem(what, key, `${NAME_SHAPES.labelText}; before it, if anything, a domain such as "example.org/"`);
}

/** The problem of something that is to be the key of an annotation, if it has one. */
export function annotationKeyProblem(what: string, key: string): ValueProblem | undefined {
  // Only here may the domain have upper case letters.
  return labelKeyProblem(what, key.toLowerCase()) && labelKeyProblem(what, key);
}

const shape = (form: string) => `${form} of lower case letters, digits and "-", beginning and ending with a letter or digit`;

/** The problem of something that is to be the name of a Service, if it has one. */
export function serviceNameProblem(what: string, name: string): ValueProblem | undefined {
  return isServiceName(name) ? undefined : nameProblem(what, name, NAME_SHAPES.service);
}

/** The problem of something that is to be the name of a namespace, if it has one. */
export function namespaceProblem(what: string, name: string): ValueProblem | undefined {
  return isLabel(name) ? undefined : nameProblem(what, name, shape('at most 63 characters'));
}

/** The problem of something that is to be the name of an object such as a Secret, if it has one. */
export function objectNameProblem(what: string, name: string): ValueProblem | undefined {
  return isSubdomain(name) ? undefined : nameProblem(what, name, shape('at most 253 characters, in parts separated by dots,'));
}

/** The problem of something that is to be a Secret, or to name one, as cdk8s-plus has it. */
export function secretProblem(secret: unknown): ValueProblem | undefined {
  const { name } = typeof secret === 'object' && secret !== null ? secret as { readonly name?: unknown } : {};
  if (name !== undefined) return undefined;
  return {
    rule: 'SF-PROPS',
    given: `a ${secret === undefined ? 'missing value' : typeof secret} as the Secret`,
    allowed: 'a Secret of cdk8s-plus',
    fix: 'give kplus.Secret.fromSecretName(this, \'Credentials\', \'its-name\')',
  };
}

/** The problem of something that is to be a key of a ConfigMap or Secret, if it has one. */
export function dataKeyProblem(key: string): ValueProblem | undefined {
  return isDataKey(key) ? undefined : { rule: 'SF-PROP-KEY', given: `key ${quote(key)}`, allowed: NAME_SHAPES.dataKey, fix: 'name a key that the object has' };
}

function nameProblem(what: string, name: string, allowed: string): ValueProblem {
  const better = typeof name as unknown === 'string' ? plainName(name) : '';
  return {
    rule: 'SF-NAME',
    given: `${what} ${quote(name)}`,
    allowed,
    fix: better === '' || better === name ? 'choose a name that Kubernetes accepts' : `choose a name that Kubernetes accepts, such as ${quote(better)}`,
  };
}

const LONGEST_NAME = 63;

/** The name in words that every kind of object may have; empty where nothing is left of it. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST_NAME).replace(/^[-0-9]+|-+$/g, '');
}
