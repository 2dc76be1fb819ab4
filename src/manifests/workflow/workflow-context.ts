import { isDeepStrictEqual } from 'node:util';
import { Json } from '../../json/json';
import { ObjectIdentity } from '../../model/existing-object';
import { workflowLabels, workflowLabelsWithoutPlatform, workflowSelector, withoutVersion } from '../../model/labels';
import { Landscape } from '../../model/landscape';
import { WorkflowModel } from '../../model/workflow';
import { WorkflowObject, workflowObjects } from '../../model/workflow-objects';
import { WorkflowStep } from '../../model/workflow-steps';
import { managedFile } from '../../properties/managed-properties';
import { WorkflowProfile } from '../../values/workflow-profile';
import { objectInPlace } from '../parts/adoption';
import { Manifest, manifest } from '../parts/manifest';

type Labels = Readonly<Record<string, string>>;

/** A workflow with what several of its objects share. */
export interface WorkflowContext {
  readonly landscape: Landscape;
  readonly workflow: WorkflowModel;
  readonly objects: readonly WorkflowObject[];
  readonly dev: boolean;
  readonly knative: boolean;
  readonly labels: Labels;
  /** Of what the operator makes before it knows the platform, and does not make anew. */
  readonly earlyLabels: Labels;
  readonly selector: Labels;
  readonly managedFile: string;
}

export function workflowContext(landscape: Landscape, workflow: WorkflowModel): WorkflowContext {
  const { operator } = landscape;
  const dev = workflow.profile === WorkflowProfile.DEV;
  const labels = workflowLabels(workflow, operator);
  return {
    landscape,
    workflow,
    objects: workflowObjects(landscape, workflow),
    dev,
    knative: workflow.deploymentModel === 'knative',
    labels,
    earlyLabels: dev ? workflowLabelsWithoutPlatform(workflow, operator) : labels,
    selector: landscape.corrected ? withoutVersion(workflowSelector(workflow, operator)) : workflowSelector(workflow, operator),
    managedFile: managedFile(landscape, workflow),
  };
}

interface Content {
  readonly labels?: Labels;
  readonly annotations?: Labels;
  readonly content: { readonly [field: string]: Json | undefined };
}

/** What the object of a step is called. */
export function identityOf({ objects }: WorkflowContext, step: WorkflowStep): ObjectIdentity | undefined {
  const object = objects.find((candidate) => candidate.step === step);
  return object && { apiVersion: object.apiVersion, kind: object.kind, name: object.name, namespace: object.namespace };
}

/** The object of a step; none where the step has none. */
export function objectOf(context: WorkflowContext, step: WorkflowStep, { labels, annotations, content }: Content): Manifest[] {
  const identity = identityOf(context, step);
  return identity ? [manifest({ ...identity, labels, annotations }, content)] : [];
}

/**
 * Makes objects of a workflow. One that is in its place already is written if it changes.
 *
 * @param adopt what becomes of the one that is in its place; it stays as it is, if nothing is given
 * @see surprises W2, W3
 */
export function ensure(
  { landscape }: WorkflowContext, wanted: readonly Manifest[], adopt: (inPlace: Manifest, wanted: Manifest) => Manifest = (inPlace) => inPlace,
): Manifest[] {
  return wanted.flatMap((manifestWanted) => {
    const inPlace = objectInPlace(landscape, manifestWanted);
    if (!inPlace) return [manifestWanted];
    const adopted = adopt(inPlace, manifestWanted);
    return isDeepStrictEqual(adopted, inPlace) ? [] : [adopted];
  });
}
