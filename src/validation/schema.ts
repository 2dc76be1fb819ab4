import { CRD_VERSIONS, crdOf, isKind, Kind, KINDS } from './crds';
import { withDefaults, writtenBack } from './defaults';
import { inDocumentOrder } from './document-order';
import { duplicates } from './duplicates';
import { metadataProblems } from './metadata';
import { SchemaProblem, Wording } from './problem';
import { prune } from './prune';
import { quantityViolations } from './quantities';
import { scaleViolations } from './scale';
import { schemaViolations } from './schema-violations';
import { Crd, schemaAt } from './structural-schema';
import { mistakesIn, unknownField } from './typos';
import { SchemaViolation } from './violation';
import { Shown, wordNull, wordUnknown, wordViolation } from './wording';
import type { CrdVersion } from '../../imports/schemas/crds';
import { list, quote, suggest } from '../findings/words';
import { fieldName, FieldPath } from '../json/field-path';
import { copyJson, isJsonObject, Json, JsonObject, valueAt } from '../json/json';
import { asObject } from '../json/lenient';
import { OPERATOR_RELEASE_NAMES, OPERATOR_RELEASES, OperatorRelease } from '../values/operator/operator-releases';
import { PROFILE_ANNOTATION, WorkflowProfile } from '../values/workflow-profile';

/** What an API server makes of an object. */
export interface SchemaVerdict {
  /** Without what the API server drops, with its defaults; it shares with what was given only what is frozen there. */
  readonly object: JsonObject;
  /** The same once the operator has written it back, which it does not do with workflows of the profile dev. */
  readonly writtenBack: JsonObject;
  /** All problems, in the order of the document. */
  readonly problems: readonly SchemaProblem[];
}

/**
 * Does what an API server does with a custom resource that is created: drops what it does not know, adds defaults, and judges the rest.
 *
 * @param crds the version of the CRDs that the API server has
 * @param object its kind picks the schema
 */
export function judge(crds: CrdVersion, object: JsonObject): SchemaVerdict {
  const { kind } = object;
  if (!isKind(kind)) return { object: copyJson(object), writtenBack: copyJson(object), problems: [unknownKind(kind)] };
  const crd = crdOf(crds, kind);
  const { object: pruned, unknown, nulls } = prune(withoutServersOwn(object, crd), crd.schema);
  const judged = withDefaults(pruned, crd.schema);
  const unknownFields = unknown.map((path) => unknownField(path, pruned, crd.schema));
  const { violations, fatal } = mistakesIn(judged, crd.schema, unknownFields, [
    ...schemaViolations(crds, kind, judged),
    ...duplicates(judged, crd.schema),
    ...scaleViolations(judged, crd),
    ...quantityViolations(judged, crd.schema),
  ]);
  const problems: SchemaProblem[] = [
    ...unknownFields.map((field): SchemaProblem => ({
      kind: fatal.has(field) ? 'invalid' : 'unknown',
      path: field.path,
      ...wordUnknown(field, knownElsewhere(crds, kind, field.path)),
    })),
    ...nulls.map((path): SchemaProblem => ({ kind: 'unknown', path, ...wordNull(schemaAt(crd.schema, path)!) })).filter(isNotRequired(violations)),
    ...violations.map((violation): SchemaProblem => ({ kind: 'invalid', path: violation.path, ...inWords(violation, crd, object, judged) })),
    ...metadataProblems(judged).map(({ path, wording }): SchemaProblem => ({ kind: 'invalid', path, ...wording })),
  ];
  const compare = inDocumentOrder(object);
  return {
    object: judged,
    writtenBack: isDev(judged) ? judged : writtenBack(judged, crd.schema),
    problems: problems.sort((a, b) => compare(a.path, b.path)),
  };
}

function isDev({ metadata }: JsonObject): boolean {
  return asObject(asObject(metadata).annotations)[PROFILE_ANNOTATION] === WorkflowProfile.DEV;
}

/** A null in the place of a required field is told as its absence. */
function isNotRequired(violations: readonly SchemaViolation[]) {
  const missing = new Set(violations.filter(({ rule }) => rule === 'required').map(({ path }) => fieldName(path)));
  return ({ path }: SchemaProblem) => !missing.has(fieldName(path));
}

/** The API server fills the status itself, and takes no notice of a namespace where there is none. */
function withoutServersOwn(object: JsonObject, crd: Crd): JsonObject {
  const { status: _status, ...rest } = object;
  if (crd.namespaced || !isJsonObject(rest.metadata) || typeof rest.metadata.namespace !== 'string') return rest;
  const { namespace: _namespace, ...metadata } = rest.metadata;
  return { ...rest, metadata };
}

function inWords({ rule, path }: SchemaViolation, crd: Crd, object: JsonObject, judged: JsonObject): Wording {
  return wordViolation(rule, {
    field: path.at(-1) ?? crd.kind,
    schema: schemaAt(crd.schema, rule === 'duplicate' ? path.slice(0, -1) : path)!,
    given: shownValue(valueAt(object, path), path),
    judged: valueAt(judged, path),
  });
}

/** Steps below which values may be secrets, and those above them where a value in the wrong place may be one. */
const SECRETIVE = new Set(['env', 'value', 'jdbcUrl', 'uri', 'auth', 'properties', 'data', 'stringData']);
/** What holds such steps. */
const HOLDERS = new Set(['container', 'containers', 'initContainers', 'podTemplate', 'build', 'template', 'postgresql', 'persistence', 'broker', 'sink', 'source', 'sources', 'spec']);

/** What a message may show of a value: of what may be a secret, or have one in it, only its type. */
function shownValue(value: Json | undefined, path: FieldPath): Shown | undefined {
  const isSecretive = path.some((step) => SECRETIVE.has(String(step))) || HOLDERS.has(String(path.filter((step) => typeof step === 'string').at(-1)));
  if (value === undefined || value === null || (!isSecretive && typeof value !== 'object')) return value;
  return { hidden: value };
}

function knownElsewhere(crds: CrdVersion, kind: Kind, path: FieldPath): OperatorRelease[] {
  const knowing = new Set(CRD_VERSIONS.filter((other) => other !== crds && schemaAt(crdOf(other, kind).schema, path) !== undefined));
  return OPERATOR_RELEASE_NAMES.filter((release) => knowing.has(OPERATOR_RELEASES[release].crds));
}

function unknownKind(kind: Json | undefined): SchemaProblem {
  return { kind: 'invalid', path: ['kind'], given: quote(kind), allowed: list(KINDS), fix: suggest(typeof kind === 'string' ? kind : '', KINDS) };
}
