import { CreateNodeOptions, Document, DocumentOptions, isScalar, Scalar, SchemaOptions, visit } from 'yaml';
import { resolvePlain } from './scalars';
import { isPlainText, printable } from '../findings/printable';

/** kubectl reads YAML 1.1: what means something there (`yes`, `0644`) has to be quoted. Long lines stay lines. */
const YAML_1_1: DocumentOptions & SchemaOptions & CreateNodeOptions = {
  version: '1.1',
  aliasDuplicateObjects: false,
  // It would write `<<` as it is, whatever it is to be.
  customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || tag.tag !== 'tag:yaml.org,2002:merge'),
};

/**
 * A value as YAML that kubectl, and whoever reads YAML 1.2, reads as that value: a text that could be taken for something else is quoted,
 * and what is no plain text is escaped.
 */
export function writeYaml(value: unknown): string {
  const document = new Document(value, YAML_1_1);
  visit(document, {
    Scalar(_key, node) {
      if (isText(node) && !isSafe(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  // All that is odd is in double quotes by now.
  return document.toString({ lineWidth: 0 }).split('\n').map(printable).join('\n');
}

function isText(node: unknown): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string';
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
