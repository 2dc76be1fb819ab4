import { resourceForm } from './files/resource-form';
import { textOf } from './flow/values';
import { quote } from '../findings/words';
import { FieldPath } from '../json/field-path';
import { deepFreeze, isJsonObject, JsonObject } from '../json/json';

/** What a definition says about itself; the custom resource has it in its name and its annotations. */
const TEXTS = ['id', 'version', 'description', 'name', 'key', 'expressionLang'] as const;

/** What a custom resource has no place for: it is of this version by definition, and its schema knows no extensions. */
const WITHOUT_PLACE = ['specVersion', 'extensions'] as const;

export interface DefinitionProblem {
  readonly path: FieldPath;
  readonly given: string;
  readonly allowed: string;
  readonly fix: string;
}

export interface DefinitionParts {
  readonly problems: readonly DefinitionProblem[];
  readonly texts: Readonly<Partial<Record<typeof TEXTS[number], string>>>;
  /** In the form that a custom resource and the operator can hold, as far as that means the same. */
  readonly flow: JsonObject;
  /** As it was written. */
  readonly definition: JsonObject;
}

/** Takes a definition apart as the operator wants it. */
export function readDefinition(definition: JsonObject): DefinitionParts {
  const flow = resourceForm(definition);
  const texts: Partial<Record<typeof TEXTS[number], string>> = {};
  const problems: DefinitionProblem[] = [];
  for (const word of TEXTS) {
    const value = definition[word];
    const text = textOf(value);
    delete flow[word];
    if (text !== undefined) {
      texts[word] = text;
    } else if (value !== undefined && value !== null) {
      problems.push({ path: [word], given: quote(value), allowed: 'a text', fix: 'write a text' });
    }
  }
  for (const word of WITHOUT_PLACE) delete flow[word];
  return deepFreeze({ problems: kindProblems(definition) ?? [...problems, ...stateProblems(definition)], texts, flow, definition });
}

/** Something else than a definition, of which nothing else is to be said. */
function kindProblems({ document, apiVersion, kind, spec, metadata }: JsonObject): DefinitionProblem[] | undefined {
  if (document !== undefined) {
    return [{ path: ['document'], given: 'a definition of Serverless Workflow 1.0', allowed: 'version 0.8', fix: 'write the workflow in the words of version 0.8' }];
  }
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || !(isJsonObject(spec) || isJsonObject(metadata))) return undefined;
  return [{
    path: ['kind'],
    given: `an object of Kubernetes of the kind ${quote(kind)}`,
    allowed: 'a workflow definition: an object with id and states',
    fix: kind === 'SonataFlow' ? 'take its spec.flow: WorkflowDefinition.fromCustomResource' : 'give the .sw.yaml or .sw.json file of the workflow',
  }];
}

function stateProblems({ states }: JsonObject): DefinitionProblem[] {
  if (Array.isArray(states) && states.length > 0) return [];
  return [{
    path: ['states'],
    given: states === undefined ? 'a definition without states' : `states: ${quote(states)}`,
    allowed: 'a list of at least one state',
    fix: 'add a state, such as {name: Hello, type: inject, data: {}, end: true}',
  }];
}
