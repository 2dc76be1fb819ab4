import { filesBeside, filesGiven } from './files-beside';
import { readInputFile } from './input-file';
import { readDefinition } from './read-definition';
// eslint-disable-next-line import/no-restricted-paths -- a definition is asked what is wrong with it, and no check knows the class
import { DefinitionFindingsOptions, judgeDefinition, WrittenDefinition } from '../checks/flow/judged-definition';
import { Finding, Severity } from '../findings/finding';
import { FindingsError } from '../findings/findings-error';
import { Origin } from '../findings/origin';
import { quote } from '../findings/words';
import { deepFreeze, isJsonObject, Json, JsonObject } from '../json/json';
import { foundAt, found } from '../rules/found';
import { readYaml, LoadedDocument } from '../yaml/yaml';

/** What the operator reads from annotations, by the word of the definition. */
const ANNOTATIONS = ['name', 'key', 'description', 'version', 'expressionLang'] as const;

/**
 * A workflow in the words of Serverless Workflow 0.8: a `.sw.yaml`, a `.sw.json`, their text, or an object.
 *
 * @see https://github.com/serverlessworkflow/specification/tree/0.8.x
 */
export class WorkflowDefinition {
  /**
   * Reads a `.sw.yaml` or `.sw.json` file.
   *
   * @param path relative to the working directory
   * @throws SF-INPUT-FILE when it cannot be read, SF-INPUT-YAML when it is no YAML, SF-FLOW-DEFINITION when it is no definition
   */
  public static fromFile(path: string): WorkflowDefinition {
    return WorkflowDefinition.parse(readInputFile(path, 'a file with a workflow definition'), path);
  }

  /**
   * Reads a definition in YAML or JSON.
   *
   * @throws SF-INPUT-YAML when it is no YAML, SF-FLOW-DEFINITION when it is no definition
   */
  public static fromString(text: string): WorkflowDefinition {
    return WorkflowDefinition.parse(text, 'WorkflowDefinition.fromString');
  }

  /**
   * Takes a definition that is an object already; it is copied.
   *
   * @throws SF-FLOW-DEFINITION when it is no definition, or holds what JSON cannot say
   */
  public static fromObject(definition: Record<string, unknown>): WorkflowDefinition {
    const where = 'WorkflowDefinition.fromObject';
    let copy: Json;
    try {
      copy = JSON.parse(JSON.stringify(definition));
    } catch (error) {
      throw new FindingsError([notADefinition(where, `something that JSON cannot say (${(error as Error).message.split('\n')[0]})`)]);
    }
    if (!isJsonObject(copy)) throw new FindingsError([notADefinition(where, quote(copy))]);
    return new WorkflowDefinition(copy, { locate: () => ({ where }) });
  }

  /**
   * All that is wrong with a definition, judged without a chart: errors and lesser things. Nothing is thrown, whatever is given.
   *
   * @param definition the text of a `.sw.yaml` or `.sw.json` file, or what it says as an object
   * @example
   * expect(WorkflowDefinition.findings({ id: 'greet', start: 'Greet', states: [] })).toEqual([]);
   */
  public static findings(definition: unknown, options: DefinitionFindingsOptions = {}): Finding[] {
    const { operatorVersion, files } = options;
    const where = 'WorkflowDefinition.findings';
    const known = () => files && filesGiven(files);
    if (typeof definition === 'string') return judgeDefinition(where, () => WorkflowDefinition.written(definition, where), operatorVersion, known);
    return judgeDefinition(where, () => {
      const { flow } = WorkflowDefinition.fromObject(definition as Record<string, unknown>);
      return { flow, definition: JSON.parse(JSON.stringify(definition)) as JsonObject, origin: { locate: () => ({ where }) } };
    }, operatorVersion, known);
  }

  /**
   * All that is wrong with a definition in a file: errors and lesser things. Nothing is thrown, also where it cannot be read.
   *
   * @param path relative to the working directory
   */
  public static findingsOfFile(path: string, options: DefinitionFindingsOptions = {}): Finding[] {
    const { operatorVersion, files } = options;
    return judgeDefinition(
      path, () => WorkflowDefinition.written(readInputFile(path, 'a file with a workflow definition'), path), operatorVersion,
      () => files ? filesGiven(files) : filesBeside(path),
    );
  }

  private static written(text: string | Buffer, where: string): WrittenDefinition {
    const { flow } = WorkflowDefinition.parse(text, where);
    const [{ object, origin }] = readYaml(text, where).documents as [LoadedDocument];
    return { definition: object, flow, origin };
  }

  private static parse(text: string | Buffer, where: string): WorkflowDefinition {
    const { documents, findings } = readYaml(text, where);
    const errors = findings.filter(({ severity }) => severity === Severity.ERROR);
    if (errors.length > 0) throw new FindingsError(errors);
    const [document, further] = documents;
    if (!document || further) throw new FindingsError([notADefinition(where, document ? `${documents.length} documents` : 'an empty definition')]);
    return new WorkflowDefinition(document.object, document.origin);
  }

  /** The id, which names the custom resource. */
  public readonly id?: string;

  /** Version of the definition. */
  public readonly version?: string;

  /** What the definition says about itself. */
  public readonly description?: string;

  /** Name for people. */
  public readonly name?: string;

  /** Domain-specific key. */
  public readonly key?: string;

  /** Language of the expressions. */
  public readonly expressionLang?: string;

  /** What goes into `spec.flow`, value for value. Frozen. */
  public readonly flow: Record<string, unknown>;

  private constructor(definition: JsonObject, origin: Origin) {
    const { problems, texts, flow } = readDefinition(definition);
    if (problems.length > 0) {
      throw new FindingsError(problems.map((problem) => found('SF-FLOW-DEFINITION', origin, problem)));
    }
    this.id = texts.id;
    this.version = texts.version;
    this.description = texts.description;
    this.name = texts.name;
    this.key = texts.key;
    this.expressionLang = texts.expressionLang;
    this.flow = deepFreeze(flow);
  }

  /**
   * Where the operator looks for what the CRD has no field for.
   * @internal
   */
  public get _annotations(): Record<string, string> {
    return Object.fromEntries(ANNOTATIONS.flatMap((word) => {
      const text = this[word];
      return text === undefined ? [] : [[`sonataflow.org/${word}`, text]];
    }));
  }
}

function notADefinition(where: string, given: string): Finding {
  return foundAt('SF-FLOW-DEFINITION', { where }, {
    given,
    allowed: 'one workflow definition: an object with id and states',
    fix: 'give the text of one .sw.yaml or .sw.json file',
  });
}
