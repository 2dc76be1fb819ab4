import { shownUrl } from '../findings/shown-url';
import { JsonObject } from '../json/json';
import { DISCOVERABLE, parseDiscoveryUri } from '../properties/discovery/discovery-uri';
import { PropertyEntry } from '../properties/property-entry';
import { plainPath } from '../workflow-definition/files/definition-files';
import { flowActions, functionCalls } from '../workflow-definition/flow/actions';
import { customOperation, DeclaredFunction, declaredFunctions } from '../workflow-definition/flow/declarations';
import { flowGraph } from '../workflow-definition/flow/graph';
import { operationFile } from '../workflow-definition/flow/operation-file';

/** Something outside of a workflow that its flow calls. */
export interface CalledApi {
  /** A specification by its path, an address, or a discovery URI. */
  readonly name: string;
  /** Where the properties say that it is. */
  readonly address?: string;
  readonly operations: readonly string[];
  /** The field of the first function that calls it. */
  readonly said: string;
}

interface ApiOfFunction {
  readonly name: string;
  readonly operation?: string;
  /** The property that says where it is. */
  readonly property?: string;
}

/** The APIs that are called by actions, each once with its operations; functions that nobody calls do not count. */
export function calledApis(flow: JsonObject, properties: () => readonly PropertyEntry[]): CalledApi[] {
  const functions = declaredFunctions(flow);
  const called = new Set(functionCalls(flowActions(flowGraph(flow))).map(({ name }) => name));
  const apis = new Map<string, { operations: Set<string>; said: string; property?: string }>();
  functions.forEach((declaredFunction, i) => {
    const api = called.has(declaredFunction.name) ? apiOf(declaredFunction, flow) : undefined;
    if (!api) return;
    const known = apis.get(api.name) ?? { operations: new Set(), said: `spec.flow.functions[${i}]`, property: api.property };
    if (api.operation) known.operations.add(api.operation);
    apis.set(api.name, known);
  });
  const values = apis.size === 0 ? new Map<string, string>() : new Map(properties().map(({ name, value }) => [name, value]));
  return [...apis].map(([name, { operations, said, property }]) => {
    const address = property === undefined ? undefined : values.get(property);
    return { name, operations: [...operations], said, ...address !== undefined && /^\w+:\/\//.test(address) && { address: shownUrl(address) } };
  });
}

/** The service behind `knative:services.v1.serving.knative.dev/NAMESPACE/NAME` or `knative:NAMESPACE/NAME`. */
export function knativeService(name: string, workflowNamespace: string): { readonly name: string; readonly namespace: string } | undefined {
  const uri = name.startsWith('knative:') ? parseDiscoveryUri(name, workflowNamespace) : undefined;
  return uri?.kind === DISCOVERABLE.KNATIVE_SERVICE ? uri : undefined;
}

function apiOf(declaredFunction: DeclaredFunction, flow: JsonObject): ApiOfFunction | undefined {
  const { type, operation = '' } = declaredFunction;
  if (operation.startsWith('knative:')) return { name: operation.replace(/[?#].*/s, '') };
  const file = operationFile(declaredFunction, flow);
  if (file) return { name: plainPath(file.file), operation: file.operation, property: `quarkus.rest-client.${specificationId(file.file)}.url` };
  if (type === 'custom') return restCall(operation);
  if (type === 'expression' || !operation.includes('#')) return undefined;
  const [address = '', ...rest] = operation.split('#');
  return { name: shownUrl(address), operation: rest.join('#') };
}

/** `rest:get:https://example.org/x`: of an absolute address the host counts. */
function restCall(operation: string): ApiOfFunction | undefined {
  const { word, rest } = customOperation(operation);
  if (word !== 'rest') return undefined;
  const { word: method, rest: address } = customOperation(rest);
  const [, origin, path = ''] = /^(\w+:\/\/[^/?#]*)([^?#]*)/.exec(address) ?? [];
  return origin === undefined
    ? { name: address.replace(/[?#].*/s, ''), operation: method }
    : { name: shownUrl(origin), operation: `${method} ${path || '/'}` };
}

/** How the client of a specification is called in properties: `inventory_yaml`. */
function specificationId(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/[^A-Za-z0-9]/g, '_');
}
