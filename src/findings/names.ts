import { ValueProblem } from './findings-error';
import { quote } from './words';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const DNS_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_TEXT = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** A name that Kubernetes takes for nearly every object: dots allowed, 253 characters. */
export function isSubdomain(name: string): boolean {
  return name.length <= 253 && SUBDOMAIN.test(name);
}

/** A name that Kubernetes takes for a namespace or as part of a host: no dots, 63 characters. */
export function isLabel(name: string): boolean {
  return name.length <= 63 && LABEL.test(name);
}

/** A name that Kubernetes takes for a Service: a label that does not begin with a digit. */
export function isServiceName(name: string): boolean {
  return name.length <= 63 && DNS_1035.test(name);
}

/** What Kubernetes takes for a label's value, which may be empty, and for a key behind its prefix, which may not. */
function isLabelText(text: string): boolean {
  return text.length <= 63 && LABEL_TEXT.test(text);
}

const LABEL_TEXT_SHAPE = 'at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit';

/** The problem of something that is to be the value of a label, if it has one. */
export function labelValueProblem(what: string, value: string): ValueProblem | undefined {
  return value === '' || isLabelText(value) ? undefined : nameProblem(what, value, `empty, or ${LABEL_TEXT_SHAPE}`);
}

/** The problem of something that is to be the key of a label, if it has one. */
export function labelKeyProblem(what: string, key: string): ValueProblem | undefined {
  const slash = key.indexOf('/');
  return (slash < 0 || isSubdomain(key.slice(0, slash))) && isLabelText(key.slice(slash + 1)) ? undefined : nameProblem(what, key,
    `${LABEL_TEXT_SHAPE}; before it, if anything, a domain such as "example.org/"`);
}

/** The problem of something that is to be the key of an annotation, if it has one. */
export function annotationKeyProblem(what: string, key: string): ValueProblem | undefined {
  // Only here may the domain have upper case letters.
  return labelKeyProblem(what, key.toLowerCase()) && labelKeyProblem(what, key);
}

const shape = (form: string) => `${form} of lower case letters, digits and "-", beginning and ending with a letter or digit`;

/** The problem of something that is to be the name of a Service, if it has one. */
export function serviceNameProblem(what: string, name: string): ValueProblem | undefined {
  return isServiceName(name) ? undefined : nameProblem(what, name,
    'at most 63 lower case letters, digits and "-", beginning with a letter and ending with a letter or digit');
}

/** The problem of something that is to be the name of a namespace, if it has one. */
export function namespaceProblem(what: string, name: string): ValueProblem | undefined {
  return isLabel(name) ? undefined : nameProblem(what, name, shape('at most 63 characters'));
}

/** The problem of something that is to be the name of an object such as a Secret, if it has one. */
export function objectNameProblem(what: string, name: string): ValueProblem | undefined {
  return isSubdomain(name) ? undefined : nameProblem(what, name, shape('at most 253 characters, in parts separated by dots,'));
}

function nameProblem(what: string, name: string, allowed: string): ValueProblem {
  return { rule: 'SF-NAME', given: `${what} ${quote(name)}`, allowed, fix: 'choose a name that Kubernetes accepts' };
}
