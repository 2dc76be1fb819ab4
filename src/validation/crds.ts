/* eslint-disable @typescript-eslint/no-require-imports -- an import statement would load all schemas at every start */
import { Crd, parseCrds } from './structural-schema';
import type { CrdVersion } from '../../imports/schemas/crds';
import type { ValidationError } from '../../imports/schemas/validators';
import { OPERATOR_RELEASES } from '../values/operator/operator-releases';

export const CRD_VERSIONS: readonly CrdVersion[] = [...new Set(Object.values(OPERATOR_RELEASES).map(({ crds }) => crds))];

/** The kinds that a user writes. */
export const KINDS = ['SonataFlowPlatform', 'SonataFlowClusterPlatform', 'SonataFlow'] as const;

/** A kind that a user writes. */
export type Kind = typeof KINDS[number];

export function isKind(kind: unknown): kind is Kind {
  return KINDS.some((known) => known === kind);
}

let parsed: ReadonlyMap<string, Crd> | undefined;

/** The CRD of a kind; all of them are read when one is asked for first. */
export function crdOf(crds: CrdVersion, kind: Kind): Crd {
  parsed ??= parseCrds((require('../../imports/schemas/crds') as typeof import('../../imports/schemas/crds')).crds);
  return parsed.get(`${crds}/${kind}`)!;
}

/** All that the CRD's schema refuses in an object, as ajv's code finds it. */
export function validationErrors(crds: CrdVersion, kind: Kind, object: unknown): readonly ValidationError[] {
  const { validators } = require('../../imports/schemas/validators') as typeof import('../../imports/schemas/validators');
  const validator = validators[`${crds}/${kind}`];
  return validator(object) ? [] : validator.errors ?? [];
}
