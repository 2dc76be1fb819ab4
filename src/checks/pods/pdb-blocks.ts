import { quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { groupBy } from '../../json/group-by';
import { asObject } from '../../json/lenient';
import { onceFor } from '../../json/once';
import { autoscalersOf, deploymentTarget, minReplicas } from '../../model/autoscaler';
import { serviceSelector, workflowSelector } from '../../model/labels';
import { ClusterObject, Landscape } from '../../model/landscape';
import { API_VERSION, PodTemplateSpec } from '../../model/resource';
import { servicePath } from '../../model/service';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, PlatformSubject, WorkflowSubject } from '../check';

/** A node with such a pod cannot be drained; the operator makes no budget for a single pod. */
const BLOCKS: RuleId = 'SF-PDB-BLOCKS';

interface Pods {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** As many as there are at least. */
  readonly fewest: number;
  readonly path: FieldPath;
}

export const servicePdbBlocks: Check<PlatformSubject> = {
  rule: BLOCKS,
  check: ({ landscape, platform: { dataIndex: service } }) => {
    if (!service) return [];
    const { name, namespace, podTemplate, replicas } = service;
    return blocking(landscape, podTemplate, {
      name, namespace, labels: serviceSelector(service), fewest: fewestOf(landscape, service, replicas), path: [...servicePath('dataIndex'), 'podTemplate'],
    });
  },
};

export const workflowPdbBlocks: Check<WorkflowSubject> = {
  rule: BLOCKS,
  check: ({ landscape, workflow }) => {
    const { name, namespace, podTemplate, replicas, profile, deploymentModel } = workflow;
    if (profile === WorkflowProfile.DEV || deploymentModel === 'knative') return [];
    if (!podTemplate.podDisruptionBudget && landscape.objects('PodDisruptionBudget', namespace).length === 0) return [];
    return blocking(landscape, podTemplate, {
      name, namespace, labels: workflowSelector(workflow, landscape.operator), fewest: fewestOf(landscape, workflow, replicas), path: ['spec', 'podTemplate'],
    });
  },
};

function blocking(landscape: Landscape, { podDisruptionBudget: own }: PodTemplateSpec, pods: Pods): Violation[] {
  const { namespace, labels, fewest, path } = pods;
  if (fewest < 1) return [];
  const ofOthers = budgetsSelecting(labels, landscape.objects('PodDisruptionBudget', namespace));
  return [
    ...landscape.operator.disruptionBudgets && own && blocks(own, fewest) ? [{
      path: [...path, 'podDisruptionBudget'], given: `${words(own)} with ${pods.fewest} ${fewest === 1 ? 'pod' : 'pods'}`, ...advice(fewest),
    }] : [],
    ...ofOthers.filter(({ spec }) => blocks(asObject(spec), fewest)).map(({ metadata, spec }) => ({
      path, given: `the PodDisruptionBudget ${quote(metadata.name)} with ${words(asObject(spec))} for ${fewest} ${fewest === 1 ? 'pod' : 'pods'}`, ...advice(fewest),
    })),
  ];
}

function advice(fewest: number) {
  return {
    allowed: 'a budget that lets a pod go: else no node on which one runs can be drained',
    fix: fewest === 1 ? 'give replicas of 2 or more, or an autoscaler with such minReplicas' : 'lower minAvailable, or allow maxUnavailable: 1',
  };
}

function blocks({ minAvailable, maxUnavailable }: { readonly minAvailable?: unknown; readonly maxUnavailable?: unknown }, fewest: number): boolean {
  if (minAvailable !== undefined) return amount(minAvailable, fewest) >= fewest;
  return maxUnavailable !== undefined && amount(maxUnavailable, fewest) <= 0;
}

/** How many pods a number or a percentage means; what is neither means none. */
function amount(value: unknown, pods: number): number {
  if (typeof value === 'number') return value;
  const [, percentage] = /^(\d+)%$/.exec(String(value)) ?? [];
  return percentage === undefined ? NaN : Math.ceil(Number(percentage) / 100 * pods);
}

function words({ minAvailable, maxUnavailable }: { readonly minAvailable?: unknown; readonly maxUnavailable?: unknown }): string {
  return minAvailable !== undefined ? `minAvailable ${String(minAvailable)}` : `maxUnavailable ${String(maxUnavailable)}`;
}

type Labels = ReadonlyArray<readonly [label: string, value: unknown]>;

function budgetsSelecting(labels: Readonly<Record<string, string>>, budgets: readonly ClusterObject[]): ClusterObject[] {
  const groups = bySelector(budgets);
  return Object.entries(labels).flatMap((label) => groups.get(JSON.stringify(label)) ?? [])
    .filter(({ wanted }) => wanted.every(([label, value]) => labels[label] === value))
    .sort((a, b) => a.place - b.place).map(({ budget }) => budget);
}

/** By that of the labels which the fewest others select. */
const bySelector = onceFor((budgets: readonly ClusterObject[]) => {
  const all = budgets.map((budget, place) => ({ budget, place, wanted: selected(asObject(budget.spec).selector) }));
  const selecting = all.filter(({ wanted }) => wanted.length > 0);
  const uses = new Map<string, number>();
  for (const label of selecting.flatMap(({ wanted }) => wanted)) uses.set(JSON.stringify(label), (uses.get(JSON.stringify(label)) ?? 0) + 1);
  const usesOf = (label: string) => uses.get(label) ?? 0;
  return groupBy(selecting, ({ wanted }) => (
    wanted.map((label) => JSON.stringify(label)).reduce((rarest, label) => usesOf(label) < usesOf(rarest) ? label : rarest)
  ));
});

function selected(selector: unknown): Labels {
  const { matchLabels, matchExpressions } = asObject(selector);
  return matchExpressions === undefined ? Object.entries(asObject(matchLabels)) : [];
}

/** Where an autoscaler decides, as many as it leaves. */
function fewestOf(landscape: Landscape, { name, namespace }: { readonly name: string; readonly namespace: string }, replicas: number): number {
  const [autoscaler] = [deploymentTarget({ name, namespace }), { apiVersion: API_VERSION, kind: 'SonataFlow', name, namespace }]
    .flatMap((target) => autoscalersOf(landscape, target));
  return autoscaler ? minReplicas(autoscaler) ?? 1 : replicas;
}
