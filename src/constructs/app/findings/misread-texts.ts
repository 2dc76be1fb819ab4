import { Yaml } from 'cdk8s';
import { Origin } from '../../../findings/origin';
import { LocatedFinding } from '../../../findings/place';
import { FieldPath } from '../../../json/field-path';
import { isJsonObject, Json, JsonObject } from '../../../json/json';
import { found } from '../../../rules/found';
import { isSafe } from '../../../yaml/writing';
import { readYaml } from '../../../yaml/yaml';

/** The custom resource of a construct. */
interface Written {
  readonly metadata: object;
  readonly spec: object;
  readonly origin: Origin;
}

/** Texts that cdk8s, which writes the files of a synthesis, writes in a form that kubectl takes for something else. */
export function misreadTexts({ metadata, spec, origin }: Written): LocatedFinding[] {
  return textPlaces({ metadata, spec } as unknown as JsonObject, []).map((path) => found('SF-OUTPUT-TEXT', origin, {
    path,
    given: 'a text that cdk8s writes so that kubectl reads something else',
    allowed: 'texts that all readers of YAML read as they are',
    fix: 'write it in another form, or take it from a ConfigMap or Secret that is not synthesized',
  }));
}

function textPlaces(value: Json, path: FieldPath): FieldPath[] {
  if (typeof value === 'string') return isMisread(value, asValue) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, i) => textPlaces(item, [...path, i]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => isMisread(key, asKey) ? [[...path, key]] : textPlaces(child, [...path, key]));
}

function asValue(text: string): JsonObject {
  return { text };
}

function asKey(text: string): JsonObject {
  return { [text]: '' };
}

/** Most texts are beyond doubt, and need not be written to see it; of the others, such as `1.0`, an app has the same ones everywhere. */
function isMisread(text: string, written: (text: string) => JsonObject): boolean {
  if (isSafe(text)) return false;
  const object = written(text);
  const key = JSON.stringify(object);
  const known = VERDICTS.get(key);
  if (known !== undefined) return known;
  const { documents: [document], findings } = readYaml(Yaml.stringify(object), '');
  const verdict = findings.length > 0 || JSON.stringify(document?.object) !== key;
  if (VERDICTS.size >= MOST_KNOWN) VERDICTS.clear();
  if (key.length <= LONGEST_KNOWN) VERDICTS.set(key, verdict);
  return verdict;
}

/** How cdk8s writes a text depends on nothing else. */
const VERDICTS = new Map<string, boolean>();
const MOST_KNOWN = 1000;
const LONGEST_KNOWN = 100;
