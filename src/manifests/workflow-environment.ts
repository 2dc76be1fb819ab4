import { databaseEnv } from './database-env';
import { SourcedVariable } from './env';
import { propertyEnv } from './property-env';
import { Landscape } from '../model/landscape';
import { WorkflowModel } from '../model/workflow';
import { PropertySource } from '../properties/property-entry';
import { persistenceField } from '../properties/property-layers';
import { JsonObject } from '../values/json';

/**
 * The variables of a workflow's container. What the user says twice stays twice, and the last one is in force.
 *
 * @param given what the user's container says
 */
export function workflowEnvironment(landscape: Landscape, workflow: WorkflowModel, given: readonly JsonObject[]): SourcedVariable[] {
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
  const properties = propertyEnv(landscape, workflow).filter(({ variable }) => !names.has(variable.name));
  return [...users, ...properties, ...database];
}
