import { parse } from 'yaml';
import { isJsonObject } from '../json/json';
import { asObject, asText } from '../json/lenient';

const MOST_ALIASES = 100;

/**
 * The operations of a specification by their ids: OpenAPI 2, 3.0 and 3.1, AsyncAPI; of a file for gRPC `Service#method`.
 *
 * @returns nothing when it is none of these
 */
export function operationsOf(path: string, text: string): string[] | undefined {
  if (path.endsWith('.proto')) return procedures(text);
  const spec = readSpecification(text);
  if (spec === undefined) return undefined;
  if (spec.asyncapi !== undefined) return [...operationIds(spec.channels), ...Object.keys(asObject(spec.operations))];
  return spec.openapi !== undefined || spec.swagger !== undefined ? operationIds(spec.paths) : undefined;
}

function readSpecification(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = parse(text, { maxAliasCount: MOST_ALIASES, logLevel: 'silent' });
    return isJsonObject(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function operationIds(places: unknown): string[] {
  const operations = Object.values(asObject(places)).flatMap((place) => Object.values(asObject(place)));
  return operations.map((operation) => asText(asObject(operation).operationId)).filter((id) => id !== '');
}

function procedures(text: string): string[] {
  const plain = text.replace(/\/\/[^\n]*/g, '');
  const [, file = ''] = /^\s*package\s+([\w.]+)\s*;/m.exec(plain) ?? [];
  return plain.split(/\bservice\s+(?=\w+\s*\{)/).slice(1).flatMap((part) => {
    const [service = ''] = /^\w+/.exec(part) ?? [];
    const name = file === '' ? service : `${file}.${service}`;
    return [...part.matchAll(/\brpc\s+(\w+)/g)].map(([, method]) => `${name}#${method}`);
  });
}
