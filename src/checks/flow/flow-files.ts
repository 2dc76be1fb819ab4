import { posix } from 'node:path';
import { DefinitionCheck, DefinitionSubject } from './definition-subject';
import { Severity } from '../../findings/finding';
import { quote, suggest } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { isJsonObject } from '../../json/json';
import { isJsonObjectText } from '../../json/json-text';
import { asList, asObject } from '../../json/lenient';
import { Violation } from '../../rules/found';
import { definitionIds } from '../../workflow-definition/definition-ids';
import { isRelativeFile, plainPath } from '../../workflow-definition/files/definition-files';
import { subflowCalls } from '../../workflow-definition/flow/actions';
import { operationFile } from '../../workflow-definition/flow/operation-file';
import { isGiven, textOf } from '../../workflow-definition/flow/values';

/** The build fails: it reads the files beside the definition. In a custom resource SF-FLOW-SPEC of the resources looks for them. */
export const flowFiles: DefinitionCheck = {
  rule: 'SF-FLOW-SPEC',
  check: (subject) => subject.origin === 'resource' || !subject.files || subject.files.partial ? [] : (
    [...operationFiles(subject), ...schemaFiles(subject), ...subflows(subject)].map((violation) => ({ ...violation, severity: Severity.ERROR }))
  ),
};

function operationFiles({ calls, definition, files }: DefinitionSubject): Violation[] {
  const called = new Set(calls.flatMap(({ called: one }) => one ? [one] : []));
  return [...called].flatMap((one) => {
    const found = operationFile(one, definition);
    if (!found) return [];
    if (!files!.paths.includes(plainPath(found.file))) return [missing(found.file, found.path, files!.paths)];
    return /\p{L}/u.test(posix.parse(found.file).name) ? [] : [{
      path: found.path, given: quote(found.file), allowed: 'a name with a letter, of which the build makes a package', fix: 'rename the file',
    }];
  });
}

function schemaFiles({ definition, files }: DefinitionSubject): Violation[] {
  return schemas(definition).flatMap(({ value, path }) => {
    const file = textOf(value) ?? '';
    if (!isRelativeFile(file)) return [];
    const text = files!.read(plainPath(file));
    if (text === undefined) return [missing(file, path, files!.paths)];
    if (!isJsonObjectText(text)) return [{ path, given: `${quote(file)}, which holds no JSON object`, allowed: 'a JSON schema, in JSON', fix: 'write the schema in JSON' }];
    const refs = refsOf(text);
    if (refs.some((ref) => typeof ref !== 'string' || ref.startsWith('#'))) {
      return [{
        path, given: `${quote(file)}, which refers to a part of itself: "$ref": "#..."`, allowed: 'a schema that refers to files only: the build reads each $ref as one', fix: 'write the part where it is meant, or into a file of its own',
      }];
    }
    const there = new Set(files!.paths);
    const places = (ref: string) => [posix.join(posix.dirname(file), ref), ref].map((place) => plainPath(posix.normalize(place)));
    const lost = refs.map(String).find((ref) => isRelativeFile(ref) && !places(ref).some((place) => there.has(place)));
    return lost === undefined ? [] : [{ ...missing(lost, path, files!.paths), given: `${quote(file)}, which refers to ${quote(lost)}` }];
  });
}

/** What the parts of a schema refer to, wherever they are. */
function refsOf(text: string): unknown[] {
  const refs: unknown[] = [];
  JSON.parse(text, (key, value: unknown) => {
    if (key === '$ref') refs.push(value);
    return value;
  });
  return refs;
}

function schemas({ dataInputSchema, extensions }: DefinitionSubject['definition']): Array<{ value: unknown; path: FieldPath }> {
  const of = (given: unknown, path: FieldPath) => isJsonObject(given) ? { value: given.schema, path: [...path, 'schema'] } : { value: given, path };
  return [
    ...isGiven(dataInputSchema) ? [of(dataInputSchema, ['dataInputSchema'])] : [],
    ...asList(extensions).flatMap((extension, i) => isGiven(asObject(extension).outputSchema) ? [of(asObject(extension).outputSchema, ['extensions', i, 'outputSchema'])] : []),
  ];
}

/** A workflow may call itself. */
function subflows({ actions, definition, files }: DefinitionSubject): Violation[] {
  const calls = subflowCalls(actions).filter(({ name }) => name !== '' && name !== definition.id);
  if (calls.length === 0) return [];
  const ids = definitionIds(files!);
  return calls.filter(({ name }) => !ids.includes(name)).map(({ name, path }) => ({
    path, given: `the subflow ${quote(name)}`, allowed: 'the id of a definition beside this one', fix: suggest(name, ids, 'add its .sw.json or .sw.yaml'),
  }));
}

function missing(file: string, path: FieldPath, paths: readonly string[]): Violation {
  return { path, given: quote(file), allowed: 'a file beside the definition', fix: suggest(plainPath(file), paths, 'add the file') };
}
