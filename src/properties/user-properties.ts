import { parseProperties, Property } from '../go/properties-format';
import { Failure } from '../json/failure';
import { asObject, asText } from '../json/lenient';
import { USER_PROPERTIES_FILE, WorkflowModel } from '../model/workflow';

/** The user's own file; empty when there is none. */
export function userFile({ userConfigMap }: WorkflowModel): string {
  return asText(asObject(userConfigMap?.data)[USER_PROPERTIES_FILE]);
}

/** What the user's own file says. */
export function userProperties(workflow: WorkflowModel): { readonly entries: readonly Property[] } | Failure {
  return parseProperties(userFile(workflow));
}
