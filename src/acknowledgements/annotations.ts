import { Acknowledgement, acknowledgementProblems } from './acknowledgement';
import { Origin } from '../findings/origin';
import { LocatedFinding } from '../findings/place';
import { found } from '../rules/found';

/**
 * An annotation of a custom resource that acknowledges what is found about it: behind the prefix stands the id of the rule, and its value is the
 * reason. On a platform the field of a service may follow, such as `SF-SERVICE-EPHEMERAL.jobService`.
 */
export const ACKNOWLEDGE_PREFIX = 'acknowledge.cdk8s-sonataflow/';

/** The name of the annotation. */
export function acknowledgeAnnotation(rule: string, service?: string): string {
  return `${ACKNOWLEDGE_PREFIX}${rule}${service === undefined ? '' : `.${service}`}`;
}

/** What an annotation is read from. */
export interface AnnotatedResource {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string; readonly annotations: Readonly<Record<string, string>> };
  readonly origin: Origin;
}

/** The acknowledgements in the annotations of a resource, and what is wrong with them. */
export function annotatedAcknowledgements(
  { kind, metadata: { name, namespace, annotations }, origin }: AnnotatedResource,
): { acknowledgements: Acknowledgement[]; findings: LocatedFinding[] } {
  const acknowledgements: Acknowledgement[] = [];
  const findings: LocatedFinding[] = [];
  for (const [key, reason] of Object.entries(annotations)) {
    if (!key.startsWith(ACKNOWLEDGE_PREFIX)) continue;
    const path = ['metadata', 'annotations', key];
    const [rule = '', service] = key.slice(ACKNOWLEDGE_PREFIX.length).split('.');
    const problems = acknowledgementProblems(rule, reason);
    for (const { rule: broken, ...words } of problems) findings.push(found(broken, origin, { ...words, path }));
    if (problems.length > 0) continue;
    const field = service === undefined ? undefined : `spec.services.${service}`;
    acknowledgements.push({ rule, kind, name, namespace, field, reason: reason.trim(), said: origin.locate(path) });
  }
  return { acknowledgements, findings };
}
