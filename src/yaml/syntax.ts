import { Composer, CST, Document, Lexer, Parser, YAMLParseError } from 'yaml';
import { MAX_DEPTH, MAX_TOKENS } from './limits';
import { TextProblem } from './source-text';
import { yamlProblem } from './yaml-problem';
import { isJsonObjectText } from '../json/json-text';
import { ValueProblem } from '../rules/value-problem';

export type SyntaxTree = Document.Parsed;

/**
 * The syntax tree of the one document that a text has, or what is wrong with it. All scalars are strings in it.
 *
 * @returns neither for a text without content
 */
export function parseSyntax(text: string): { tree?: SyntaxTree; problem?: TextProblem } {
  const tokens = readTokens(text);
  if (!Array.isArray(tokens)) return { problem: tokens };
  return withoutStackTraces(() => {
    const [tree, further] = compose(tokens);
    const error = tree?.errors.reduce<YAMLParseError | undefined>((first, other) => first && first.pos[0] <= other.pos[0] ? first : other, undefined);
    if (error) return { problem: { ...syntaxProblem(error.code, error.message), offset: startOfError(text, error) } };
    if (further) return { problem: { ...AFTER_THE_END, offset: further.range[0] } };
    return { tree };
  });
}

/** The syntax tree of a text that has been read otherwise, as far as there is one: only to find the places of its fields. */
export function outline(text: string): SyntaxTree | undefined {
  const tokens = readTokens(text);
  return Array.isArray(tokens) ? withoutStackTraces(() => compose(tokens)[0]) : undefined;
}

function compose(tokens: readonly CST.Token[]): SyntaxTree[] {
  return [...new Composer({ schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, logLevel: 'silent' }).compose(tokens)];
}

/** The tokens from which the tree is composed; what would make the composer run out of stack or memory ends it here. */
function readTokens(text: string): CST.Token[] | TextProblem {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  const json = isJsonObjectText(text);
  let count = 0;
  let before = '';
  for (const lexeme of newLexer().lex(text)) {
    const { offset } = parser;
    if (!json && lexeme.startsWith('"') && before !== CST.SCALAR && hasUnknownEscape(lexeme)) return { ...ESCAPE, offset };
    before = lexeme;
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') return { ...syntaxProblem('UNEXPECTED_TOKEN', token.message), offset: token.offset };
      if (token.type === 'directive') return { ...DIRECTIVE, offset: token.offset };
      tokens.push(token);
    }
    // The first in the stack is the document.
    const beyond = parser.stack[MAX_DEPTH + 1];
    if (beyond && 'items' in beyond) return { ...tooDeep(), offset };
    if (++count > MAX_TOKENS) return { ...TOO_MANY_TOKENS, offset };
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** What of the parser's lexer is not told to others. */
interface LexerInside {
  indentNext: number;
  parseQuotedScalar(): Generator<string, unknown>;
}

/** kubectl goes on with quoted text in whatever column the next line begins; the parser's own lexer wants it to be indented. */
function newLexer(): Lexer {
  const lexer = new Lexer();
  const inside = lexer as unknown as LexerInside;
  const { parseQuotedScalar } = inside;
  inside.parseQuotedScalar = function* readQuoted() {
    const indent = inside.indentNext;
    inside.indentNext = 0;
    const next = yield* parseQuotedScalar.call(inside);
    inside.indentNext = indent;
    return next;
  };
  return lexer;
}

/** kubectl knows fewer escapes than YAML 1.2 has, unless the whole document is JSON. */
function hasUnknownEscape(quoted: string): boolean {
  for (const [escape] of quoted.matchAll(/\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/g)) {
    const code = escape.length > 2 ? parseInt(escape.slice(2), 16) : undefined;
    if (escape === '\\/' || (code !== undefined && code >= 0xd800 && code <= 0xdfff)) return true;
  }
  return false;
}

/** Where to look for the cause: a quote that does not end is reported where the text gave up looking for its end. */
function startOfError(text: string, { message, pos: [position] }: YAMLParseError): number {
  if (!UNCLOSED_QUOTE.test(message)) return position;
  let start = 0;
  for (const lexeme of newLexer().lex(text)) {
    const end = start + (MARKS.includes(lexeme) ? 0 : lexeme.length);
    if (end >= position) return start;
    start = end;
  }
  return position;
}

/** An error for each of a million commas would take a gigabyte, most of it stack traces. */
function withoutStackTraces<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** What the lexer adds to the text to tell the parser where it is. */
const MARKS: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR];
const UNCLOSED_QUOTE = /closing.*quote/;

const ALLOWED = 'YAML as kubectl reads it';

const syntax = (given: string, fix: string) => yamlProblem(given, ALLOWED, fix);

