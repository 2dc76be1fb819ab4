/**
 * Why JsonPath does not read an expression.
 *
 * As Jayway's library compiles it: a path of `.name`, `..name`, `.*`, `.function(…)` and `[…]`, and in brackets quoted names, indexes, a slice, `*`
 * or a filter `?(…)`. What closes nothing, such as a single `]`, is a part of a name.
 */
export function jsonPathProblem(source: string): string | undefined {
  const text = source.trim();
  if (text === '') return 'it is empty';
  if (text.length > LONGEST_JUDGED) return undefined;
  const path = /^[$@]/.test(text) ? text : `$.${text}`;
  if (path.endsWith('.')) return 'it ends with a dot';
  // The engine puts values in their place before.
  const rest = path.replace(/^\$(?:CONST|SECRET|WORKFLOW)(?=[.[]|$)/, '$').slice(1);
  if (rest === '') return undefined;
  return /^[.[]/.test(rest) ? stepsProblem(rest) : 'neither a dot nor a bracket behind the $ it begins with';
}

/** Nobody writes as much; of a longer text a pattern that repeats would take a stack as high as it is long. */
const LONGEST_JUDGED = 10_000;

/** Reads step by step; the last character of all is a name whatever it is. */
function stepsProblem(path: string): string | undefined {
  let rest = path;
  while (rest.length > 1 || rest === '*') {
    const step = rest.startsWith('[') ? bracketStep(rest) : dotStep(rest);
    if (typeof step === 'string') return step;
    rest = rest.slice(step);
  }
  return undefined;
}

/** The length of a step, or what is wrong with it. */
type Step = number | string;

function dotStep(rest: string): Step {
  const [dots = ''] = /^\.*/.exec(rest) ?? [];
  if (dots.length > 2) return 'more than two dots in a row';
  const behind = rest.slice(dots.length);
  if (behind.startsWith('[') && dots.length > 0) return dots.length;
  if (behind.startsWith('*')) return dots.length + 1;
  const [name = ''] = /^[^.[( ]*/.exec(behind) ?? [];
  const next = behind[name.length];
  if (next === ' ') return 'a blank outside brackets';
  if (next !== '(') return dots.length + name.length;
  const end = closing(behind, name.length, '(', ')');
  return end === undefined ? 'a bracket is not closed' : dots.length + end + 1;
}

function bracketStep(rest: string): Step {
  if (/^\[\s*\?\s*\(/.test(rest)) return filterStep(rest);
  const names = /^\[\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?:\s*,\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))*\s*\]/.exec(rest);
  const indexes = /^\[\s*(?:\*|-?\d+(?:\s*,\s*-?\d+)*|-?\d*\s*:\s*-?\d*)\s*\]/.exec(rest);
  // Which objects are meant is given when the path is read: nothing gives it here, and it is taken all the same.
  const places = /^\[\s*\?(?:\s*,\s*\?)*\s*\]/.exec(rest);
  const found = names ?? indexes ?? places;
  if (found) return found[0].length;
  return rest.includes(']') ? 'brackets with neither quoted names, indexes, * nor a filter ?(...) in them' : 'a bracket is not closed';
}

function filterStep(rest: string): Step {
  const start = rest.indexOf('(');
  const end = closing(rest, start, '(', ')');
  const [close] = end === undefined ? [] : /^\s*\]/.exec(rest.slice(end + 1)) ?? [];
  if (end === undefined || close === undefined) return 'a bracket is not closed';
  const problem = filterProblem(rest.slice(start + 1, end));
  return problem ?? end + 1 + close.length;
}

const OPERATOR = /^(?:===|!==|==|!=|<=|>=|=~|<|>|(?:in|nin|contains|all|size|empty|subsetof|anyof|noneof|exists|type|matches)\b)/i;

/** Comparisons that `&&`, `||`, `!` and brackets connect. */
function filterProblem(filter: string): string | undefined {
  let rest = filter.trim();
  let isOperand = true;
  if (rest === '') return 'a filter without a condition';
  while (rest !== '') {
    const [length, isOperandNext]: Part = isOperand ? operand(rest) : connection(rest);
    if (length === 0) return isOperand ? 'a filter with a value that is none' : 'a filter with an operator that is none';
    rest = rest.slice(length).trim();
    isOperand = isOperandNext;
  }
  return isOperand ? 'a filter without a value behind its operator' : undefined;
}

type Part = readonly [length: number, isOperandNext: boolean];

function operand(rest: string): Part {
  if (/^[!(]/.test(rest)) return [1, true];
  if (/^[$@]/.test(rest)) return [pathLength(rest), false];
  const literal = /^(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|(?:true|false|null)\b|\/(?:[^/\\]|\\.)*\/[a-zA-Z]*)/.exec(rest);
  if (literal) return [literal[0].length, false];
  const end = rest.startsWith('[') ? closing(rest, 0, '[', ']') : rest.startsWith('{') ? closing(rest, 0, '{', '}') : undefined;
  return [end === undefined ? 0 : end + 1, false];
}

function connection(rest: string): Part {
  if (rest.startsWith(')')) return [1, false];
  if (/^(?:&&|\|\|)/.test(rest)) return [2, true];
  return [OPERATOR.exec(rest)?.[0].length ?? 0, true];
}

/** A path within a filter ends where brackets are closed and an operator or a blank begins. */
function pathLength(rest: string): number {
  let at = 1;
  while (at < rest.length) {
    const character = rest[at] ?? '';
    if (character === '[' || character === '(') {
      const end = closing(rest, at, character, character === '[' ? ']' : ')');
      if (end === undefined) return 0;
      at = end + 1;
    } else if (/[\s=!<>&|)]/.test(character)) {break;} else {at++;}
  }
  return at;
}

/** Where what is opened at a place is closed; texts may have brackets in them. */
function closing(text: string, start: number, open: string, close: string): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\'' || character === '"') at = endOfText(text, at);
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return at;
  }
  return undefined;
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== text[start]) at += text[at] === '\\' ? 2 : 1;
  return at;
}
