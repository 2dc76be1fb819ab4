import { isUtf8 } from 'node:buffer';
import { MAX_FILE_BYTES } from './limits';
import { SourceText } from './source-text';
import { inFile, LocatedFinding, Location } from '../findings/place';
import { foundAt } from '../rules/found';

// What YAML calls non-printable, and halves of surrogate pairs, which only a string of JavaScript can have.
const NOT_TEXT = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|\p{Surrogate}/u;
const BYTE_ORDER_MARK = '\uFEFF';
const UTF_16_MARKS = [[0xFF, 0xFE], [0xFE, 0xFF]];
/** As far as git looks for a NUL to tell binary files from texts. */
const BINARY_PROBE = 8000;

/** The text of a file, or what keeps it from being one. */
export function decode(content: string | Buffer, file: string): SourceText | LocatedFinding {
  const size = typeof content === 'string' ? content.length : content.byteLength;
  if (size > MAX_FILE_BYTES) return tooLarge(file);
  if (typeof content !== 'string') {
    const problem = encodingProblem(content, file);
    if (problem) return problem;
  }
  const text = content.toString();
  const source = new SourceText(file, withPlainLineEnds(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text));
  const control = NOT_TEXT.exec(source.text);
  if (!control) return source;
  return source.finding({
    rule: 'SF-INPUT-ENCODING',
    offset: control.index,
    given: `the character U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    allowed: 'text without control characters',
    fix: 'remove the character, or write it as an escape in double quotes',
  });
}

/** The finding about a file that is too large to be read. */
export function tooLarge(file: string): LocatedFinding {
  return foundAt('SF-INPUT-LIMIT', inFile(file), {
    given: 'a file that is too large',
    allowed: `files of at most ${MAX_FILE_BYTES / 1024 / 1024} MiB`,
    fix: 'split the file',
  });
}

function encodingProblem(bytes: Buffer, file: string): LocatedFinding | undefined {
  const problem = (location: Location, given: string, fix: string): LocatedFinding =>
    foundAt('SF-INPUT-ENCODING', location, { given, allowed: 'YAML or JSON, as text in UTF-8', fix });
  if (UTF_16_MARKS.some((mark) => mark.every((byte, i) => bytes[i] === byte))) {
    return problem(inFile(file, 1, 1), 'text in UTF-16', 'save the file in UTF-8');
  }
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) return problem(inFile(file, 1, 1), 'a binary file', 'name a file with YAML or JSON');
  if (isUtf8(bytes)) return undefined;
  return problem(placeOfInvalidUtf8(bytes, file), 'bytes that are no UTF-8 text', 'save the file in UTF-8');
}

function placeOfInvalidUtf8(bytes: Buffer, file: string): Location {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf('\n', start);
    const content = bytes.subarray(start, end === -1 ? undefined : end);
    if (end === -1 || !isUtf8(content)) return inFile(file, line, content.toString().indexOf('\uFFFD') + 1);
    start = end + 1;
  }
}

/** The parser of YAML takes a lone carriage return for a part of the value; kubectl ends the line there. */
function withPlainLineEnds(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n');
}
