import { adoptDefinition, adoptManagedProperties } from './workflow-adoption';
import { blocked, ensure, workflowObject, WorkflowRendering } from './workflow-context';
import { list, quote } from '../../findings/words';
import { isFailure } from '../../json/failure';
import { USER_PROPERTIES_FILE } from '../../model/workflow';
import { flowDefinition } from '../flow-definition/flow-definition';
import { Step } from '../parts/steps';

const CONFIG_MAP = { apiVersion: 'v1', kind: 'ConfigMap' };

/** The user's own properties: an empty file where there is none yet. */
export function userConfigMap(rendering: WorkflowRendering): Step[] {
  const { workflow: { userConfigMapName: name }, earlyLabels: labels } = rendering;
  return [ensure(rendering, workflowObject(rendering, { ...CONFIG_MAP, name, labels }, { data: { [USER_PROPERTIES_FILE]: '' } }))];
}

/** The operator's properties, with the labels of the custom resource and no others. */
export function managedConfigMap(rendering: WorkflowRendering): Step[] {
  const { workflow: { managedConfigMapName: name, managedFileName, resource: { metadata: { labels } } }, managedFile } = rendering;
  const wanted = workflowObject(rendering, { ...CONFIG_MAP, name, labels }, { data: { [managedFileName]: managedFile } });
  return [ensure(rendering, wanted, adoptManagedProperties)];
}

/** The definition that runs as it is in development. */
export function definitionConfigMap(rendering: WorkflowRendering): Step[] {
  const { workflow: { name, resource }, labels } = rendering;
  const definition = flowDefinition(resource);
  if (isFailure(definition)) {
    return [blocked(rendering, {
      rule: 'SF-FLOW-DEFINITION',
      field: 'spec.flow',
      given: definition.reason,
      allowed: 'what the operator can write as JSON for the profile dev',
      fix: 'write the flow without it, or use another profile than dev',
    })];
  }
  return [ensure(rendering, workflowObject(rendering, { ...CONFIG_MAP, labels }, { data: { [`${name}.sw.json`]: definition } }), adoptDefinition)];
}

/** The operator waits for the ConfigMaps with resources; without it their pods do, so that nobody has to know of them. */
export function resourceConfigMaps(rendering: WorkflowRendering): Step[] {
  const { landscape, workflow: { name, namespace, userConfigMapName, managedConfigMapName, resource } } = rendering;
  const made = [name, userConfigMapName, managedConfigMapName];
  const missing = (resource.spec.resources?.configMaps ?? []).map(({ configMap }) => configMap.name)
    .filter((configMap) => !made.includes(configMap) && !landscape.object('ConfigMap', namespace, configMap));
  if (landscape.corrected || missing.length === 0) return [];
  return [blocked(rendering, {
    rule: 'SF-RESOURCES-MISSING',
    field: 'spec.resources.configMaps',
    given: `ConfigMaps that are not there: ${list(missing.map(quote))}`,
    fix: 'add them to the input, or correct the names',
  })];
}
