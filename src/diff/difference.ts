import { attribute, Reasons } from './attribution';
import { ChangedInput } from './causes';
import { Change, ObjectChange } from './change';
import { comparableSides } from './comparable-sides';
import { Circumstances, Consequence, consequencesOfChange, consequencesOfObject } from './consequences';
import { explainedReason } from './explained';
import { compareRendered, Rendered } from './in-place';
import { identityOf, nameOf } from './objects';
import { landscapeOfSide, Owner, renderingOf, Side } from './side';
import { firstBy } from '../json/group-by';
import { onceFor } from '../json/once';
import { Landscape } from '../model/landscape';
import { workflowModel } from '../model/workflow';
import { WorkflowProfile } from '../values/workflow-profile';

/** A change with the reasons for it and with what it brings about. */
export interface ExplainedChange extends Change {
  readonly reasons: readonly string[];
  readonly consequences: readonly Consequence[];
}

/** A changed object with the reasons for that and with what it brings about. */
export interface ExplainedObject extends ObjectChange {
  readonly changes: readonly ExplainedChange[];
  readonly reasons: readonly string[];
  readonly consequences: readonly Consequence[];
}

/** A field of a custom resource that differs, and what becomes of it where no object shows it. */
export interface UnshownInput extends ChangedInput {
  readonly what: string;
}

/** The difference between what operators make of two things. */
export interface Difference {
  readonly objects: readonly ExplainedObject[];
  /** What differs in custom resources, and in nothing that the operator makes. */
  readonly unshown: readonly UnshownInput[];
  /** What could not be compared, and what was left out. */
  readonly notes: readonly string[];
}

/** Compares what the operator makes on two sides. */
export function differenceOf(before: Side, after: Side): Difference {
  const [left, right] = comparableSides(before, after);
  const [old, young] = [rendered(left), rendered(right)];
  const objects = compareRendered(old, young);
  const explaining = { old: explainable(old), young: explainable(young) };
  const attribution = attribute(left, right, objects, new Map([...explaining.old.owners, ...explaining.young.owners]));
  return {
    objects: explainObjects(objects, { ...explaining, attribution }),
    unshown: attribution.withoutEffect.flatMap(({ field }) => field ? [{ ...field, what: whatOfUnshown(young.landscape, field) }] : []),
    notes: [],
  };
}

function rendered(side: Side): Rendered {
  const landscape = landscapeOfSide(side);
  return { landscape, rendering: renderingOf(landscape) };
}

/** A cluster, and for whom its objects were made, by their identities. */
export interface Explainable {
  readonly landscape: Landscape;
  readonly owners: ReadonlyMap<string, Owner>;
}

/** What reasons are found with. */
interface Explaining {
  readonly old: Explainable;
  readonly young: Explainable;
  readonly attribution: Reasons;
}

export function explainable({ landscape, rendering }: Rendered): Explainable {
  const owners = rendering.flatMap(({ owner, manifests }) => manifests.map((manifest) => [identityOf(nameOf(manifest)), owner] as const));
  return { landscape, owners: new Map(owners) };
}

/** Adds why and what follows. */
export function explainObjects(objects: readonly ObjectChange[], { old, young, attribution }: Explaining): ExplainedObject[] {
  const deployments = new Map(objects.filter(({ kind }) => kind === 'Deployment').map((object) => [`${object.namespace}/${object.name}`, object]));
  return objects.map((object) => {
    const identity = identityOf(object);
    const owner = young.owners.get(identity) ?? old.owners.get(identity);
    const circumstances: Circumstances = { after: young.landscape, owner, ownerStays: isThere(young.landscape, owner), deployments };
    const explained = (change: Change) => {
      const { landscape, owners } = change.after === undefined ? old : young;
      const own = owners.get(identity);
      return own && explainedReason(landscape, own, object, change);
    };
    return {
      ...object,
      changes: object.changes.map((change) => ({
        ...change,
        reasons: [...new Set([explained(change) ?? [], attribution.ofChange(object, change)].flat())],
        consequences: consequencesOfChange(object, change, circumstances),
      })),
      reasons: object.change === 'changed' ? [] : attribution.ofObject(object),
      consequences: consequencesOfObject(object, circumstances),
    };
  });
}

function isThere(landscape: Landscape, owner: Owner | undefined): boolean {
  if (!owner) return false;
  const { namespace, workflow } = owner;
  return workflow ? workflowsOf(landscape).has(JSON.stringify([namespace, workflow.metadata.name])) : landscape.platforms(namespace).length > 0;
}

const workflowsOf = onceFor(({ workflows }: Landscape) => (
  firstBy(workflows, ({ metadata: { namespace, name } }) => JSON.stringify([namespace, name]))
));

function whatOfUnshown(landscape: Landscape, { kind, namespace, name, field }: ChangedInput): string {
  const workflow = kind === 'SonataFlow' && field.startsWith('spec.flow')
    ? workflowsOf(landscape).get(JSON.stringify([namespace, name]))
    : undefined;
  if (!workflow) return 'nothing that the operator makes follows it';
  return workflowModel(landscape, workflow).profile === WorkflowProfile.PREVIEW
    ? 'the operator builds the image anew, and the workflow runs with it when the build is done'
    : 'the flow that runs is the one in the image: build it anew';
}
