import { Change, changedField, ChangeStep, ObjectChange } from './change';
import { Owner } from './side';
import { isJsonObject, Json } from '../json/json';
import { asList, asObject } from '../json/lenient';
import { Landscape } from '../model/landscape';
import { declaredProfile } from '../model/workflow';
import { WorkflowProfile } from '../values/workflow-profile';

/** What a change brings about in a cluster, in one word. */
export type Effect = 'rollout' | 'gap' | 'data' | 'selector' | 'environment' | 'migration' | 'address' | 'stale' | 'stays';

/** What a change brings about in a cluster. */
export interface Consequence {
  readonly effect: Effect;
  /** In words. */
  readonly text: string;
}

/** What is known of the two sides when somebody asks for consequences. */
export interface Circumstances {
  readonly after: Landscape;
  readonly owner: Owner | undefined;
  /** The custom resource of the owner is there afterwards. */
  readonly ownerStays: boolean;
  /** The Deployments that differ, by namespace and name. */
  readonly deployments: ReadonlyMap<string, ObjectChange>;
}

type Rule<Subject> = (subject: Subject, circumstances: Circumstances) => Consequence | undefined;

/** What the change of an object as a whole brings about. */
export function consequencesOfObject(object: ObjectChange, circumstances: Circumstances): Consequence[] {
  return found(OBJECT_RULES, object, circumstances);
}

/** What the change of a field brings about, beyond that. */
export function consequencesOfChange(object: ObjectChange, change: Change, circumstances: Circumstances): Consequence[] {
  return found(CHANGE_RULES, { object, change }, circumstances);
}

function found<Subject>(rules: ReadonlyArray<Rule<Subject>>, subject: Subject, circumstances: Circumstances): Consequence[] {
  return rules.flatMap((rule) => rule(subject, circumstances) ?? []);
}

const TEMPLATE = 'spec.template';
const TEMPLATE_LABELS = 'spec.template.metadata.labels';
/** What the ConfigMap of a supporting service has behind the name of its Deployment. */
const PROPS = '-props';
const JDBC_URL = 'QUARKUS_DATASOURCE_JDBC_URL';

const OBJECT_RULES: ReadonlyArray<Rule<ObjectChange>> = [
  (object, circumstances) => rollsOut(object, circumstances)
    ? { effect: 'rollout', text: object.kind === 'Service' ? 'Knative makes a new revision' : 'new pods take the place of the old ones' }
    : undefined,
  (object, circumstances) => rollsOut(object, circumstances) && replacesAtOnce(object, circumstances)
    ? { effect: 'gap', text: 'strategy Recreate: the old pod ends before the new one starts' }
    : undefined,
  ({ kind, change }, { after: { operator, corrected } }) => kind !== 'Job' || change !== 'added' ? undefined : {
    effect: 'migration',
    text: operator.migrationDeletesServices && !corrected
      ? 'the migration runs again: the Deployments of both services are deleted before it and made anew when it has succeeded'
      : 'the migration runs, and the services come up behind it',
  },
  ({ kind, change }, { after: { corrected } }) => kind !== 'Job' || change !== 'changed' ? undefined : {
    effect: 'migration',
    text: corrected ? 'a Job cannot be changed' : 'a Job that is there is not changed, and one that has ended does not run again: delete it before',
  },
  ({ kind, change }) => change === 'removed' && kind === 'Service' ? { effect: 'address', text: 'the address disappears' } : undefined,
  ({ kind, change, apiVersion }) => change === 'removed' && isWorkload(kind, apiVersion)
    ? { effect: 'gap', text: 'its pods end; instances that wait in a pod without a database are lost' }
    : undefined,
  ({ kind, change, changes }) => kind === 'SinkBinding' && (change === 'added' || changes.some((one) => isBelow(one, 'spec')))
    ? { effect: 'rollout', text: 'it writes the address of the sink into the pods, which are made anew' }
    : undefined,
  ({ change, kind }, { ownerStays, after: { corrected } }) => change !== 'removed' || kind === 'PodDisruptionBudget' ? undefined : removed(ownerStays, corrected),
  ({ kind, change }, { after: { corrected } }) => kind === 'SonataFlowBuild' && change === 'changed' && !corrected
    ? { effect: 'stays', text: 'it is made once: one that is there does not change until the workflow is deleted' }
    : undefined,
  (object, circumstances) => isStale(object, circumstances)
    ? { effect: 'stale', text: 'pods read it when they start: without a rollout they keep the old properties' }
    : undefined,
];

