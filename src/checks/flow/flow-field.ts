import { DefinitionCheck } from './definition-subject';
import { Severity } from '../../findings/finding';

/** The engine refuses unknown fields. The operator leaves them out of what it writes, and what they say is lost. */
export const flowField: DefinitionCheck = {
  rule: 'SF-FLOW-FIELD',
  check: ({ reading, origin }) => reading.filter(({ kind }) => kind === 'field').filter(({ path }) => origin === 'file' || path[0] === 'states')
    .map(({ path, given, allowed, fix }) => ({ path, given, allowed, fix, ...origin === 'resource' && { severity: Severity.WARNING } })),
};
