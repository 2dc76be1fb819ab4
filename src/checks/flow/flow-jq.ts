import { DefinitionCheck, DefinitionSubject } from './definition-subject';
import { list, quote, suggest } from '../../findings/words';
import { Violation } from '../../rules/found';
import { ExpressionFunctions, ResolvedExpression } from '../../workflow-definition/flow/expression-functions';
import { FlowExpression } from '../../workflow-definition/flow/expressions';
import { jsonPathProblem } from '../../workflow-definition/flow/json-path';

const LANGUAGES = ['jq', 'jsonpath'];

/** The build fails: it reads functions that are called and filters, and follows `fn:name` everywhere. */
export const flowJq: DefinitionCheck = {
  rule: 'SF-FLOW-JQ',
  check: (subject) => LANGUAGES.includes(subject.language) ? subject.expressions.flatMap((one) => problems(one, subject)) : wrongLanguage(subject),
};

function problems(expression: FlowExpression, { expressionFunctions, language, jq }: DefinitionSubject): Violation[] {
  const { text, path, reading } = expression;
  const found = expressionFunctions.resolved(expression);
  if (found.lost !== undefined) return [lostName(path, found.lost, expressionFunctions)];
  if (reading !== 'build') return [];
  if (language === 'jsonpath') {
    const reason = jsonPathProblem(found.source);
    return reason ? [{ path, given: `an expression with a mistake: ${reason}`, allowed: 'JsonPath', fix: 'correct it, or write expressionLang: jq' }] : [];
  }
  const { refused } = jq(found.source);
  return refused ? [notJq(path, refused.reason, columnOf(text, found, refused.offset))] : [];
}

function lostName(path: Violation['path'], lost: string, functions: ExpressionFunctions): Violation {
  const given = quote(`fn:${lost}`);
  if (functions.has(lost)) return { path, given: `${given}, which leads back to itself`, allowed: 'a name that ends in an expression', fix: 'write the expression' };
  const known = functions.names;
  const allowed = known.length === 0 ? 'the name of an expression function; there is none' : `an expression function: ${list(known)}`;
  return { path, given, allowed, fix: suggest(lost, known, 'declare it') };
}

/** A problem of an expression, with its column in the text, from 1. */
export function notJq(path: Violation['path'], reason: string, column: number): Violation {
  return {
    path,
    given: `an expression with a mistake at column ${column}: ${reason}`,
    allowed: 'jq 1.6 as the engine reads it (jackson-jq 1.0.0-preview)',
    fix: 'correct it there; try it with jq 1.6, newer versions know more',
  };
}

/** The column in the text that was given, from 1; through the name of a function it is that of the name. */
export function columnOf(text: string, { offset, isNamed }: ResolvedExpression, at: number): number {
  return isNamed ? text.indexOf('fn:') + 1 : offset + at + 1;
}

function wrongLanguage({ language, expressions }: DefinitionSubject): Violation[] {
  return expressions.some(({ reading, text }) => reading === 'build' || (reading === 'name' && text !== '')) ? [{
    path: ['expressionLang'], given: quote(language), allowed: list(LANGUAGES), fix: suggest(language, LANGUAGES),
  }] : [];
}
