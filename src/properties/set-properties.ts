import { variablesOf } from './environment-names';
import { userProperties } from './user-properties';
import { isFailure } from '../json/failure';
import { asList, asObject } from '../json/lenient';
import { WorkflowModel } from '../model/workflow';
import { WorkflowProfile } from '../values/workflow-profile';

/** Whether somebody else than the operator sets a property of a workflow: its own file, a variable of its container, or the platform. */
export function setsProperty(workflow: WorkflowModel, name: string): boolean {
  const users = userProperties(workflow);
  if (!isFailure(users) && users.entries.some((entry) => isNamed(workflow, entry.name, name))) return true;
  if (workflow.platform?.spec.properties?.flow?.some((entry) => isNamed(workflow, entry.name, name))) return true;
  const variables = variablesOf(name);
  return asList(workflow.podTemplate.container?.env).some((variable) => variables.includes(String(asObject(variable).name)));
}

/** What the user's own file says of a property for the profile of the workflow alone: `%prod.kie.flyway.enabled`. */
export function ofProfile(workflow: WorkflowModel, name: string): string | undefined {
  const users = userProperties(workflow);
  return isFailure(users) ? undefined : users.entries.find((entry) => entry.name !== name && isNamed(workflow, entry.name, name))?.value;
}

/** By itself, or for some profiles of Quarkus: `%prod.name`, `%dev,prod.name`. */
function isNamed({ profile }: WorkflowModel, written: string, name: string): boolean {
  if (written === name) return true;
  const [, profiles = '', rest] = /^%([^.]+)\.(.*)$/.exec(written) ?? [];
  return rest === name && profiles.split(',').includes(profile === WorkflowProfile.DEV ? 'dev' : 'prod');
}
