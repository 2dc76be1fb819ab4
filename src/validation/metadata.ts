import { Wording } from './problem';
import { list, quote } from '../findings/words';
import { FieldPath } from '../json/field-path';
import { isJsonObject, JsonObject } from '../json/json';
import { asList, asObject } from '../json/lenient';
import { ValueProblem } from '../rules/value-problem';
import { annotationKeyProblem, labelKeyProblem, labelValueProblem, namespaceProblem, objectNameProblem } from '../values/name-rules';

/** Something in the metadata that Kubernetes refuses for how it is written. */
export interface MetadataProblem {
  readonly path: FieldPath;
  readonly wording: Wording;
}

/** What is wrong in the metadata of an object; values of the wrong type are left to the schema. */
export function metadataProblems(object: JsonObject): MetadataProblem[] {
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
    ...annotationsSize(metadata),
    ...prefixProblems(metadata),
    ...finalizerProblems(metadata),
    ...['creationTimestamp', 'deletionTimestamp'].flatMap((field) => timestampProblems(metadata, field)),
    ...['generation', 'deletionGracePeriodSeconds'].flatMap((field) => integerProblems(metadata, field)),
    ...ownerProblems(metadata),
  ];
}

const TIMESTAMP = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
/** What the API server finds a version in: the group may be empty. */
const API_VERSION = /^(?:[^/]*\/)?[^/]+$/;
const LARGEST_ANNOTATIONS = 256 * 1024;

function annotationsSize(metadata: JsonObject): MetadataProblem[] {
  const size = texts(metadata, 'annotations').reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);
  return size <= LARGEST_ANNOTATIONS ? [] : [wrong(['metadata', 'annotations'], `annotations of ${size} bytes`, `at most ${LARGEST_ANNOTATIONS} bytes`, 'shorten them')];
}

/** It is judged even where a name is given. Of one that ends with a dash the API server does not look at what stands before it either. */
function prefixProblems({ generateName }: JsonObject): MetadataProblem[] {
  if (typeof generateName !== 'string' || generateName === '') return [];
  const judged = generateName.length > 1 && generateName.endsWith('-') ? `${generateName.slice(0, -2)}a` : generateName;
  const problem = objectNameProblem('the prefix', judged);
  return problemAt(['metadata', 'generateName'], problem && { ...problem, given: `the prefix ${quote(generateName)}` });
}

/** What becomes of what an object owns when it is deleted: one of the two. */
const DELETIONS = ['orphan', 'foregroundDeletion'];

function finalizerProblems({ finalizers }: JsonObject): MetadataProblem[] {
  const given = asList(finalizers);
  const second = DELETIONS.every((finalizer) => given.includes(finalizer)) ? Math.max(...DELETIONS.map((finalizer) => given.indexOf(finalizer))) : -1;
  return given.flatMap((finalizer, i) => {
    const path = ['metadata', 'finalizers', i];
    if (i === second) return [wrong(path, list(DELETIONS, undefined, ' and '), 'one of the two', 'remove one')];
    return typeof finalizer === 'string' ? problemAt(path, labelKeyProblem('the finalizer', finalizer)) : [];
  });
}

function timestampProblems(metadata: JsonObject, field: string): MetadataProblem[] {
  const given = metadata[field];
  return typeof given !== 'string' || (TIMESTAMP.test(given) && isDay(given)) ? [] : [
    wrong(['metadata', field], quote(given), 'a time such as "2026-01-31T12:00:00Z"', 'leave it out: the API server sets it'),
  ];
}

/** JavaScript takes the 30th of February for the 2nd of March. */
function isDay(time: string): boolean {
  const day = time.slice(0, '2026-01-31'.length);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function integerProblems(metadata: JsonObject, field: string): MetadataProblem[] {
  const given = metadata[field];
  return typeof given !== 'number' || Math.abs(given) < 2 ** 63 ? [] : [
    wrong(['metadata', field], 'an integer beyond 64 bits', 'an integer of 64 bits', 'leave it out: the API server sets it'),
  ];
}

function ownerProblems({ ownerReferences }: JsonObject): MetadataProblem[] {
  const owners = asList(ownerReferences).map(asObject);
  const empty = owners.flatMap((owner, i) => ['apiVersion', 'kind', 'name', 'uid'].filter((field) => owner[field] === '').map((field) => (
    wrong(['metadata', 'ownerReferences', i, field], '""', 'a text that is not empty', `name the owner's ${field}`)
  )));
  const misnamed = owners.flatMap(({ apiVersion, kind }, i) => {
    if (typeof apiVersion !== 'string' || apiVersion === '') return [];
    const path = ['metadata', 'ownerReferences', i, 'apiVersion'];
    if (!API_VERSION.test(apiVersion)) return [wrong(path, quote(apiVersion), 'a group and a version, such as "apps/v1", or the version "v1"', 'copy it from the owner')];
    return apiVersion === 'v1' && kind === 'Event' ? [wrong(path, 'an Event as the owner', 'an owner of another kind', 'remove the owner')] : [];
  });
  const controllers = owners.flatMap(({ controller }, i) => controller === true ? [i] : []).slice(1);
  return [...empty, ...misnamed, ...controllers.map((i) => (
    wrong(['metadata', 'ownerReferences', i, 'controller'], 'a second controller', 'one owner that is the controller', 'take "controller: true" away')
  ))];
}

function wrong(path: FieldPath, given: string, allowed: string, fix: string): MetadataProblem {
  return { path, wording: { given, allowed, fix } };
}

function texts(metadata: JsonObject, field: string): Array<[string, string]> {
  const map = metadata[field];
  return isJsonObject(map) ? Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === 'string') : [];
}

function problemAt(path: FieldPath, problem: ValueProblem | undefined): MetadataProblem[] {
  return problem ? [{ path, wording: { given: problem.given, allowed: problem.allowed, fix: problem.fix } }] : [];
}
