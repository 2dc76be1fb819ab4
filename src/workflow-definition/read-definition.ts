import { quote } from '../findings/words';
import { FieldPath } from '../json/field-path';
import { JsonObject } from '../json/json';

/** What a definition says about itself; the custom resource has it in its name and its annotations. */
const TEXTS = ['id', 'version', 'description', 'name', 'key', 'expressionLang'] as const;

/** The custom resource is of this version by definition, so it is not said there. */
const SPEC_VERSION = 'specVersion';

export interface DefinitionProblem {
  readonly path: FieldPath;
  readonly given: string;
  readonly allowed: string;
  readonly fix: string;
}

export interface DefinitionParts {
  readonly problems: readonly DefinitionProblem[];
  readonly texts: Readonly<Partial<Record<typeof TEXTS[number], string>>>;
  readonly flow: JsonObject;
}

/** Takes a definition apart as the operator wants it. */
export function readDefinition(definition: JsonObject): DefinitionParts {
  const flow = { ...definition };
  const texts: Partial<Record<typeof TEXTS[number], string>> = {};
  const problems: DefinitionProblem[] = [];
  for (const word of TEXTS) {
    const value = definition[word];
    delete flow[word];
    if (typeof value === 'string') {
      texts[word] = value;
    } else if (value !== undefined && value !== null) {
      problems.push({ path: [word], given: quote(value), allowed: 'a string', fix: 'put it in quotes' });
    }
  }
  delete flow[SPEC_VERSION];
  return { problems: [...problems, ...specVersionProblems(definition), ...stateProblems(definition)], texts, flow };
}

function specVersionProblems({ specVersion, document }: JsonObject): DefinitionProblem[] {
  if (document !== undefined) {
    return [{ path: ['document'], given: 'a definition of Serverless Workflow 1.0', allowed: 'version 0.8', fix: 'write the workflow in the words of version 0.8' }];
  }
  if (specVersion === undefined || /^0\.8(\.\d+)?$/.test(String(specVersion))) return [];
  return [{ path: [SPEC_VERSION], given: quote(specVersion), allowed: '0.8', fix: 'write the workflow in the words of version 0.8' }];
}

function stateProblems({ states, document }: JsonObject): DefinitionProblem[] {
  if (document !== undefined || (Array.isArray(states) && states.length > 0)) return [];
  return [{
    path: ['states'],
    given: states === undefined ? 'a definition without states' : `states: ${quote(states)}`,
    allowed: 'a list of at least one state',
    fix: 'add a state, such as {name: Hello, type: inject, data: {}, end: true}',
  }];
}
