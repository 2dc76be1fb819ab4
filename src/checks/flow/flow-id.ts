import { DefinitionCheck } from './definition-subject';
import { quote } from '../../findings/words';
import { subflowCalls } from '../../workflow-definition/flow/actions';
import { customOperation } from '../../workflow-definition/flow/declarations';
import { textOf } from '../../workflow-definition/flow/values';

/** Such as a class or a variable of Java. */
const JAVA_NAME = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

/** The build looks at what is behind the last dot. */
function isProcessId(id: string): boolean {
  return !/["\\]/.test(id) && /^(?:[\p{L}_$]|$)/u.test(id.slice(id.lastIndexOf('.') + 1));
}

/** The engine generates Java whose names are those of workflows: it does not build with others. Where the operator builds, the id is the name of the custom resource. */
export const flowId: DefinitionCheck = {
  rule: 'SF-FLOW-ID',
  check: ({ definition, calls, actions }) => {
    const id = textOf(definition.id) ?? '';
    const custom = calls.find(({ called }) => called?.type === 'custom' && customOperation(called.operation ?? '').word === 'rest');
    return [
      ...id === '' ? [{ path: ['id'], given: 'a definition without an id', allowed: 'an id', fix: 'add id' }] : [],
      .../^\d/.test(id) ? [{ path: ['id'], given: quote(id), allowed: 'an id that begins with a letter', fix: `write ${quote(`flow${id}`)}` }] : [],
      ...id !== '' && !/^\d/.test(id) && !isProcessId(id) ? [{
        path: ['id'], given: quote(id), allowed: 'an id that begins with a letter, also behind a dot, without quotes and backslashes', fix: 'write another one',
      }] : [],
      ...isProcessId(id) && custom && !JAVA_NAME.test(id) ? [{
        path: ['id'],
        given: `${quote(id)} for a workflow with the function ${quote(custom.name)} (rest:)`,
        allowed: 'letters and digits alone: the build makes a class of this name for custom functions of the kind rest',
        fix: `write ${quote(id.replace(/[^\p{L}\p{N}]/gu, ''))}, or call an operation of an OpenAPI file`,
      }] : [],
      ...subflowCalls(actions).filter(({ name }) => /[-\s/:+]/.test(name)).map(({ name, path }) => ({
        path,
        given: `the subflow ${quote(name)}`,
        allowed: 'an id of letters and digits, without hyphen: the build makes a variable of this name',
        fix: `call it ${quote(name.replace(/[-\s/:+]/g, ''))}`,
      })),
    ];
  },
};
