import { DeclaredFunction } from './declarations';
import { isGiven } from './values';
import { FieldPath } from '../../json/field-path';
import { JsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';
import { isRelativeFile } from '../files/definition-files';

/** The file beside the definition that a function calls an operation of, with the operation. */
export interface OperationFile {
  readonly file: string;
  /** Of gRPC `Service#method`. */
  readonly operation: string;
  readonly path: FieldPath;
}

const OF_FILES: ReadonlySet<string> = new Set(['rest', 'asyncapi', 'rpc']);

/** A name in front of `#` may stand for a file that an extension names, itself or in a file of its own. */
export function operationFile({ type, operation, path }: DeclaredFunction, { extensions }: JsonObject): OperationFile | undefined {
  if (!OF_FILES.has(type) || !operation?.includes('#')) return undefined;
  const [given = '', ...rest] = operation.split('#');
  const extension = asList(extensions).map(asObject).find(({ extensionid }) => extensionid === 'workflow-uri-definitions');
  if (extension && !isGiven(extension.definitions)) return undefined;
  const names = asObject(extension?.definitions);
  const file = Object.hasOwn(names, given) ? String(names[given]) : given;
  return isRelativeFile(file) ? { file, operation: rest.join('#'), path: [...path.slice(0, 2), 'operation'] } : undefined;
}
