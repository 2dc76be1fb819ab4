import { FieldPath } from '../../json/field-path';
import { Json } from '../../json/json';
import { asList, asObject, asText } from '../../json/lenient';
import { mention, Mention } from '../flow/values';

/** What an action or a function needs beside the definition. */
export interface NeededFile extends Mention {
  /** A workflow that is called by its id; else a file by its path. */
  readonly subflow: boolean;
}

/** Functions whose operation is no path of a file. */
const WITHOUT_FILE = ['custom', 'expression'];

/** The files and workflows to which a flow refers by relative paths and by ids. */
export function neededFiles(flow: unknown): NeededFile[] {
  const { functions, states, dataInputSchema } = asObject(flow);
  const operations = asList(functions).map(asObject).flatMap(({ operation, type }, i) => (
    WITHOUT_FILE.includes(asText(type)) ? [] : file(asText(operation).replace(/#.*/s, ''), ['functions', i, 'operation'])
  ));
  const { schema } = asObject(dataInputSchema);
  return [
    ...operations,
    ...file(asText(schema), ['dataInputSchema', 'schema']),
    ...asList(states).flatMap((state, i) => subflows(state as Json, ['states', i])),
  ];
}

function file(name: string, path: FieldPath): NeededFile[] {
  return /^[^:]+\.\w+$/.test(name) ? [{ name, path, subflow: false }] : [];
}

function subflows(value: Json, path: FieldPath): NeededFile[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => subflows(item, [...path, i]));
  return Object.entries(asObject(value)).flatMap(([field, child]): NeededFile[] => {
    const at = [...path, field];
    if (field === 'data' || field === 'arguments' || field === 'metadata') return [];
    if (field !== 'subFlowRef') return subflows(child as Json, at);
    const found = mention(child, 'workflowId', at);
    return found ? [{ ...found, subflow: true }] : [];
  });
}
