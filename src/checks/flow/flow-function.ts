import { DefinitionCheck, DefinitionSubject } from './definition-subject';
import { Severity } from '../../findings/finding';
import { quote, suggest } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { JsonObject } from '../../json/json';
import { asObject } from '../../json/lenient';
import { Violation } from '../../rules/found';
import { hasSources, isJavaClass, methodsOf } from '../../workflow-definition/files/java-sources';
import { FunctionCall } from '../../workflow-definition/flow/actions';
import { customOperation, DeclaredFunction } from '../../workflow-definition/flow/declarations';
import { isGiven, textOf } from '../../workflow-definition/flow/values';

/** How many `#` divide an operation of a file. */
const HASHES: Readonly<Record<string, number>> = { rest: 1, asyncapi: 1, rpc: 2 };

/** The build fails. A function that nobody calls is not looked at. */
export const flowFunction: DefinitionCheck = {
  rule: 'SF-FLOW-FUNCTION',
  check: (subject) => {
    const called = new Set(subject.calls.flatMap(({ called: one }) => one ? [one] : []));
    return [
      ...[...called].flatMap((one) => operationProblems(one, subject)),
      ...subject.calls.flatMap((call) => call.called ? argumentProblems(call, call.called) : []),
    ];
  },
};

function operationProblems({ name, type, operation, path: at, given }: DeclaredFunction, subject: DefinitionSubject): Violation[] {
  const path = [...at.slice(0, 2), 'operation'];
  if (operation === undefined) {
    return type === 'odata' || type === 'graphql' ? [] : [{ path: at.slice(0, 2), given: `the function ${quote(name)} without an operation`, allowed: 'what it does', fix: 'add operation' }];
  }
  if (type === 'custom') {
    const metadata = asObject(given.metadata);
    return [
      ...serviceProblems(operation, metadata, path, subject), ...logProblems(operation, path), ...portProblems(operation, metadata, at.slice(0, 2)),
    ];
  }
  const hashes = HASHES[type];
  // Java drops what is empty at the end.
  if (hashes === undefined || operation.replace(/#+$/, '').split('#').length === hashes + 1) return [];
  const plain = type === 'rest' && !operation.includes('#');
  return [{
    path,
    given: `${quote(operation)} of the type ${type}`,
    allowed: type === 'rpc' ? 'file#service#method' : 'file#operationId',
    fix: plain ? 'write file#operationId, or the type that it is: custom or expression' : 'write the file, then what is called in it',
  }];
}

/** A class has to be there at build time, and a build of the operator has none but those of its image. */
function serviceProblems(
  operation: string, { implementation }: Partial<JsonObject>, path: Violation['path'], { operatorBuilds, origin, files }: DefinitionSubject,
): Violation[] {
  const { word, rest } = customOperation(operation);
  if (word !== 'service') return [];
  const [target = '', method] = rest.split('::');
  const [language, named = ''] = target.includes(':') ? target.split(':') : [textOf(implementation) ?? 'java', target];
  if (method === undefined || method === '' || named === '') {
    return [{ path, given: quote(operation), allowed: 'service:java:<class>::<method>', fix: 'write the class and, behind "::", its method' }];
  }
  if (language === 'python') return [];
  if (operatorBuilds) {
    return [{
      path,
      given: quote(operation),
      allowed: 'a class that the builder of the image has; an image that the operator builds has none of your own',
      fix: 'call a service by HTTP (rest:), or build the image yourself (profile gitops)',
      severity: Severity.WARNING,
    }];
  }
  // Of a custom resource nobody knows the sources, and a class may come from elsewhere where there are none.
  if (!files || files.partial || origin === 'resource' || !hasSources(files)) return [];
  if (!isJavaClass(files, named)) return [{ path, given: `the class ${quote(named)}`, allowed: 'a class of the project', fix: 'correct the name, or add the class' }];
  const methods = methodsOf(files, named);
  return methods === undefined || methods.includes(method) ? [] : [{ path, given: `the method ${quote(method)}`, allowed: `a method of ${named}: ${methods.join(', ')}`, fix: 'correct the name' }];
}

const LOG_LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'];

function logProblems(operation: string, path: Violation['path']): Violation[] {
  const { word, rest } = customOperation(operation);
  if (word !== 'sysout' || rest === '' || LOG_LEVELS.includes(rest)) return [];
  return [{ path, given: quote(operation), allowed: `sysout, or sysout: with ${LOG_LEVELS.join(', ')}`, fix: suggest(rest.toUpperCase(), LOG_LEVELS, 'write one of them') }];
}

/** The build takes it for a number where the definition has a text, whatever it is. */
function portProblems(operation: string, { port }: Partial<JsonObject>, path: FieldPath): Violation[] {
  if (customOperation(operation).word !== 'rest' || !isGiven(port)) return [];
  return [{ path: [...path, 'metadata', 'port'], given: 'the port of a custom function of the kind rest', allowed: 'none: the build cannot read it', fix: 'write the port in the address of the operation' }];
}

function argumentProblems({ args, action: { path } }: FunctionCall, { name, type, operation = '' }: DeclaredFunction): Violation[] {
  const { word, rest } = customOperation(operation);
  const needed = word === 'sysout' ? 'message' : 'script';
  if (type !== 'custom' || (word !== 'sysout' && word !== 'script')) return [];
  const given = asObject(args);
  if (!Object.hasOwn(given, needed)) {
    return [{ path: [...path, 'functionRef'], given: `a call of ${quote(name)} without the argument ${needed}`, allowed: `arguments: {${needed}: ...}`, fix: `add ${needed}` }];
  }
  if (word === 'script' && rest.toLowerCase() !== 'python' && isPython(String(given.script), rest)) {
    return [{ path: [...path, 'functionRef'], given: `a script of the language ${quote(rest)}`, allowed: 'script:python; anything else is Java', fix: 'write script:python' }];
  }
  return [];
}

/** Whatever is no Python is taken for statements of Java, which end so. */
function isPython(script: string, language: string): boolean {
  return language.toLowerCase() !== 'java' && script.trim() !== '' && !/[;}]\s*$/.test(script);
}
