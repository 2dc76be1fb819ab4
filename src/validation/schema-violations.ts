import { Kind, validationErrors } from './crds';
import { SchemaKeyword, SchemaViolation } from './violation';
import type { CrdVersion } from '../../imports/schemas/crds';
import { FieldPath } from '../json/field-path';
import { isJsonObject, Json, JsonObject } from '../json/json';

/** What the keywords of the CRD's schema refuse, one violation for each mistake. */
export function schemaViolations(crds: CrdVersion, kind: Kind, object: JsonObject): SchemaViolation[] {
  const errors = validationErrors(crds, kind, object);
  // A value of the wrong type is in no enum either.
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  return errors
    .filter(({ keyword, instancePath }) => keyword === 'type' || !mistyped.has(instancePath))
    .map(({ keyword, instancePath, params }) => {
      const path = resolvePointer(instancePath, object);
      return { path: keyword === 'required' ? [...path, String(params.missingProperty)] : path, rule: keyword as SchemaKeyword };
    });
}

/** The path that a JSON pointer means in an object: only there it can be seen which steps are positions in a list. */
function resolvePointer(pointer: string, object: JsonObject): FieldPath {
  let node: Json | undefined = object;
  return pointer.split('/').slice(1).map((escaped) => {
    const step = escaped.replace(/~1/g, '/').replace(/~0/g, '~');
    if (Array.isArray(node)) {
      node = node[Number(step)];
      return Number(step);
    }
    if (isJsonObject(node)) node = node[step];
    return step;
  });
}
