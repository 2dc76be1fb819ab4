/* eslint-disable @typescript-eslint/no-require-imports -- an import statement would load all schemas at every start */
import { Crd, parseCrd } from './structural-schema';
import type { ValidationError } from '../../imports/schemas/validators';
import { OperatorBehaviour } from '../values/operator-behaviour';
import { OPERATOR_RELEASES } from '../values/operator-releases';

/** The version whose CRDs the API server has. */
export type CrdVersion = OperatorBehaviour['crds'];

export const CRD_VERSIONS: readonly CrdVersion[] = [...new Set(Object.values(OPERATOR_RELEASES).map(({ crds }) => crds))];

/** The kinds that a user writes. */
export const KINDS = ['SonataFlowPlatform', 'SonataFlowClusterPlatform', 'SonataFlow'] as const;

/** A kind that a user writes. */
export type Kind = typeof KINDS[number];

export function isKind(kind: unknown): kind is Kind {
  return KINDS.some((known) => known === kind);
}

const FILES: Record<CrdVersion, Record<Kind, () => { readonly crd: string }>> = {
  '10.1.0': {
    SonataFlowPlatform: () => require('../../imports/schemas/10.1.0/sonataflowplatform'),
    SonataFlowClusterPlatform: () => require('../../imports/schemas/10.1.0/sonataflowclusterplatform'),
    SonataFlow: () => require('../../imports/schemas/10.1.0/sonataflow'),
  },
  '1.x': {
    SonataFlowPlatform: () => require('../../imports/schemas/1.x/sonataflowplatform'),
    SonataFlowClusterPlatform: () => require('../../imports/schemas/1.x/sonataflowclusterplatform'),
    SonataFlow: () => require('../../imports/schemas/1.x/sonataflow'),
  },
};

const loaded = new Map<string, Crd>();

/** The CRD of a kind, read when it is asked for first. */
export function crdOf(crds: CrdVersion, kind: Kind): Crd {
  const key = `${crds}/${kind}`;
  const crd = loaded.get(key) ?? parseCrd(FILES[crds][kind]().crd);
  loaded.set(key, crd);
  return crd;
}

/** All that the CRD's schema refuses in an object, as ajv's code finds it. */
export function validationErrors(crds: CrdVersion, kind: Kind, object: unknown): readonly ValidationError[] {
  const { validators } = require('../../imports/schemas/validators') as typeof import('../../imports/schemas/validators');
  const validator = validators[`${crds}/${kind}`];
  return validator(object) ? [] : validator.errors ?? [];
}
