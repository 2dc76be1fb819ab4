import { forEach, namespacesOf } from './commands';
import { PlatformService, Scene, servicesOf, Subject } from './scene';
import { Action } from './step';
import { shellWord } from '../findings/words';
import { JsonObject } from '../json/json';
import { SERVICE_KINDS } from '../model/service';
import { WorkflowModel } from '../model/workflow';

export const OPERATOR_NAMESPACE = 'openshift-serverless-logic';

/** Deletes workflows; their objects go with them. */
export function deleteWorkflows(subjects: readonly Subject[]): string[] {
  return forEach(subjects, 'kubectl delete sonataflow "$W" -n "$N"');
}

/** Applies workflows that were deleted, and waits until they run. */
export function applyWorkflows(subjects: readonly Subject[]): string[] {
  return [
    '# the ConfigMaps with the properties first: they were deleted with the workflows',
    ...namespacesOf(subjects).map((namespace) => `kubectl apply -n ${shellWord(namespace)} -f FILES`),
    ...forEach(subjects, 'kubectl wait sonataflow "$W" -n "$N" --for=condition=Running --timeout=15m'),
  ];
}

/** Waits until services are there again. */
export function rolloutsOf(subjects: readonly Subject[]): string[] {
  return forEach(subjects, 'kubectl rollout status deployment "$W" -n "$N" --timeout=10m');
}

export function serviceSubject({ service: { name, namespace } }: PlatformService, note?: string): Subject {
  return { kind: 'Deployment', namespace, name, ...note !== undefined && { note } };
}

/** The services come before the workflows, which report to them when they start. */
export const SERVICES_READY: Action = {
  phase: 'A2',
  role: 'cluster admin',
  applies: (scene) => servicesOf(scene).length > 0,
  title: 'Wait until the services are ready',
  commands: (_subjects, scene) => rolloutsOf(servicesOf(scene).map((found) => serviceSubject(found))),
  why: 'Workflows report to them when they start.',
  downtime: 'each service, for its rollout: the Data Index rolls over, the Jobs Service is away in between; their probes begin after 45 seconds',
};

/** What is lost where workflows end that keep nothing in a database. */
export function lostInstances(subjects: readonly Subject[], { workflows }: Scene): string | undefined {
  const lost = workflowsOf(subjects, workflows).filter(({ database }) => !database);
  return lost.length === 0 ? undefined : `instances that run in ${names(lost)}: no database keeps them`;
}

/** What is to be backed up of workflows that keep their instances in a database. */
export function databasesOf(subjects: readonly Subject[], { workflows }: Scene): string | undefined {
  const kept = workflowsOf(subjects, workflows).filter(({ database }) => database);
  return kept.length === 0 ? undefined : `the databases of ${names(kept)}, tables and other objects included`;
}

function workflowsOf(subjects: readonly Subject[], workflows: readonly WorkflowModel[]): WorkflowModel[] {
  const meant = new Set(subjects.map(({ namespace, name }) => `${namespace}/${name}`));
  return workflows.filter(({ namespace, name }) => meant.has(`${namespace}/${name}`));
}

function names(workflows: readonly WorkflowModel[]): string {
  return workflows.map(({ namespace, name }) => `${namespace}/${name}`).join(', ');
}

/** Copies the schema of a service into a file; where it is given by a URL, whoever knows the URL fills in the rest. */
export function dumpDatabase({ service }: PlatformService): string {
  const { postgresql, database, name, namespace } = service;
  const file = `--format custom --file ${shellWord(`before-${namespace}-${name}.dump`)}`;
  const ref = postgresql?.serviceRef;
  if (!ref) return `pg_dump ${file} DATABASE   # that of the jdbcUrl of ${name}`;
  const host = shellWord(`${ref.name}.${ref.namespace || namespace}`);
  const schema = database?.databaseSchema === undefined ? '' : ` --schema ${shellWord(JSON.stringify(database.databaseSchema))}`;
  return `pg_dump ${file} --host ${host} --port ${ref.port ?? 5432}${schema} ${shellWord(ref.databaseName || 'sonataflow')}`;
}

/** A change of a platform's custom resource, and the one that takes it back. */
export interface Patch {
  readonly apply: readonly JsonObject[];
  readonly revert: readonly JsonObject[];
}

/** Gives a variable to the container of a service without touching the others. */
export function variablePatch({ service }: PlatformService, name: string, value: string): Patch {
  const { podTemplate, kind } = service;
  const place = `/spec/services/${SERVICE_KINDS[kind].field}/podTemplate`;
  const variable = { name, value };
  const spec = podTemplate as JsonObject;
  const container = spec.container as JsonObject | undefined;
  const env = container?.env as JsonObject[] | undefined;
  const own = (env ?? []).findIndex((other) => other.name === name);
  if (env && own >= 0) {
    const path = `${place}/container/env/${own}`;
    return { apply: [{ op: 'replace', path, value: variable }], revert: [{ op: 'replace', path, value: env[own] ?? variable }] };
  }
  if (env) return added(`${place}/container/env/-`, variable, `${place}/container/env/${env.length}`);
  if (container) return added(`${place}/container/env`, [variable]);
  return Object.keys(spec).length > 0 ? added(`${place}/container`, { env: [variable] }) : added(place, { container: { env: [variable] } });
}

function added(path: string, value: JsonObject | JsonObject[], where = path): Patch {
  return { apply: [{ op: 'add', path, value }], revert: [{ op: 'remove', path: where }] };
}

export function patchPlatform({ platform }: PlatformService, operations: readonly JsonObject[]): string {
  const { name, namespace } = platform;
  return `kubectl patch sonataflowplatform ${shellWord(name)} -n ${shellWord(namespace)} --type json -p ${shellWord(JSON.stringify(operations))}`;
}
