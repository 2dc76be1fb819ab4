import { MAX_DOCUMENTS } from './limits';
import { TextProblem } from './source-text';
import { isJsonObjectText } from '../json/json-text';

/** The text of one document, and where it begins in its file. */
export interface DocumentText {
  readonly text: string;
  readonly offset: number;
}

// kubectl cuts before it parses, at each line that begins so. (`^` would also match after U+2028.)
const SEPARATOR_LINE = /(?<![^\n])---([^\n]*)/g;
const BLANK_OR_COMMENT = /^\s*(#|$)/;
const START_OF_OBJECT = /\s*\{/y;
const HAS_CONTENT = /(?<![^\n])[ \t]*[^# \t\r\n]/;

/** Cuts a file into its documents as kubectl does; those without content are left out. */
export function splitDocuments(text: string): { documents: DocumentText[]; problems: TextProblem[] } {
  const documents: DocumentText[] = [];
  const problems: TextProblem[] = [];
  const add = (start: number, end: number) => {
    const part = text.slice(start, end);
    if (!HAS_CONTENT.test(part)) return;
    for (const document of splitJson({ text: part, offset: start })) {
      documents.push(document);
      if (documents.length > MAX_DOCUMENTS) return;
    }
  };
  let start: number | undefined = 0;
  for (const { index, 0: line, 1: rest = '' } of text.matchAll(SEPARATOR_LINE)) {
    if (start !== undefined) add(start, index);
    if (documents.length > MAX_DOCUMENTS) break;
    start = index + line.length + 1;
    if (!BLANK_OR_COMMENT.test(rest)) {
      problems.push({
        rule: 'SF-INPUT-YAML',
        offset: index,
        given: 'content in the line of a document separator',
        allowed: '"---" alone in its line (kubectl refuses more than a comment there)',
        fix: 'begin a new line after "---"',
      });
      start = undefined;
    }
  }
  if (start !== undefined) add(start, text.length);
  const beyond = documents[MAX_DOCUMENTS];
  return beyond ? { documents: [], problems: [tooMany(beyond.offset)] } : { documents, problems };
}

/** JSON objects may follow each other without a separator, as jq writes them. */
function* splitJson({ text, offset }: DocumentText): Generator<DocumentText> {
  let start = 0;
  for (let end = endOfObject(text, start); end !== undefined && startsObject(text, end); end = endOfObject(text, start)) {
    const object = text.slice(start, end);
    // Braces may also be in the comments and the plain text of a YAML mapping in braces.
    if (!isJsonObjectText(object)) break;
    yield { text: object, offset: offset + start };
    start = end;
  }
  yield { text: text.slice(start), offset: offset + start };
}

/** Where the object in braces ends that begins at `start`, if one does. */
function endOfObject(text: string, start: number): number | undefined {
  if (!startsObject(text, start)) return undefined;
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const char = text[i];
    if (quoted && char === '\\') i++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === '{') depth++;
    else if (!quoted && char === '}' && --depth === 0) return i + 1;
  }
  return undefined;
}

function startsObject(text: string, start: number): boolean {
  START_OF_OBJECT.lastIndex = start;
  return START_OF_OBJECT.test(text);
}

function tooMany(offset: number): TextProblem {
  return {
    rule: 'SF-INPUT-LIMIT', offset, given: 'a file of too many documents', allowed: `at most ${MAX_DOCUMENTS} documents in a file`, fix: 'split the file',
  };
}
