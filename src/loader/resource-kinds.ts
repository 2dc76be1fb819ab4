import { list, nearestWord, quote, suggest } from '../findings/words';
import { FieldPath } from '../json/field-path';
import { groupOf, TypeMeta } from '../kubernetes/kinds';
import { API_VERSION } from '../model/resource';
import { ValueProblem } from '../rules/value-problem';
import { isKind, KINDS } from '../validation/crds';

const GROUP = groupOf(API_VERSION);
/** The operator makes builds by itself; one in the input is an object of the cluster like any other. */
const KNOWN_KINDS: readonly string[] = [...KINDS, 'SonataFlowBuild'];

/** Whether the operator takes the object for one of its custom resources. */
export function isResource({ apiVersion, kind }: TypeMeta): boolean {
  return apiVersion === API_VERSION && isKind(kind);
}

/** The problem of a kind or version that nearly is one of SonataFlow's: the API server would not know it. */
export function misspeltKind({ apiVersion, kind }: TypeMeta): (ValueProblem & { readonly path: FieldPath }) | undefined {
  const group = groupOf(apiVersion);
  const known = KNOWN_KINDS.includes(kind);
  if (known ? apiVersion !== API_VERSION : nearestWord(group, [GROUP]) !== undefined && apiVersion !== API_VERSION) {
    return { rule: 'SF-INPUT-KIND', path: ['apiVersion'], given: `${quote(apiVersion)} for the kind ${quote(kind)}`, allowed: API_VERSION, fix: `write "apiVersion: ${API_VERSION}"` };
  }
  if (group !== GROUP || known) return undefined;
  return { rule: 'SF-INPUT-KIND', path: ['kind'], given: quote(kind), allowed: list(KNOWN_KINDS), fix: suggest(kind, KNOWN_KINDS) };
}
