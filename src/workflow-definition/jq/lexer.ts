/** A piece of an expression. */
export interface Token {
  /** The characters themselves for signs and keywords, else what it is. */
  readonly type: string;
  readonly text: string;
  /** Where it begins in the expression, from 0. */
  readonly offset: number;
}

/** Words that are no names, except as keys of objects and behind a dot. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  'and', 'or', 'true', 'false', 'null', 'if', 'then', 'elif', 'else', 'end', 'as', 'def', 'reduce', 'foreach', 'try', 'catch', 'label', 'break',
  'import', 'include', 'module',
]);

/** The longest come first. */
const SIGNS = [
  '//=', '//', '==', '!=', '>=', '<=', '|=', '+=', '-=', '*=', '/=', '%=', '..', '::',
  '>', '<', '+', '-', '*', '/', '%', '=', '(', ')', ';', '[', ']', '?', '$', '|', '@', '{', '}', ':', ',',
];

const BLANKS = /(?:[ \t\r\n]|#[^\n\r]*(?:\r\n|\n|\r)?)+/y;
const NAME = /[A-Za-z_][A-Za-z_0-9]*/y;
const NUMBER = /(?:(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y;
const PLAIN_CHARACTERS = /[^"\\\x08\f\n\r\t]+/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * The pieces of an expression as jackson-jq reads them; the last is `end of the expression`, or an `error` with the character that it does
 * not know. A text between quotes is a `text` between two `"`, interrupted by `\(` and `)`.
 */
export function tokens(source: string): Token[] {
  const found: Token[] = [];
  /** Open parentheses in each text that is interrupted, the innermost last. */
  const interrupted: number[] = [];
  let open = 0;
  let inText = false;
  let at = 0;

  const take = (type: string, text: string) => {
    found.push({ type, text, offset: at });
    at += text.length;
  };
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };

  while (at < source.length) {
    if (inText) {
      const plain = match(PLAIN_CHARACTERS) ?? match(ESCAPE);
      if (plain !== undefined) {
        take('text', plain);
      } else if (source.startsWith('\\(', at)) {
        interrupted.push(open);
        open = 0;
        inText = false;
        take('\\(', '\\(');
      } else if (source[at] === '"') {
        inText = false;
        take('"', '"');
      } else {
        return [...found, wrong(source, at)];
      }
      continue;
    }
    const blank = match(BLANKS);
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const word = match(NUMBER);
    if (word !== undefined) {
      take('number', word);
      continue;
    }
    const name = match(NAME);
    if (name !== undefined) {
      take(KEYWORDS.has(name) ? name : 'name', name);
      continue;
    }
    const sign = SIGNS.find((candidate) => source.startsWith(candidate, at));
    if (sign === '(') open += 1;
    if (sign === ')' && open === 0) {
      if (interrupted.length === 0) return [...found, wrong(source, at)];
      open = interrupted.pop()!;
      inText = true;
    } else if (sign === ')') {
      open -= 1;
    }
    if (sign !== undefined) {
      take(sign, sign);
    } else if (source[at] === '.') {
      take('.', '.');
      // Only what follows at once is a field, and then any word is.
      const field = match(NAME);
      if (field !== undefined) take('field', field);
    } else if (source[at] === '"') {
      inText = true;
      take('"', '"');
    } else {
      return [...found, wrong(source, at)];
    }
  }
  return [...found, { type: END, text: '', offset: source.length }];
}

/** The type of the last token where all could be read. */
export const END = 'end of the expression';

function wrong(source: string, offset: number): Token {
  return { type: 'error', text: String.fromCodePoint(source.codePointAt(offset)!), offset };
}
