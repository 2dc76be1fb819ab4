import { SourcedVariable } from './env';
import { Landscape } from '../model/landscape';
import { WorkflowModel } from '../model/workflow';
import { variableOf } from '../properties/environment-names';
import { managedProperties } from '../properties/managed-properties';
import { JsonObject } from '../values/json';

/** Variables for the properties whose values are in Secrets and ConfigMaps; the operator has none, it copies the values. */
export function propertyEnv(landscape: Landscape, workflow: WorkflowModel): SourcedVariable[] {
  if (!landscape.corrected) return [];
  return managedProperties(landscape, workflow).flatMap(({ name, reference, source, reason }) => reference
    ? [{ variable: { name: variableOf(name), valueFrom: structuredClone(reference) as JsonObject }, source, reason }]
    : []);
}
