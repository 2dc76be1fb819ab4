import { workflowEnvironment } from './workflow-environment';
import { JsonObject } from '../../json/json';
import { asList, asObject, asText } from '../../json/lenient';
import { Landscape } from '../../model/landscape';
import { WorkflowModel } from '../../model/workflow';
import { explanationOf } from '../../properties/explained-properties';
import { Explanation, PropertyEntry, PropertySource } from '../../properties/property-entry';
import { SourcedVariable } from '../parts/env';

/**
 * Where the values come from that a workflow runs with.
 *
 * @param operated whether an operator runs it, which copies values of the platform's properties in place of referring to them
 * @param named properties that are known to be meant by a variable
 */
export function workflowExplanation(
  landscape: Landscape, workflow: WorkflowModel, operated: boolean, named: readonly string[] = [],
): Explanation {
  const variables = workflowEnvironment(landscape, workflow, asList(workflow.podTemplate.container?.env) as JsonObject[])
    .filter(({ source }) => !(operated && source === PropertySource.PLATFORM));
  const environment = [...wholeObjects(landscape, workflow), ...variables.map((variable) => toEntry(landscape, workflow, variable))];
  return explanationOf(landscape, workflow, { environment, named, operated });
}

function toEntry({ object }: Landscape, { namespace }: WorkflowModel, { variable, source, reason }: SourcedVariable): PropertyEntry {
  const { configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef } = asObject(variable.valueFrom);
  const valueOf = (): string => {
    if (secretKeyRef) return keyOf('secret', secretKeyRef);
    if (configMapKeyRef) {
      const { name, key } = asObject(configMapKeyRef);
      const known = asObject(object('ConfigMap', namespace, asText(name))?.data)[asText(key)];
      return asText(known, keyOf('config map', configMapKeyRef));
    }
    if (fieldRef) return `<field ${asText(asObject(fieldRef).fieldPath)}>`;
    return resourceFieldRef ? `<resource ${asText(asObject(resourceFieldRef).resource)}>` : asText(variable.value);
  };
  return { name: asText(variable.name), value: valueOf(), source, reason };
}

function keyOf(word: string, reference: unknown): string {
  const { name, key } = asObject(reference);
  return `<${word} ${asText(name)}/${asText(key)}>`;
}

/** The ConfigMaps and Secrets of which the container gets all keys, as far as they are known; single variables beat them. */
function wholeObjects({ object }: Landscape, { name: workflow, namespace, podTemplate }: WorkflowModel): PropertyEntry[] {
  return asList(podTemplate.container?.envFrom).map(asObject).flatMap(({ prefix, configMapRef, secretRef }, i) => {
    const kind = secretRef ? 'Secret' : 'ConfigMap';
    const name = asText(asObject(secretRef ?? configMapRef).name);
    const { data, stringData } = asObject(object(kind, namespace, name));
    return Object.entries({ ...asObject(data), ...asObject(stringData) }).map(([key, value]) => ({
      name: asText(prefix) + key,
      value: secretRef ? keyOf('secret', { name, key }) : asText(value),
      source: PropertySource.CONTAINER_ENV,
      reason: `SonataFlow ${workflow}: spec.podTemplate.container.envFrom[${i}]`,
    }));
  });
}
