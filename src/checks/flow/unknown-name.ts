import { listNearest, quote, suggest } from '../../findings/words';
import { Violation } from '../../rules/found';
import { Mention } from '../../workflow-definition/flow/values';

/** @param what what the name should be the name of, such as `a state` */
export function unknownName(what: string, { name, path }: Mention, names: readonly string[], otherwise: string): Violation {
  return {
    path,
    given: name === '' ? 'no name' : quote(name),
    allowed: names.length === 0 ? `the name of ${what}; there is none` : `${what}: ${listNearest(name, names)}`,
    fix: names.length === 0 ? otherwise : suggest(name, names),
  };
}
