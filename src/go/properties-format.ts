import { ExpandableProperties } from './properties-expansion';
import { Failure, failure, isFailure } from '../json/failure';

/** A line of an application.properties. */
export interface Property {
  readonly name: string;
  readonly value: string;
}

const COMMENT = /[#!][^\r\n]*/y;
const BLANK = /[ \f\t\r\n]*/y;
const SEPARATOR = /[ \f\t]*[:=]?[ \f\t]*/y;
const KEY_CHARACTERS = /[^ \f\t\r\n:=\\]*/y;
const VALUE_CHARACTERS = /[^\r\n\\]*/y;
const LINE_CONTINUATION = /\\[\r\n][ \f\t]*/y;
const UNICODE_ESCAPE = /\\u([0-9a-fA-F]{4})/y;
const ESCAPE = /\\(.)/suy;
const CONTROL_CHARACTERS: Readonly<Record<string, string>> = { f: '\f', n: '\n', r: '\r', t: '\t' };

interface PlacedValue {
  readonly value: string;
  /** Offset of the entry in the text. */
  readonly at: number;
}

/**
 * Reads a properties file as the operator does, which is not quite as Java does: a file with an entry that has no name, or
 * with a `${…}` that is circular or has no end, is refused as a whole. Of two entries of one name the first gives the place
 * and the last gives the value.
 */
export function parseProperties(text: string): { readonly entries: readonly Property[] } | Failure {
  const read = readEntries(text);
  if (isFailure(read)) return read;
  const values = new Map([...read].map(([name, { value }]) => [name, value]));
  const expandable = new ExpandableProperties(values);
  for (const [name, { at }] of read) {
    const expanded = expandable.expanded(name);
    if (isFailure(expanded)) return failure(`${name}: ${expanded.reason}`, lineOf(text, at));
  }
  return { entries: [...values].map(([name, value]) => ({ name, value })) };
}

/** Writes entries as the operator does: whatever is in a name or a value goes out as it is. */
export function formatProperties(entries: Iterable<Property>): string {
  let text = '';
  for (const { name, value } of entries) text += `${name} = ${value}\n`;
  return text;
}

function readEntries(text: string): Map<string, PlacedValue> | Failure {
  const entries = new Map<string, PlacedValue>();
  const scanner = new Scanner(text);
  for (scanner.take(BLANK); !scanner.atEnd; scanner.take(BLANK)) {
    if (scanner.take(COMMENT) !== '') continue;
    const { at } = scanner;
    const name = scanner.takeEscaped(KEY_CHARACTERS);
    if (isFailure(name)) return name;
    if (name === '') return failure('an entry without a name', lineOf(text, at));
    scanner.take(SEPARATOR);
    const value = scanner.takeEscaped(VALUE_CHARACTERS, LINE_CONTINUATION);
    if (isFailure(value)) return value;
    entries.set(name, { value, at });
  }
  return entries;
}

class Scanner {
  at = 0;

  constructor(private readonly text: string) {}

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** What the pattern matches here, which may be nothing. */
  take(pattern: RegExp): string {
    const { at } = this;
    pattern.lastIndex = at;
    if (!pattern.test(this.text)) return '';
    this.at = pattern.lastIndex;
    return this.text.slice(at, this.at);
  }

  /**
   * A run of characters and escapes.
   *
   * @param characters what needs no escape
   * @param ignored what is left out of the run
   */
  takeEscaped(characters: RegExp, ignored?: RegExp): string | Failure {
    let run = this.take(characters);
    while (this.text[this.at] === '\\') {
      if (ignored === undefined || this.take(ignored) === '') {
        const character = this.takeEscape();
        if (isFailure(character)) return character;
        run += character;
      }
      run += this.take(characters);
    }
    return run;
  }

  private takeEscape(): string | Failure {
    const [, digits] = this.match(UNICODE_ESCAPE) ?? [];
    if (digits !== undefined) return codePoint(parseInt(digits, 16));
    const line = lineOf(this.text, this.at);
    const [, escaped] = this.match(ESCAPE) ?? [];
    if (escaped === undefined) return failure('the text ends in a backslash', line);
    if (escaped === 'u') return failure('"\\u" without four hexadecimal digits', line);
    return CONTROL_CHARACTERS[escaped] ?? escaped;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }
}

/** Go knows no halves of surrogate pairs: each becomes a replacement character. */
function codePoint(code: number): string {
  return code >= 0xd800 && code <= 0xdfff ? '\ufffd' : String.fromCodePoint(code);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
