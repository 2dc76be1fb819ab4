import { X509Certificate } from 'node:crypto';
import { shownUrl } from '../../findings/shown-url';
import { quote } from '../../findings/words';
import { parseGoUrl } from '../../go/url';
import { isFailure } from '../../json/failure';
import { FieldPath } from '../../json/field-path';
import { asObject } from '../../json/lenient';
import { onceForEach } from '../../json/once';
import { Landscape } from '../../model/landscape';
import { DestinationField } from '../../model/resource';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, PlatformSubject, WorkflowSubject } from '../check';

/** The CRD takes nearly any destination; Knative Eventing refuses the SinkBinding or the Trigger. */
const EVENT_DESTINATION: RuleId = 'SF-EVENT-DESTINATION';

/** What a SinkBinding can hold of a reference. */
const REFERENCE = ['apiVersion', 'kind', 'name', 'namespace'];

/** What Knative refuses of a sink. */
function sinkProblem({ ref, uri, CACerts: certificates }: DestinationField, path: FieldPath): Violation | undefined {
  const unknown = Object.keys(ref ?? {}).find((field) => !REFERENCE.includes(field) && asObject(ref)[field] !== '');
  if (unknown !== undefined) {
    return { path: [...path, 'ref', unknown], given: unknown, allowed: 'apiVersion, kind, name and namespace', fix: 'write apiVersion: group/version, and leave it out' };
  }
  if (!ref && uri === undefined) return { path, given: 'neither ref nor uri', allowed: 'an object by ref, or an address by uri', fix: 'name the Broker by ref' };
  if (ref && uri === undefined) return referenceProblem(ref, [...path, 'ref']);
  const absolute = isAbsolute(uri ?? '');
  if (ref && uri !== undefined && absolute) return { path: [...path, 'uri'], given: `${quote(shownUrl(uri))} beside ref`, allowed: 'a path beside ref, or an address alone', fix: 'leave one of the two out' };
  if (!ref && !absolute) return { path: [...path, 'uri'], given: uri === undefined ? 'nothing' : quote(shownUrl(uri)), allowed: 'a full address, such as http://events.example.org/orders', fix: 'write scheme and host too' };
  if (certificates === undefined || isCertificate(certificates)) return undefined;
  return { path: [...path, 'CACerts'], given: 'a text that is no certificate', allowed: 'a certificate in PEM form', fix: 'write the certificate that signs the one of the address' };
}

function referenceProblem(ref: NonNullable<DestinationField['ref']>, path: FieldPath): Violation | undefined {
  const missing = (['apiVersion', 'kind', 'name'] as const).filter((field) => !ref[field]);
  const [first] = missing;
  return first === undefined ? undefined : {
    path: [...path, first], given: `a reference without ${missing.join(' and ')}`, allowed: 'apiVersion, kind and name of an object', fix: `add ${missing.join(' and ')}`,
  };
}

function isAbsolute(uri: string): boolean {
  const url = parseGoUrl(uri);
  return !isFailure(url) && url.scheme !== '' && url.host !== '';
}

function isCertificate(text: string): boolean {
  const [block] = /-----BEGIN ([A-Z0-9 ]+)-----[^]*?-----END \1-----/.exec(text) ?? [];
  if (block === undefined || !block.startsWith('-----BEGIN CERTIFICATE-----')) return false;
  try {
    return new X509Certificate(block).serialNumber !== '';
  } catch {
    return false;
  }
}

/** A broker of the platform is the sink of whoever has none of its own. */
function isBrokerUsed({ landscape, resource, platform }: PlatformSubject): boolean {
  return platform.jobsService?.sink === resource.spec.eventing?.broker
    || hasWorkflowWithoutSink(landscape, platform.namespace);
}

const hasWorkflowWithoutSink = onceForEach((landscape: Landscape, namespace) => landscape.workflowsIn(namespace).some(({ spec }) => !spec.sink));

export const platformDestination: Check<PlatformSubject> = {
  rule: EVENT_DESTINATION,
  check: (subject) => {
    const { landscape, resource, platform } = subject;
    if (!landscape.facts.knative) return [];
    const sink = resource.spec.services?.jobService?.sink;
    const broker = resource.spec.eventing?.broker;
    return [
      sink && platform.jobsService && sinkProblem(sink, ['spec', 'services', 'jobService', 'sink']),
      // Without a reference it has a rule of its own.
      broker?.ref && isBrokerUsed(subject) ? sinkProblem(broker, ['spec', 'eventing', 'broker']) : undefined,
    ].filter((problem) => problem !== undefined);
  },
};

export const workflowDestination: Check<WorkflowSubject> = {
  rule: EVENT_DESTINATION,
  check: ({ landscape, workflow: { profile, flow }, resource: { spec } }) => {
    if (!landscape.facts.knative || profile === WorkflowProfile.DEV) return [];
    const problem = spec.sink && sinkProblem(spec.sink, ['spec', 'sink']);
    const consumed = new Set(flow.events.filter(({ kind }) => kind !== 'produced').map(({ type }) => type));
    return [...problem ? [problem] : [], ...(spec.sources ?? []).flatMap(({ eventType, ref }, i) => (
      !ref || ref.name || !consumed.has(eventType) ? [] : [{
        path: ['spec', 'sources', i, 'ref', 'name'], given: 'a source without the name of its broker', allowed: 'the name of a Broker', fix: 'write the name',
      }]
    ))];
  },
};
