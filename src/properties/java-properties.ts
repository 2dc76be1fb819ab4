import { Property } from '../go/properties-format';

const CONTROL: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\f': '\\f', '\t': '\\t' };
const READ: Readonly<Record<string, string>> = { n: '\n', r: '\r', f: '\f', t: '\t' };

/** Whether Java reads a property that the operator writes as it is, `name = value`, as one of that name, and nothing else with it. */
export function isOneProperty({ name, value }: Property): boolean {
  return !/[\r\n]/.test(value) && !/(?<!\\)(?:\\\\)*\\$/.test(value) && /^(?![#!])[^\s=:\\]+$/.test(name);
}

/** A property in a form in which Java reads it as one; a backslash within a value stays what it is, as who wrote it may have meant it. */
export function asOneProperty({ name, value }: Property): Property {
  return {
    name: name.replace(/[\s=:\\]|^[#!]/g, (character) => CONTROL[character] ?? `\\${character}`),
    value: value.replace(/[\r\n]/g, (character) => CONTROL[character] ?? '').replace(/(?<!\\)((?:\\\\)*)\\$/, '$1\\\\'),
  };
}

/** The properties that Java reads of a line, or of several. */
export function readByJava({ name, value }: Property): Property[] {
  const properties: Property[] = [];
  const text = `${name} = ${value}\n`;
  for (const [line] of text.matchAll(/(?:[^\r\n\\]|\\(?:\r\n|[^]))+/g)) {
    const content = line.replace(/\\(?:\r\n|[\r\n])[ \t\f]*/g, '').replace(/^[ \t\f]+/, '');
    if (content === '' || /^[#!]/.test(content)) continue;
    const [key] = /^(?:[^ \t\f=:\\]|\\[^])*/.exec(content) ?? [''];
    const rest = content.slice(key.length).replace(/^[ \t\f]*[=:]?[ \t\f]*/, '');
    properties.push({ name: unescaped(key), value: unescaped(rest) });
  }
  return properties;
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([^])|$)/g, (_all, code?: string, character = '') => (
    code === undefined ? READ[character] ?? character : String.fromCharCode(parseInt(code, 16))
  ));
}
