import { Landscape } from '../model/landscape';
import { WorkflowModel } from '../model/workflow';
import { managedProperties } from '../properties/managed-properties';
import { JsonObject } from '../values/json';

/** Variables for the properties whose values are in Secrets and ConfigMaps; the operator has none, it copies the values. */
export function propertyEnv(landscape: Landscape, workflow: WorkflowModel): JsonObject[] {
  if (!landscape.corrected) return [];
  return managedProperties(landscape, workflow)
    .flatMap(({ name, reference }) => reference ? [{ name: propertyVariable(name), valueFrom: structuredClone(reference) as JsonObject }] : []);
}

/** The variable by which Quarkus finds a property. */
export function propertyVariable(property: string): string {
  return property.replace(/[^A-Za-z0-9]/g, '_').toUpperCase();
}
