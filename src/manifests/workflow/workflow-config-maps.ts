import { adoptDefinition, adoptManagedProperties } from './workflow-adoption';
import { ensure, objectOf, WorkflowContext } from './workflow-context';
import { isFailure } from '../../json/failure';
import { flowDefinition } from '../../model/flow-definition/flow-definition';
import { USER_PROPERTIES_FILE } from '../../model/workflow';
import { Manifest } from '../parts/manifest';

/** The user's own properties: an empty file where there is none yet. */
export function userConfigMap(context: WorkflowContext): Manifest[] {
  return ensure(context, objectOf(context, 'userProperties', { labels: context.earlyLabels, content: { data: { [USER_PROPERTIES_FILE]: '' } } }));
}

/** The operator's properties, with the labels of the custom resource and no others. */
export function managedConfigMap(context: WorkflowContext): Manifest[] {
  const { workflow: { managedFileName, resource: { metadata: { labels } } }, managedFile } = context;
  return ensure(context, objectOf(context, 'managedProperties', { labels, content: { data: { [managedFileName]: managedFile } } }), adoptManagedProperties);
}

/** The definition that runs as it is in development. */
export function definitionConfigMap(context: WorkflowContext): Manifest[] {
  const { workflow: { name, resource }, labels } = context;
  const definition = flowDefinition(resource);
  if (isFailure(definition)) return [];
  return ensure(context, objectOf(context, 'definition', { labels, content: { data: { [`${name}.sw.json`]: definition } } }), adoptDefinition);
}
