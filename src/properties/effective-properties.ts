import { explainedProperties } from './explained-properties';
import { PropertyEntry } from './property-entry';
import { Landscape } from '../model/landscape';
import { WorkflowModel } from '../model/workflow';

/**
 * The properties that are in force, sorted by name, as far as files set them: the managed file belongs to a profile of Quarkus, so it
 * beats the user's.
 *
 * @see operator-behaviour 5.4
 */
export function effectiveProperties(landscape: Landscape, workflow: WorkflowModel): PropertyEntry[] {
  return explainedProperties(landscape, workflow).map(({ overridden: _overridden, ...entry }) => entry);
}
