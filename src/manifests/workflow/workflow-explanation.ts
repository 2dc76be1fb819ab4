import { workflowEnvironment } from './workflow-environment';
import { JsonObject } from '../../json/json';
import { asList, asObject, asText } from '../../json/lenient';
import { Landscape } from '../../model/landscape';
import { WorkflowModel } from '../../model/workflow';
import { explanationOf, givenProperty } from '../../properties/explained-properties';
import { ExplainedEntry, Explanation, PropertyEntry, PropertySource } from '../../properties/property-entry';
import { keyOf, variableEntry } from '../parts/variable-entry';

/**
 * Where the values come from that a workflow runs with.
 *
 * @param operated whether an operator runs it, which copies values of the platform's properties in place of referring to them
 * @param named properties that are known to be meant by a variable
 */
export function workflowExplanation(
  landscape: Landscape, workflow: WorkflowModel, operated: boolean, named: readonly string[] = [],
): Explanation {
  return explanationOf(landscape, workflow, { environment: environmentOf(landscape, workflow, operated), named, operated });
}

/** Where the value of a property comes from that an operator never sets, in a workflow that it runs; nothing where nothing sets it. */
export function givenWorkflowProperty(landscape: Landscape, workflow: WorkflowModel, property: string): ExplainedEntry | undefined {
  return givenProperty(landscape, workflow, property, { environment: environmentOf(landscape, workflow, true), operated: true });
}

function environmentOf(landscape: Landscape, workflow: WorkflowModel, operated: boolean): PropertyEntry[] {
  const given = asList(workflow.podTemplate.container?.env) as JsonObject[];
  const variables = workflowEnvironment(landscape, workflow, given, operated ? [] : undefined);
  return [...wholeObjects(landscape, workflow), ...variables.map((variable) => variableEntry(landscape, workflow.namespace, variable))];
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
