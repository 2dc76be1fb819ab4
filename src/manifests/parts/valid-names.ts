import { Manifest } from './manifest';
import { Rendered } from './rendered';
import { Finding, Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { asObject } from '../../json/lenient';
import { isServiceName, isSubdomain } from '../../kubernetes/names';
import { Resource } from '../../model/resource';

const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** Where an object carries labels, or what is compared with them. */
const LABELS = ['metadata.labels', 'spec.selector', 'spec.selector.matchLabels', 'spec.template.metadata.labels'];

interface Refusal {
  /** The name or value. */
  readonly value: string;
  readonly what: string;
  readonly allowed: string;
}

/**
 * Only objects whose names and labels Kubernetes takes; for each name or value that it refuses there is a finding.
 *
 * @param resource what the objects were made of
 */
export function withValidNames(resource: Resource<string, unknown>, { manifests, findings }: Rendered): Rendered {
  const refusals = new Map(manifests.map((manifest) => [manifest, refusalsOf(manifest)]));
  const byValue = new Map([...refusals.values()].flat().reverse().map((refusal) => [refusal.value, refusal]));
  return {
    manifests: manifests.filter((manifest) => refusals.get(manifest)!.length === 0),
    findings: [...findings, ...[...byValue.values()].reverse().map((refusal) => nameFinding(resource, refusal))],
  };
}

function refusalsOf(manifest: Manifest): Refusal[] {
  const { kind, metadata: { name } } = manifest;
  const labels = LABELS.flatMap((path) => Object.entries(at(manifest, path))).flatMap(([label, value]) => (
    typeof value !== 'string' || LABEL_VALUE.test(value) ? [] : [{
      value,
      what: `the label ${label} of the ${kind} ${quote(name)}`,
      allowed: 'at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit',
    }]
  ));
  return [...nameRefusal(kind, name), ...labels];
}

function nameRefusal(kind: string, name: string): Refusal[] {
  if (kind === 'Service') {
    return isServiceName(name) ? [] : [{
      value: name,
      what: 'the name of a Service',
      allowed: 'at most 63 lower case letters, digits and "-", beginning with a letter and ending with a letter or digit',
    }];
  }
  return isSubdomain(name) ? [] : [{
    value: name,
    what: `the name of a ${kind}`,
    allowed: 'at most 253 lower case letters, digits, "-" and ".", beginning and ending with a letter or digit',
  }];
}

function nameFinding({ metadata: { name }, origin }: Resource<string, unknown>, { value, what, allowed }: Refusal): Finding {
  const tooLong = value.length - 63;
  return {
    rule: 'SF-NAME',
    severity: Severity.ERROR,
    where: origin.locate('metadata.name'),
    field: 'metadata.name',
    given: `${quote(name)}, which makes ${what} ${quote(value)} (${value.length} characters)`,
    allowed,
    fix: tooLong > 0 && value.includes(name) ? `choose a name of at most ${name.length - tooLong} characters` : 'choose a name that Kubernetes accepts',
  };
}

function at(manifest: Manifest, path: string): object {
  return path.split('.').reduce<unknown>((place, field) => asObject(place)[field], manifest) as object | undefined ?? {};
}
