import { CreateNodeOptions, Document, DocumentOptions, Scalar, ScalarTag, SchemaOptions, Tags, ToStringOptions } from 'yaml';
import { resolvePlain } from './scalars';
import { isPlainText, printable } from '../findings/printable';

/** kubectl reads YAML 1.1: what means something there (`yes`, `0644`) has to be quoted. */
const YAML_1_1: DocumentOptions & SchemaOptions & CreateNodeOptions = { version: '1.1', aliasDuplicateObjects: false, customTags };

/** Long lines stay lines. A value needs no directive, and looking for one costs a walk over all of it. */
const AS_IT_IS: ToStringOptions = { lineWidth: 0, directives: false };

/**
 * A value as YAML that kubectl, and whoever reads YAML 1.2, reads as that value: a text that could be taken for something else is quoted,
 * and what is no plain text is escaped.
 */
export function writeYaml(value: unknown): string {
  // All that is odd is in double quotes.
  return new Document(value, YAML_1_1).toString(AS_IT_IS).split('\n').map(printable).join('\n');
}

function customTags(tags: Tags): Tags {
  return tags
    // It would write `<<` as it is, whatever it is to be.
    .filter((tag) => !hasName(tag, 'merge'))
    .map((tag) => hasName(tag, 'str') ? { ...tag, createNode: (_schema: unknown, text: unknown) => textNode(text as string) } : tag);
}

function hasName(tag: Tags[number], name: string): tag is ScalarTag {
  return typeof tag !== 'string' && tag.tag === `tag:yaml.org,2002:${name}`;
}

function textNode(text: string): Scalar {
  const node = new Scalar(text);
  if (!isSafe(text)) node.type = Scalar.QUOTE_DOUBLE;
  return node;
}

/** Whether a text can be left to the writer of a library, which knows the syntax but not all that kubectl takes for something else. */
export function isSafe(text: string): boolean {
  if (text.includes('\n')) return isSafeBlock(text);
  return isPlainText(text) && resolvePlain(text) === text && text !== '<<' && text !== '=';
}

/** In a block the white space of the first line would be taken for its indentation, and a tab for none. */
function isSafeBlock(text: string): boolean {
  return /^[^\s#]/.test(text) && text.split('\n').every((line) => isPlainText(line));
}
