import { DefinitionCheck } from './definition-subject';
import { isJsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';
import { isGiven } from '../../workflow-definition/flow/values';

/** The engine reads both fields of the object; in a custom resource the schema of the CRD wants the same. */
export const flowInputSchema: DefinitionCheck = {
  rule: 'SF-FLOW-INPUT-SCHEMA',
  check: ({ definition: { dataInputSchema, extensions }, origin }) => origin === 'resource' ? [] : [
    { given: dataInputSchema, path: ['dataInputSchema'] },
    ...asList(extensions).map((extension, i) => ({ given: asObject(extension).outputSchema, path: ['extensions', i, 'outputSchema'] })),
  ].flatMap(({ given, path }) => {
    if (!isJsonObject(given)) return [];
    const absent = ['schema', 'failOnValidationErrors'].filter((field) => !isGiven(given[field]));
    if (absent.length > 0) return [{ path, given: `no ${absent.join(' and no ')}`, allowed: 'an object with both schema and failOnValidationErrors', fix: `add ${absent.join(' and ')}` }];
    return typeof given.schema === 'object' ? [{ path: [...path, 'schema'], given: 'a schema that is written out', allowed: 'the path of a file', fix: 'put the schema into a file' }] : [];
  }),
};
