import { AliasBudget, newAliasBudget, toJson } from './conversion';
import { decode } from './decoding';
import { DocumentText, splitDocuments } from './documents';
import { FieldIndex, placesInTree } from './field-index';
import { placesInPlain } from './quick-places';
import { readPlainObject } from './quick-reading';
import { SourceText, TextProblem } from './source-text';
import { outline, parseSyntax } from './syntax';
import { BoundedFindings } from '../findings/bounded';
import { Severity } from '../findings/finding';
import { Origin } from '../findings/origin';
import { inFile, LocatedFinding } from '../findings/place';
import { deepFreeze, isJsonObject, JsonObject } from '../json/json';
import { foundAt } from '../rules/found';
import { ValueProblem } from '../rules/value-problem';

/** One object of a file, and where each of its fields is. */
export interface LoadedDocument {
  readonly object: JsonObject;
  readonly origin: Origin;
}

/**
 * Reads the documents of a file as kubectl reads them. A document with an error is left out.
 *
 * @param content the file as it is; bytes have to be UTF-8
 * @param file what findings call it
 */
export function readYaml(content: string | Buffer, file: string): { documents: LoadedDocument[]; findings: LocatedFinding[] } {
  const source = decode(content, file);
  if (!(source instanceof SourceText)) return { documents: [], findings: [source] };
  const { documents: texts, problems } = splitDocuments(source.text);
  const findings = new BoundedFindings<LocatedFinding>();
  const tell = (problem: TextProblem) => findings.add(problem.rule, problem.severity ?? Severity.ERROR, () => source.finding(problem));
  problems.forEach(tell);
  const documents: LoadedDocument[] = [];
  const budget = newAliasBudget();
  const places = new FieldPlaces(source);
  for (const text of texts) {
    const found = readDocument(text, budget);
    for (const problem of found.problems) tell({ ...problem, offset: text.offset + problem.offset });
    if (found.object) documents.push({ object: found.object, origin: places.originOf(text, found.isPlain) });
    if (budget.left < 0) break;
  }
  const { all } = findings;
  return { documents, findings: documents.length === 0 && all.length === 0 ? [nothingIn(file)] : all };
}

/**
 * Reads the first document of a file as the engine reads a definition: of two equal keys the later counts, and what comes behind is not
 * looked at. Both are warnings.
 */
export function readFirstDocument(content: string | Buffer, file: string): { document?: LoadedDocument; findings: LocatedFinding[] } {
  const source = decode(content, file);
  if (!(source instanceof SourceText)) return { findings: [source] };
  const { documents: [text, further], problems: split } = splitDocuments(source.text);
  if (!text) return { findings: split.map((problem) => source.finding(problem)) };
  const { object, problems } = readThoroughly(text.text, newAliasBudget(), Severity.WARNING);
  const findings = [
    ...problems.map((problem) => source.finding({ ...problem, offset: text.offset + problem.offset })),
    ...further ? [source.finding({ ...FURTHER, offset: further.offset })] : [],
  ];
  return { document: object && { object, origin: new FieldPlaces(source).originOf(text) }, findings };
}

/** The object of a document unless there is an error, and its problems with their places in it. */
function readDocument({ text }: DocumentText, budget: AliasBudget): Document {
  const plain = readPlainObject(text);
  return plain ? { object: plain, problems: [], isPlain: true } : readThoroughly(text, budget);
}

interface Document {
  readonly object?: JsonObject;
  readonly problems: readonly TextProblem[];
  /** The quick reading was enough. */
  readonly isPlain?: boolean;
}

function readThoroughly(text: string, budget: AliasBudget, twice = Severity.ERROR): Document {
  const { tree, problem } = parseSyntax(text);
  if (!tree) return { problems: problem ? [problem] : [] };
  const { value, problems } = toJson(tree, budget, twice);
  if (value === null || problems.some(({ severity = Severity.ERROR }) => severity === Severity.ERROR)) return { problems };
  if (isJsonObject(value)) return { object: deepFreeze(value), problems };
  return { problems: [...problems, { ...NO_MAPPING, offset: tree.contents?.range[0] ?? 0 }] };
}

/** Places of the fields of a file's documents. Most are never asked for: each is read again when it is the first time. */
class FieldPlaces {
  private readonly indexes = new Map<DocumentText, FieldIndex>();

  constructor(private readonly source: SourceText) {}

  originOf(document: DocumentText, isPlain = false): Origin {
    return Object.freeze({ locate: (path = []) => this.source.place(document.offset + this.indexOf(document, isPlain).offsetOf(path)) });
  }

  private indexOf(document: DocumentText, isPlain: boolean): FieldIndex {
    const known = this.indexes.get(document);
    if (known) return known;
    const index = new FieldIndex((isPlain ? placesInPlain(document.text) : undefined) ?? placesInTree(outline(document.text)));
    this.indexes.set(document, index);
    return index;
  }
}

const FURTHER: ValueProblem & { severity: Severity } = {
  rule: 'SF-INPUT-YAML',
  severity: Severity.WARNING,
  given: 'a second document',
  allowed: 'one: the engine reads the first, and nothing of what comes behind it',
  fix: 'put it into a file of its own, or take it out',
};

const NO_MAPPING: ValueProblem = {
  rule: 'SF-INPUT-OBJECT',
  given: 'a document that is no mapping',
  allowed: 'an object of Kubernetes in each document',
  fix: 'write apiVersion, kind and metadata, or remove the document',
};

function nothingIn(file: string): LocatedFinding {
  return foundAt('SF-INPUT-EMPTY', inFile(file), {
    given: 'a file without objects',
    allowed: 'objects of Kubernetes in YAML or JSON',
    fix: 'add an object, or leave the file out',
  });
}
