import { inFile, LocatedFinding, Location } from '../findings/place';
import { deepFreeze } from '../json/json';
import { isJsonText } from '../json/json-text';
import { foundAt } from '../rules/found';
import { LoadedDocument, readFirstDocument } from '../yaml/yaml';

/** A definition as it was written, or what keeps it from being read; the rest are warnings. */
export interface DefinitionText {
  readonly document?: LoadedDocument;
  readonly findings: readonly LocatedFinding[];
}

/** The engine reads what is in a file of this name as JSON alone. */
const JSON_FILE = /\.json$/;

/** What a file is called that holds a definition. */
export function isDefinitionFile(name: string): boolean {
  return /\.sw\.(?:json|ya?ml)$/.test(name);
}

/**
 * Reads a definition in YAML or JSON as the engine reads it.
 *
 * @param file what findings call it
 */
export function readDefinitionText(content: string | Buffer, file: string): DefinitionText {
  const { document, findings: found } = readFirstDocument(content, file);
  const findings = found.map((finding) => finding.rule === 'SF-INPUT-OBJECT' ? { ...finding, ...DEFINITION } : finding);
  if (!document && findings.length === 0) return { findings: [problem(inFile(file), EMPTY)] };
  const text = content.toString();
  if (!document || !JSON_FILE.test(file) || isJsonText(text)) return { document: document && withWrittenNumbers(document, text), findings };
  return { findings: [problem(document.origin.locate(), NOT_JSON)] };
}

/** A version 1.0 without quotes is a text of three characters for the engine, and the number 1 for whoever reads YAML. */
function withWrittenNumbers({ object, origin }: LoadedDocument, text: string): LoadedDocument {
  const written = TEXTS.flatMap((field): Array<[string, string]> => {
    const { place: { line = 0, column = 1 } = {} } = typeof object[field] === 'number' ? origin.locate([field]) : {};
    const [, value] = /^[^:]*:\s*([-+.\w]+)/.exec(line === 0 ? '' : text.split('\n')[line - 1]?.slice(column - 1) ?? '') ?? [];
    return value === undefined ? [] : [[field, value]];
  });
  return written.length === 0 ? { object, origin } : { object: deepFreeze({ ...object, ...Object.fromEntries(written) }), origin };
}

const TEXTS = ['id', 'version', 'name', 'description', 'key'];

const DEFINITION = { allowed: 'one workflow definition: an object with id and states', fix: 'give the text of one .sw.yaml or .sw.json file' };
const EMPTY = { given: 'an empty definition', ...DEFINITION };
const NOT_JSON = {
  given: 'a text that is no JSON, in a file named .json',
  allowed: 'JSON without comments and without commas behind the last: the engine reads nothing else there',
  fix: 'write JSON, or call the file .sw.yaml',
};

function problem(location: Location, words: Pick<LocatedFinding, 'given' | 'allowed' | 'fix'>): LocatedFinding {
  return foundAt('SF-FLOW-DEFINITION', location, words);
}
