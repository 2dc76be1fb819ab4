import { isDeepStrictEqual } from 'node:util';
import { Finding, Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { Json } from '../../json/json';
import { workflowLabels, workflowLabelsWithoutPlatform, workflowSelector } from '../../model/labels';
import { Landscape } from '../../model/landscape';
import { WorkflowResource } from '../../model/resource';
import { workflowModel, WorkflowModel } from '../../model/workflow';
import { managedFile } from '../../properties/managed-properties';
import { WorkflowProfile } from '../../values/workflow-profile';
import { isTaken, objectInPlace } from '../parts/adoption';
import { Manifest, manifest } from '../parts/manifest';
import { rendered } from '../parts/rendered';
import { Step } from '../parts/steps';

type Labels = Readonly<Record<string, string>>;

/** A workflow with what several of its objects share. */
export interface WorkflowRendering {
  readonly landscape: Landscape;
  readonly workflow: WorkflowModel;
  readonly dev: boolean;
  readonly knative: boolean;
  readonly labels: Labels;
  /** Of what the operator makes before it knows the platform, and does not make anew. */
  readonly earlyLabels: Labels;
  readonly selector: Labels;
  readonly managedFile: string;
}

export function workflowRendering(landscape: Landscape, resource: WorkflowResource): WorkflowRendering {
  const workflow = workflowModel(landscape, resource);
  const { tag } = landscape.operator;
  const dev = workflow.profile === WorkflowProfile.DEV;
  const labels = workflowLabels(workflow, tag);
  return {
    landscape,
    workflow,
    dev,
    knative: workflow.deploymentModel === 'knative',
    labels,
    earlyLabels: dev ? workflowLabelsWithoutPlatform(workflow, tag) : labels,
    selector: workflowSelector(workflow, tag),
    managedFile: managedFile(landscape, workflow),
  };
}

interface ObjectIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  /** @default - that of the workflow */
  readonly name?: string;
  readonly labels?: Labels;
  readonly annotations?: Labels;
}

/** An object in the namespace of the workflow. */
export function workflowObject(
  { workflow: { name, namespace } }: WorkflowRendering, identity: ObjectIdentity, content: { readonly [field: string]: Json | undefined },
): Manifest {
  return manifest({ name, namespace, ...identity }, content);
}

/**
 * Makes an object of a workflow. One that is in its place already is written if it changes, and stops the operator if it
 * belongs to something else.
 *
 * @param adopt what becomes of the one that is in its place; it stays as it is, if nothing is given
 * @see surprises W2, W3
 */
export function ensure(
  rendering: WorkflowRendering, wanted: Manifest, adopt: (inPlace: Manifest, wanted: Manifest) => Manifest = (inPlace) => inPlace,
): Step {
  const inPlace = objectInPlace(rendering.landscape, wanted);
  if (!inPlace) return { make: () => rendered(wanted) };
  const adopted = adopt(inPlace, wanted);
  return {
    obstacle: isRefused(rendering, wanted) ? finding(rendering, ownedByOther(wanted)) : undefined,
    make: () => rendered(...isDeepStrictEqual(adopted, inPlace) ? [] : [adopted]),
  };
}

export type Problem = Pick<Finding, 'rule' | 'field' | 'given' | 'fix'> & Partial<Finding>;

/** A step that cannot be done. */
export function blocked(rendering: WorkflowRendering, problem: Problem): Step {
  return { obstacle: finding(rendering, problem), make: () => rendered() };
}

export function finding({ landscape: { corrected }, workflow }: WorkflowRendering, problem: Problem): Finding {
  return {
    severity: corrected ? Severity.ERROR : Severity.WARNING,
    where: workflow.resource.origin.locate(problem.field),
    allowed: 'the operator stops there: what comes after it is not made',
    ...problem,
  };
}

/** The operator makes itself the owner of all that is in the namespace of the workflow; without an operator there are no owners. */
function isRefused({ landscape, workflow }: WorkflowRendering, wanted: Manifest): boolean {
  return !landscape.corrected && (wanted.metadata.namespace ?? '') === workflow.namespace
    && isTaken(landscape, wanted, { kind: 'SonataFlow', name: workflow.name });
}

function ownedByOther({ kind, metadata: { name } }: Manifest) {
  return {
    rule: 'SF-OBJECT-OWNED',
    field: 'metadata.name',
    given: `the ${kind} ${quote(name)}, which belongs to another controller`,
    fix: 'take the owner reference away, or give the workflow another name',
  };
}
