import { CheckTarget } from '../../src/checks/check';
import { landscapeFindings } from '../../src/checks/run';
import { schemaFindings } from '../../src/checks/schema-findings';
import { Finding } from '../../src/findings/finding';
import { isJsonObject, JsonObject } from '../../src/json/json';
import { judge } from '../../src/validation/schema';
import { ClusterFacts } from '../../src/values/operator/cluster-facts';
import { OperatorVersion } from '../../src/values/operator/operator-version';
import { FIELD_BY_FIELD, landscapeOf } from '../landscapes';
import { yamlObjects } from '../yaml-objects';

/** What the pages of the rules speak of; the others behave like one of them. */
export const RELEASES = ['10.1.0', '1.x'] as const;
export type Release = typeof RELEASES[number];
export const TARGETS: readonly CheckTarget[] = ['customResources', 'kubernetesObjects'];

const NAMES: Readonly<Record<string, string>> = {
  SonataFlow: 'greet', SonataFlowPlatform: 'sonataflow-platform', SonataFlowClusterPlatform: 'cluster', HorizontalPodAutoscaler: 'scaler',
};
const STATES = [{ name: 'Greet', type: 'inject', data: {}, end: true }];

/** Parts of objects, made whole: with version, name and, for a workflow, a flow with states. */
export function complete(text: string): JsonObject[] {
  return (yamlObjects(text) as JsonObject[]).map((given) => {
    const kind = given.kind as string;
    const { flow, ...spec } = (given.spec ?? {}) as JsonObject;
    return {
      apiVersion: 'sonataflow.org/v1alpha08',
      ...given,
      metadata: { name: NAMES[kind] ?? 'other', ...given.metadata as JsonObject },
      ...kind === 'ConfigMap' ? {} : { spec: kind === 'SonataFlow' ? { ...spec, flow: { states: STATES, ...isJsonObject(flow) && flow } } : spec },
    } as JsonObject;
  });
}

export interface InputOptions {
  readonly release?: Release;
  readonly target?: CheckTarget;
  readonly corrected?: boolean;
  readonly facts?: ClusterFacts;
}

/** All that is found about objects: by the schema, and by the rules about those that it lets through. */
export function findingsOf(objects: readonly JsonObject[], { release = '10.1.0', target = 'customResources', corrected = target === 'kubernetesObjects', facts = {} }: InputOptions = {}): Finding[] {
  const verdicts = objects.map((object) => ({ object, verdict: String(object.apiVersion).startsWith('sonataflow.org/') ? judge(release, object) : undefined }));
  const taken = verdicts.filter(({ verdict }) => !verdict?.problems.some(({ kind }) => kind === 'invalid'));
  const operator = OperatorVersion._released(release);
  const landscape = landscapeOf(taken.map(({ object, verdict }) => verdict?.object ?? object), facts, { operator, corrected });
  return [
    ...verdicts.flatMap(({ verdict }) => schemaFindings(verdict?.problems ?? [], FIELD_BY_FIELD)),
    ...landscapeFindings(landscape, target),
  ];
}

/** `rule severity field` of each finding. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, severity, field = '' }) => `${rule} ${severity} ${field}`.trim());
}