const ESCAPE = syntax('an escape that kubectl does not read ("\\/", or half of a surrogate pair)', 'write the character itself');

const DIRECTIVE = syntax('a directive, which kubectl does not read', 'remove the line that begins with "%"');

const AFTER_THE_END: ValueProblem = {
  rule: 'SF-INPUT-YAML',
  given: 'content after "..." without "---"',
  allowed: 'one document up to the next "---": kubectl skips the rest',
  fix: 'write "---" before it',
};

const TOO_MANY_TOKENS: ValueProblem = {
  rule: 'SF-INPUT-LIMIT',
  given: 'a document that is too large',
  allowed: `at most ${MAX_TOKENS} tokens (keys, values and punctuation) in a document`,
  fix: 'split the document at "---"',
};

/** The problem of collections that are nested too deeply. */
export function tooDeep(): ValueProblem {
  return {
    rule: 'SF-INPUT-LIMIT',
    given: 'collections that are nested too deeply',
    allowed: `at most ${MAX_DEPTH} levels`,
    fix: 'nest less deeply; look for a bracket or brace that is not closed',
  };
}

/** By code and message of the parser. Its messages are not shown: some quote the text, and that may be a Secret's. */
const SYNTAX_PROBLEMS: ReadonlyArray<readonly [error: RegExp, problem: ValueProblem]> = [
  [/^TAB_AS_INDENT/, syntax('a tab as indentation', 'indent with spaces')],
  [UNCLOSED_QUOTE, syntax('quoted text that does not end', 'close the quote, or indent the lines that belong to it')],
  [/^MISSING_CHAR .*map values/, syntax('a line that is no "key: value"', 'write a colon and a space after the key, or indent the line as part of the value above')],
  [/^MISSING_CHAR .*Missing ,/, syntax('items in brackets or braces without a comma between them', 'separate them by commas')],
  [/^MISSING_CHAR .*space after :/, syntax('a colon without a space after it', 'write a space after the colon')],
  [/^(MISSING_CHAR|BAD_INDENT) Flow .*end with/i, syntax('a bracket or brace that is not closed', 'close it, and indent its lines more than the key before it')],
  [/flow-(map|seq)-end/, syntax('a closing bracket or brace that closes nothing', 'remove it, or indent all lines in the brackets more than the key before them')],
  [/^MISSING_CHAR .*Comments/, syntax('a "#" that follows directly after a value', 'write a space before a comment, or quote the value')],
  [/^MISSING_CHAR .*Sequence item/, syntax('an item of a list without "-"', 'write "- " before it, or indent the line as part of the item above')],
  [/^MISSING_CHAR .*Block collection/, syntax('content in the line of a document separator', 'begin a new line after "---"')],
  [/^BAD_INDENT .*same column/, syntax('a line that is indented differently from its siblings', 'indent all keys of a mapping and all items of a list alike')],
  [/^BAD_INDENT/, syntax('a line with too little indentation', 'indent it more than the key that it belongs to')],
  [/^BLOCK_AS_IMPLICIT_KEY/, syntax('two "key: value" in one line', 'quote a value that contains ": ", or begin a new line')],
  [/^BLOCK_IN_FLOW/, syntax('a list or mapping in lines within brackets or braces', 'write it in brackets or braces, too')],
  [/^MULTILINE_IMPLICIT_KEY/, syntax('a key of several lines', 'write the key in one line, and a colon and a space after it')],
  [/^KEY_OVER_1024_CHARS/, syntax('a key of more than 1024 characters', 'shorten it')],
  [/^BAD_SCALAR_START/, syntax('a value that begins with a reserved character ("@", "`", "%", …)', 'quote the value')],
  [/^BAD_DQ_ESCAPE/, syntax('an unknown escape in double quotes', 'double the backslash, or use single quotes')],
  [/^BAD_ALIAS/, syntax('"&" or "*" without a name', 'name the anchor, or quote the value')],
  [/^(ALIAS_PROPS|MULTIPLE_ANCHORS|MULTIPLE_TAGS|BAD_PROP_ORDER)/, syntax('anchors or tags that do not go together', 'give a value one anchor and one tag at most, and an alias none')],
  [/^TAG_RESOLVE_FAILED/, syntax('a tag with a prefix that is not declared', 'remove the tag, or quote the value')],
  [/block scalar/i, syntax('a text block ("|" or ">") with a wrong first line or indentation', 'indent all its lines alike, and begin them below the "|" or ">"')],
];

const OTHER_SYNTAX_PROBLEM = syntax('text that is not YAML', 'look for a missing quote, colon or comma, here or in the line above');

function syntaxProblem(code: string, message: string): ValueProblem {
  return SYNTAX_PROBLEMS.find(([error]) => error.test(`${code} ${message}`))?.[1] ?? OTHER_SYNTAX_PROBLEM;
}
