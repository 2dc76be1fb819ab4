import { Wording } from './problem';
import { FieldPath } from '../json/field-path';
import { isJsonObject, JsonObject } from '../json/json';
import { ValueProblem } from '../rules/value-problem';
import { annotationKeyProblem, labelKeyProblem, labelValueProblem, namespaceProblem, objectNameProblem } from '../values/name-rules';

/** A name in the metadata that Kubernetes refuses for how it is written. */
export interface NameProblem {
  readonly path: FieldPath;
  readonly wording: Wording;
}

/** What is wrong with the names in the metadata of an object; values of the wrong type are left to the schema. */
export function nameProblems(object: JsonObject): NameProblem[] {
  const metadata = isJsonObject(object.metadata) ? object.metadata : {};
  const { name, namespace } = metadata;
  return [
    ...(typeof name === 'string' ? problemAt(['metadata', 'name'], objectNameProblem('the name', name)) : []),
    ...(typeof namespace === 'string' && namespace !== '' ? problemAt(['metadata', 'namespace'], namespaceProblem('the namespace', namespace)) : []),
    ...texts(metadata, 'labels').flatMap(([key, value]) => {
      const path = ['metadata', 'labels', key];
      return [...problemAt(path, labelKeyProblem('the key', key)), ...problemAt(path, labelValueProblem('the value', value))];
    }),
    ...texts(metadata, 'annotations').flatMap(([key]) => problemAt(['metadata', 'annotations', key], annotationKeyProblem('the key', key))),
  ];
}

function texts(metadata: JsonObject, field: string): Array<[string, string]> {
  const map = metadata[field];
  return isJsonObject(map) ? Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === 'string') : [];
}

function problemAt(path: FieldPath, problem: ValueProblem | undefined): NameProblem[] {
  return problem ? [{ path, wording: { given: problem.given, allowed: problem.allowed, fix: problem.fix } }] : [];
}
