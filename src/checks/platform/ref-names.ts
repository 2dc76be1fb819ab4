import { FieldPath } from '../../json/field-path';
import { isJsonObject, Json } from '../../json/json';
import { Violation } from '../../rules/found';
import { namespaceProblem, objectNameProblem } from '../../values/name-rules';
import { Check, Subject } from '../check';

/** Fields that name another object, wherever they are; a flow and the pods' own fields are not the operator's to look into. */
const REFERENCES = ['ref', 'serviceRef', 'secretRef', 'platformRef', 'configMap', 'configMapKeyRef', 'secretKeyRef'];
const FLOW = 'flow';
const PODS = 'podTemplate';

/** What the operator makes of a reference has a name or a namespace that no API server takes. */
export const refNames: Check<Subject> = {
  rule: 'SF-NAME',
  check: ({ resource: { spec } }) => Object.entries(spec as Record<string, Json>)
    .filter(([field]) => field !== FLOW && field !== PODS)
    .flatMap(([field, value]) => referencesIn(value, ['spec', field])),
};

function referencesIn(value: Json, path: FieldPath): Violation[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => referencesIn(item, [...path, i]));
  if (!isJsonObject(value)) return [];
  const { name, namespace } = value;
  const field = path.at(-1);
  const problems = !REFERENCES.includes(String(field)) ? [] : [
    typeof name === 'string' && name !== '' && { path: [...path, 'name'], problem: objectNameProblem('the name', name) },
    typeof namespace === 'string' && namespace !== '' && { path: [...path, 'namespace'], problem: namespaceProblem('the namespace', namespace) },
  ];
  return [
    ...problems.flatMap((found) => found && found.problem ? [{ ...found.problem, path: found.path }] : []),
    ...Object.entries(value).filter(([key]) => key !== PODS).flatMap(([key, child]) => referencesIn(child, [...path, key])),
  ];
}
