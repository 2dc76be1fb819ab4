/**
 * What a terminal, a log or a reader could take for something else than text: control characters (ESC and those of C1 among them), ends of
 * lines, marks that turn the direction of writing or cannot be seen, and halves of surrogate pairs.
 */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ODD = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\p{Surrogate}/gu;
const SHORT: Readonly<Record<string, string>> = { '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Whether a text has only what every reader takes for text; ends of lines and tabs count as odd. */
export function isPlainText(text: string): boolean {
  return text.search(ODD) < 0;
}

/** A text that goes into one line of a terminal or log, with escapes as JSON has them in place of all that is not plain text. */
export function printable(text: string): string {
  return text.replace(ODD, (character) => SHORT[character] ?? escaped(character));
}

/** A whole line: one that begins with `::` or `##[` would be a command to those who run builds. */
export function printableLine(text: string): string {
  return printable(text).replace(/^(?=\s*(?:::|##\[))\s*./, (start) => start.slice(0, -1) + escaped(start.slice(-1)));
}

/** JSON whose texts are printable; what is read of it is the same. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(ODD, (character) => character === '\n' ? character : escaped(character));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
