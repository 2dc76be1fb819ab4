import { DefinitionCheck } from './definition-subject';
import { list, quote, suggest } from '../../findings/words';
import { plainPath } from '../../workflow-definition/files/definition-files';
import { operationFile } from '../../workflow-definition/flow/operation-file';
import { operationsOf } from '../../workflow-definition/operations';

/** The build fails, or the call. */
export const flowOperation: DefinitionCheck = {
  rule: 'SF-FLOW-OPERATION',
  check: ({ calls, definition, files }) => {
    const called = new Set(calls.flatMap(({ called: one }) => one ? [one] : []));
    return !files ? [] : [...called].flatMap((one) => {
      const found = operationFile(one, definition);
      const text = found && files.read(plainPath(found.file));
      const known = found && text !== undefined ? operationsOf(found.file, text) : undefined;
      if (!found || !known || known.includes(found.operation)) return [];
      return [{
        path: found.path,
        given: `${quote(found.operation)} of ${found.file}`,
        allowed: known.length === 0 ? 'an operationId; the file has none' : `an operation of the file: ${list(known)}`,
        fix: suggest(found.operation, known, 'add its operationId to the file'),
      }];
    });
  },
};
