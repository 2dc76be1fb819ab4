import { DefinitionCheck } from './definition-subject';
import { isJsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';
import { isGiven } from '../../workflow-definition/flow/values';

const FILE = 'the path of a file';

/** The engine reads both fields of the object; in a custom resource the schema of the CRD wants the same. */
export const flowInputSchema: DefinitionCheck = {
  rule: 'SF-FLOW-INPUT-SCHEMA',
  check: ({ definition: { dataInputSchema, extensions }, origin }) => origin === 'resource' ? [] : [
    { given: dataInputSchema, path: ['dataInputSchema'] },
    ...asList(extensions).map((extension, i) => ({ given: asObject(extension).outputSchema, path: ['extensions', i, 'outputSchema'] })),
  ].flatMap(({ given, path }) => {
    if (given === '' || Array.isArray(given)) return [{ path, given: given === '' ? 'an empty text' : 'a list', allowed: FILE, fix: 'name the file, or take it out' }];
    if (!isJsonObject(given)) return [];
    const absent = [...isGiven(given.schema) ? [] : ['schema'], ...Object.hasOwn(given, 'failOnValidationErrors') ? [] : ['failOnValidationErrors']];
    if (absent.length > 0) return [{ path, given: `no ${absent.join(' and no ')}`, allowed: 'an object with both schema and failOnValidationErrors', fix: `add ${absent.join(' and ')}` }];
    if (given.schema === '') return [{ path: [...path, 'schema'], given: 'an empty text', allowed: FILE, fix: 'name the file' }];
    return typeof given.schema === 'object' ? [{ path: [...path, 'schema'], given: 'a schema that is written out', allowed: FILE, fix: 'put the schema into a file' }] : [];
  }),
};
