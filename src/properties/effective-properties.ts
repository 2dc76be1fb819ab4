import { managedProperties } from './managed-properties';
import { PropertyEntry, PropertySource } from './property-entry';
import { compareBytes } from './sort';
import { userProperties } from './user-properties';
import { Landscape } from '../model/landscape';
import { USER_PROPERTIES_FILE, WorkflowModel } from '../model/workflow';
import { isFailure } from '../values/failure';

/**
 * The properties that are in force, sorted by name: the managed file belongs to a profile of Quarkus, so it beats the user's.
 *
 * @see operator-behaviour 5.4
 */
export function effectiveProperties(landscape: Landscape, workflow: WorkflowModel): PropertyEntry[] {
  const managed = managedProperties(landscape, workflow);
  const effective = new Map([...usersOwn(workflow), ...managed].map((entry) => [entry.name, entry]));
  return [...effective.values()].sort((a, b) => compareBytes(a.name, b.name));
}

function usersOwn(workflow: WorkflowModel): PropertyEntry[] {
  const parsed = userProperties(workflow);
  if (isFailure(parsed)) return [];
  return parsed.entries.map(({ name, value }) => ({
    name, value, source: PropertySource.USER, reason: `ConfigMap ${workflow.userConfigMapName}: ${USER_PROPERTIES_FILE}`,
  }));
}
