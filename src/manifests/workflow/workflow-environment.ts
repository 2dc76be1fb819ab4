import { JsonObject } from '../../json/json';
import { Landscape } from '../../model/landscape';
import { WorkflowModel } from '../../model/workflow';
import { variableOf } from '../../properties/environment-names';
import { managedProperties } from '../../properties/managed-properties';
import { PropertySource } from '../../properties/property-entry';
import { persistenceField } from '../../properties/property-layers';
import { databaseEnv, SourcedVariable } from '../parts/env';

/**
 * The variables of a workflow's container. What the user says twice stays twice, and the last one is in force.
 *
 * @param given what the user's container says
 * @param standIns variables that stand for properties
 */
export function workflowEnvironment(
  landscape: Landscape, workflow: WorkflowModel, given: readonly JsonObject[], standIns = propertyEnv(landscape, workflow),
): SourcedVariable[] {
  const users = given.map((variable, i): SourcedVariable => ({
    variable,
    source: PropertySource.CONTAINER_ENV,
    reason: `SonataFlow ${workflow.name}: spec.podTemplate.container.env[${i}]`,
  }));
  const database = (workflow.database ? databaseEnv(workflow.database) : []).map((variable): SourcedVariable => ({
    variable, source: PropertySource.PERSISTENCE, reason: persistenceField(workflow),
  }));
  const names = new Set([...users, ...database].map(({ variable }) => variable.name));
  // A variable outranks a property, so the one that stands for a property must not replace another variable.
  const properties = standIns.filter(({ variable }) => !names.has(variable.name));
  return [...users, ...properties, ...database];
}

/** Variables for the properties whose values are in Secrets and ConfigMaps; the operator has none, it copies the values. */
export function propertyEnv(landscape: Landscape, workflow: WorkflowModel): SourcedVariable[] {
  if (!landscape.corrected) return [];
  return managedProperties(landscape, workflow).flatMap(({ name, reference, source, reason }) => reference
    ? [{ variable: { name: variableOf(name), valueFrom: structuredClone(reference) as JsonObject }, source, reason }]
    : []);
}
