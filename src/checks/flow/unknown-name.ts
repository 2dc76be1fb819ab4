import { listNearest, quote, suggest } from '../../findings/words';
import { Violation } from '../../rules/found';
import { Mention } from '../../workflow-definition/flow-states';

export function unknownName(what: string, { name, path }: Mention, names: readonly string[], otherwise: string): Violation {
  return {
    path: ['spec', 'flow', ...path],
    given: quote(name),
    allowed: names.length === 0 ? `no ${what} is declared` : `${what}: ${listNearest(name, names)}`,
    fix: names.length === 0 ? otherwise : suggest(name, names),
  };
}
