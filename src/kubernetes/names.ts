const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const DNS_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_TEXT = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const DATA_KEY = /^[-._A-Za-z0-9]{1,253}$/;

/** What Kubernetes takes for a name, in words. */
export const NAME_SHAPES = {
  subdomain: 'at most 253 lower case letters, digits, "-" and ".", beginning and ending with a letter or digit',
  label: 'at most 63 lower case letters, digits and "-", beginning and ending with a letter or digit',
  service: 'at most 63 lower case letters, digits and "-", beginning with a letter and ending with a letter or digit',
  labelText: 'at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit',
  dataKey: '1 to 253 letters, digits, "-", "_" and "."',
} as const;

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

/** What Kubernetes takes for a label's value, and, unless it is empty, for a key behind its prefix. */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= 63 && LABEL_TEXT.test(text));
}

/** What Kubernetes takes for the key of a label: a name, and a domain before it, if anything. */
export function isLabelKey(key: string): boolean {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  return (slash < 0 || isSubdomain(key.slice(0, slash))) && name !== '' && isLabelValue(name);
}

/** What Kubernetes takes for a key of a ConfigMap or Secret. */
export function isDataKey(key: string): boolean {
  return DATA_KEY.test(key) && key !== '.' && !key.startsWith('..');
}
