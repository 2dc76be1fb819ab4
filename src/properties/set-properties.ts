import { variablesOf } from './environment-names';
import { userProperties } from './user-properties';
import { isFailure } from '../json/failure';
import { asList, asObject } from '../json/lenient';
import { WorkflowModel } from '../model/workflow';

/** Whether somebody else than the operator sets a property of a workflow: its own file, a variable of its container, or the platform. */
export function setsProperty(workflow: WorkflowModel, name: string): boolean {
  const users = userProperties(workflow);
  if (!isFailure(users) && users.entries.some((entry) => entry.name === name)) return true;
  if (workflow.platform?.spec.properties?.flow?.some((entry) => entry.name === name)) return true;
  const variables = variablesOf(name);
  return asList(workflow.podTemplate.container?.env).some((variable) => variables.includes(String(asObject(variable).name)));
}
