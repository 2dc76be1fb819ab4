import { quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { isJsonObject, Json, JsonObject } from '../../json/json';
import { flowDefinition } from '../../model/flow-definition/flow-definition';
import { heldFlow } from '../../model/flow-definition/held-flow';
import { WorkflowResource } from '../../model/resource';
import { Violation } from '../../rules/found';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';
import { readDefinition } from '../../workflow-definition/read-definition';
import { LoadedDocument } from '../../yaml/yaml';

/**
 * The first place where a custom resource says something else than the definition of the same id: the image has the text of one, the cluster that of
 * the other. What a custom resource cannot hold is no difference, nor is how one thing is written.
 */
export function flowDiffers({ object, origin }: LoadedDocument, resource: WorkflowResource, operator: OperatorBehaviour): Violation | undefined {
  const { problems, flow } = readDefinition(object);
  if (problems.length > 0 || resource.refused) return undefined;
  const held = heldFlow(flow, operator).flow;
  const [ofFile, ofResource] = [held, resource.spec.flow].map((one) => asRead({ ...resource, spec: { ...resource.spec, flow: one } }));
  const difference = ofFile && ofResource && firstDifference(ofFile, ofResource);
  if (!difference) return undefined;
  const { path, left, right } = difference;
  return {
    path: ['spec', 'flow', ...path],
    given: `${valueWords(right)}, and ${valueWords(left)} in the definition (${origin.locate(path).where})`,
    allowed: 'the definition of which the image is built: the image runs the one, and the cluster shows the other',
    fix: 'write the custom resource of the definition anew, or correct the definition and build the image again',
  };
}

/** The flow as the runtime gets it, where that can be said. */
function asRead(resource: WorkflowResource): JsonObject | undefined {
  const text = flowDefinition(resource);
  return typeof text === 'string' ? JSON.parse(text) as JsonObject : undefined;
}

interface Difference {
  readonly path: FieldPath;
  readonly left: Json | undefined;
  readonly right: Json | undefined;
}

function firstDifference(left: Json | undefined, right: Json | undefined, path: FieldPath = []): Difference | undefined {
  if (left === right) return undefined;
  if (Array.isArray(left) && Array.isArray(right)) {
    return first(Array.from({ length: Math.max(left.length, right.length) }, (_, i) => i), (i) => firstDifference(left[i], right[i], [...path, i]));
  }
  if (isJsonObject(left) && isJsonObject(right)) {
    return first([...new Set([...Object.keys(left), ...Object.keys(right)])], (key) => firstDifference(left[key], right[key], [...path, key]));
  }
  return { path, left, right };
}

function first<T>(items: readonly T[], find: (item: T) => Difference | undefined): Difference | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}

function valueWords(value: Json | undefined): string {
  return value === undefined ? 'nothing' : quote(value);
}