const CHANGE_RULES: ReadonlyArray<Rule<{ readonly object: ObjectChange; readonly change: Change }>> = [
  ({ object, change }, circumstances) => object.kind === 'Deployment' && isBelow(change, 'spec.selector') ? immutable(circumstances) : undefined,
  ({ object, change }, { after: { corrected }, owner }) => object.kind === 'Service' && isBelow(change, 'spec.selector') && owner?.workflow && !corrected
    ? { effect: 'selector', text: 'a Service that is there keeps its selector' }
    : undefined,
  ({ object: { kind, apiVersion }, change }, { after: { corrected }, owner }) => (
    owner?.workflow && !corrected && isWorkload(kind, apiVersion) && isBelow(change, TEMPLATE_LABELS)
  )
    ? { effect: 'stays', text: 'a workload of a workflow that is there keeps the labels of its pods' }
    : undefined,
  ({ object, change }, { after: { corrected }, owner }) => isBelow(change, 'metadata.labels') && !corrected && (!owner?.workflow || object.kind === 'Deployment')
    ? { effect: 'stays', text: 'labels of what is there are not renewed' }
    : undefined,
  ({ change }) => isVariable(change) && change.after === undefined
    ? { effect: 'environment', text: 'the variable disappears' }
    : undefined,
  ({ change }) => database(change),
  ({ change }) => changedField(change) === 'spec.replicas' && change.after === 0 ? { effect: 'gap', text: 'no pod is left' } : undefined,
];

function isWorkload(kind: string, apiVersion: string): boolean {
  return kind === 'Deployment' || (kind === 'Service' && apiVersion.startsWith('serving.knative.dev/'));
}

function isBelow(change: Change, field: string): boolean {
  const own = changedField(change);
  return own === field || own.startsWith(`${field}.`) || own.startsWith(`${field}[`);
}

/** The labels of pods alone make no new ones where the operator keeps those that are there. */
function rollsOut({ kind, apiVersion, changes }: ObjectChange, { after: { corrected }, owner }: Circumstances): boolean {
  const keepsLabels = owner?.workflow !== undefined && !corrected;
  return isWorkload(kind, apiVersion) && changes.some((change) => isBelow(change, TEMPLATE) && !(keepsLabels && isBelow(change, TEMPLATE_LABELS)));
}

function replacesAtOnce({ name, namespace }: ObjectChange, { after }: Circumstances): boolean {
  return after.platforms(namespace).some((platform) => name === `${platform.metadata.name}-jobs-service`);
}

function removed(ownerStays: boolean, corrected: boolean): Consequence {
  if (corrected) return { effect: 'stays', text: 'kubectl apply leaves it in the cluster: delete it, or apply with --prune' };
  return ownerStays
    ? { effect: 'stays', text: 'the operator deletes nothing as long as the custom resource is there: delete it by hand' }
    : { effect: 'stays', text: 'it is deleted with its custom resource, once that is deleted in the cluster' };
}

function immutable({ after: { corrected }, owner }: Circumstances): Consequence {
  const refused = corrected || (owner?.workflow && declaredProfile(owner.workflow) === WorkflowProfile.DEV);
  return {
    effect: 'selector',
    text: refused
      ? 'a selector cannot be changed: the API server refuses it until the Deployment is deleted'
      : 'a selector cannot be changed: a Deployment that is there keeps it until the workflow is deleted and made anew',
  };
}

/** Of a supporting service nobody makes new pods because of its properties. */
function isStale({ kind, change, namespace, name }: ObjectChange, { owner, deployments }: Circumstances): boolean {
  if (kind !== 'ConfigMap' || change !== 'changed' || !owner || owner.workflow) return false;
  const deployment = name.endsWith(PROPS) ? deployments.get(`${namespace}/${name.slice(0, -PROPS.length)}`) : undefined;
  return !deployment?.changes.some((other) => isBelow(other, TEMPLATE));
}

function isVariable({ path }: Change): boolean {
  return isVariableStep(path.at(-1)) && path.at(-2) === 'env';
}

function isVariableStep(step: ChangeStep | undefined): step is { readonly key: string; readonly name: string } {
  return typeof step === 'object';
}

/** A change of the address of a database, whether that of the variable or of the whole variable. */
function database({ path, before, after }: Change): Consequence | undefined {
  const variable = path.find(isVariableStep) && path.some((step) => isVariableStep(step) && step.name === JDBC_URL);
  const container = [before, after].map(addressIn);
  if (!variable && container.every((address) => address === undefined)) return undefined;
  if (before === undefined) return { effect: 'data', text: 'from now on in a database: what waits in the pods is lost once more' };
  if (after === undefined) return { effect: 'data', text: 'no database any more: what is in it is no longer seen, and what waits is lost with each pod' };
  return { effect: 'data', text: 'another database or schema: what is in the old one is no longer seen' };
}

/** The address of the database in a whole list of variables. */
function addressIn(value: Json | undefined): unknown {
  const variables = Array.isArray(value) ? value : isJsonObject(value) ? asList(value.env) : [];
  return variables.map(asObject).find(({ name }) => name === JDBC_URL)?.value;
}
