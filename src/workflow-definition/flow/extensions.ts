import { flowActions, functionCalls } from './actions';
import { declaredFunctions } from './declarations';
import { flowGraph } from './graph';
import { Mention } from './values';
import { FieldPath } from '../../json/field-path';
import { JsonObject } from '../../json/json';
import { asList, asObject, asText } from '../../json/lenient';

/** What an extension of a definition is for. */
export type ExtensionKind = 'uri-definitions' | 'function-namespaces' | 'output-schema' | 'other';

export interface Extension {
  readonly kind: ExtensionKind;
  readonly path: FieldPath;
  /** The functions that use it, by the fields that do. */
  readonly uses: readonly ExtensionUse[];
}

/** A field that says something by what an extension declares. */
export interface ExtensionUse extends Mention {
  /** What its beginning stands for, where that is said. */
  readonly meaning?: string;
}

const KINDS: Readonly<Record<string, ExtensionKind>> = {
  'workflow-uri-definitions': 'uri-definitions',
  'workflow-function-namespaces': 'function-namespaces',
  'workflow-output-schema': 'output-schema',
};

/** The extensions of a definition with what uses them. */
export function extensionsOf(definition: JsonObject): Extension[] {
  return asList(definition.extensions).map((given, i): Extension => {
    const extension = asObject(given);
    const id = asText(extension.extensionid);
    const kind = Object.hasOwn(KINDS, id) ? KINDS[id] ?? 'other' : 'other';
    return { kind, path: ['extensions', i], uses: usesOf(kind, extension, definition) };
  });
}

function usesOf(kind: ExtensionKind, extension: JsonObject, definition: JsonObject): ExtensionUse[] {
  if (kind === 'uri-definitions') {
    const names = asObject(extension.definitions);
    return declaredFunctions(definition).flatMap(({ operation = '', path }) => {
      const [alias = ''] = operation.split('#');
      if (!operation.includes('#') || !Object.hasOwn(names, alias)) return [];
      return [{ name: operation, path: [...path.slice(0, 2), 'operation'], meaning: `${asText(names[alias])}${operation.slice(alias.length)}` }];
    });
  }
  if (kind !== 'function-namespaces') return [];
  const declared = new Set(declaredFunctions(definition).map(({ name }) => name));
  return functionCalls(flowActions(flowGraph(definition))).filter(({ name }) => name.includes(':') && !declared.has(name)).map(({ name, path }) => ({ name, path }));
}
