import { annotationOf, DEFINITION_ANNOTATIONS } from './definition-annotations';
import { DefinitionText, readDefinitionText } from './definition-text';
import { filesBeside } from './files/files-beside';
import { readInputFile } from './files/input-file';
import { ofOtherLanguage } from './other-languages';
import { OddValue, plainCopy, Resolve, resolvedByItself } from './plain-values';
import { DefinitionParts, readDefinition } from './read-definition';
// eslint-disable-next-line import/no-restricted-paths -- a definition is asked what is wrong with it, and no check knows the class
import { DefinitionFindingsOptions, judgeDefinition, WrittenDefinition } from '../checks/flow/judged-definition';
import { Finding, Severity } from '../findings/finding';
import { FindingsError } from '../findings/findings-error';
import { Origin } from '../findings/origin';
import { LocatedFinding } from '../findings/place';
import { quote } from '../findings/words';
import { isJsonObject, JsonObject } from '../json/json';
import { asObject } from '../json/lenient';
import { foundAt, found } from '../rules/found';
import { isLate } from '../values/late';
import { readYaml } from '../yaml/yaml';

/** What the operator reads from annotations, by the word of the definition. */

/**
 * A workflow in the words of Serverless Workflow 0.8: a `.sw.yaml`, a `.sw.json`, their text, or an object.
 *
 * @example
 * const definition = WorkflowDefinition.fromFile('workflows/greet.sw.yaml');
 * new WorkflowConstruct(platform, 'Greet', { definition });
 *
 * @see https://github.com/serverlessworkflow/specification/tree/0.8.x
 */
export class WorkflowDefinition {
  /**
   * Reads a `.sw.yaml` or `.sw.json` file.
   *
   * @param path relative to the working directory
   * @throws SF-INPUT-FILE when it cannot be read, SF-INPUT-YAML when it is no YAML, SF-FLOW-DEFINITION when it is no definition
   * @example
   * WorkflowDefinition.fromFile('workflows/greet.sw.yaml');
   */
  public static fromFile(path: string): WorkflowDefinition {
    return WorkflowDefinition.ofText(readDefinitionText(readInputFile(path, 'a file with a workflow definition'), path), path, true);
  }

  /**
   * Reads a definition in YAML or JSON.
   *
   * @throws SF-INPUT-YAML when it is no YAML, SF-FLOW-DEFINITION when it is no definition
   * @example
   * WorkflowDefinition.fromString(`
   *   id: greet
   *   start: Greet
   *   states: [{ name: Greet, type: inject, data: { greeting: Hello }, end: true }]
   * `);
   */
  public static fromString(text: string): WorkflowDefinition {
    const where = 'WorkflowDefinition.fromString';
    if (typeof text as unknown !== 'string') throw new FindingsError([notADefinition(where, `a ${typeof text} in place of a text`)]);
    return WorkflowDefinition.ofText(readDefinitionText(text, where), where, false);
  }

  /**
   * Takes a definition that is an object already; it is copied. A `Lazy` of cdk8s in it, or a token, is resolved at synth time.
   *
   * @throws SF-FLOW-DEFINITION when it is no definition, or holds what JSON cannot say
   * @example
   * WorkflowDefinition.fromObject({
   *   id: 'greet',
   *   start: 'Greet',
   *   states: [{ name: 'Greet', type: 'inject', data: { greeting: 'Hello' }, end: true }],
   * });
   */
  public static fromObject(definition: Record<string, unknown>): WorkflowDefinition {
    const where = 'WorkflowDefinition.fromObject';
    const { copy, odd, late } = plainCopy(ofOtherLanguage(definition, where), unresolved);
    const origin = { locate: () => ({ where }) };
    if (odd.length > 0) throw new FindingsError(odd.map((one) => oddValue(one, origin)));
    if (!isJsonObject(copy)) throw new FindingsError([notADefinition(where, quote(copy), 'give such an object; a text is for fromString')]);
    return new WorkflowDefinition(copy, origin, { template: late ? definition : undefined });
  }

  /**
   * Takes the flow of a custom resource of the kind SonataFlow that is in a file, with its name and its annotations.
   *
   * @param path relative to the working directory
   * @throws SF-INPUT-FILE when it cannot be read, SF-INPUT-YAML when it is no YAML, SF-FLOW-DEFINITION when it is no such custom resource
   * @example
   * WorkflowDefinition.fromCustomResource('manifests/greet.yaml');
   */
  public static fromCustomResource(path: string): WorkflowDefinition {
    const { documents, findings } = readYaml(readInputFile(path, 'a file with a custom resource'), path);
    throwErrors(findings);
    const [resource, second] = documents.filter(({ object }) => object.kind === 'SonataFlow' && isJsonObject(asObject(object.spec).flow));
    if (!resource || second) throw new FindingsError([notACustomResource(path, documents.length, second ? 2 : 0)]);
    const { object, origin } = resource;
    const { name, annotations } = asObject(object.metadata);
    const said = DEFINITION_ANNOTATIONS.map((word) => [word, asObject(annotations)[annotationOf(word)]] as const)
      .filter(([, text]) => text !== undefined);
    const definition = { ...asObject(asObject(object.spec).flow), ...Object.fromEntries(said), ...name !== undefined && { id: name } } as JsonObject;
    return new WorkflowDefinition(definition, { locate: (at = []) => origin.locate(['spec', 'flow', ...at]) });
  }

  /**
   * All that is wrong with a definition, judged without a chart: errors and lesser things. Nothing is thrown, whatever is given.
   *
   * @param definition the text of a `.sw.yaml` or `.sw.json` file, or what it says as an object
   * @example
   * expect(WorkflowDefinition.findings({ id: 'greet', start: 'Greet', states: [] })).toEqual([]);
   */
  public static findings(definition: unknown, options: DefinitionFindingsOptions = {}): Finding[] {
    const where = 'WorkflowDefinition.findings';
    if (typeof definition === 'string') return judgeDefinition(where, () => written(WorkflowDefinition.fromString(definition)), options);
    return judgeDefinition(where, () => written(WorkflowDefinition.fromObject(definition as Record<string, unknown>)), options);
  }

  /**
   * All that is wrong with a definition in a file: errors and lesser things. Nothing is thrown, also where it cannot be read.
   *
   * @param path relative to the working directory
   */
  public static findingsOfFile(path: string, options: DefinitionFindingsOptions = {}): Finding[] {
    return judgeDefinition(path, () => written(WorkflowDefinition.fromFile(path)), options, () => filesBeside(path));
  }

  private static ofText({ document, findings }: DefinitionText, where: string, isFile: boolean): WorkflowDefinition {
    throwErrors(findings);
    if (!document) throw new FindingsError([notADefinition(where, 'an empty definition')]);
    return new WorkflowDefinition(document.object, document.origin, { isFile, findings });
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

  /** @internal */
  public readonly _origin: Origin;

  /**
   * It is a file, which may go into an image as it is.
   * @internal
   */
  public readonly _isFile: boolean;

  /**
   * What was noticed when it was read.
   * @internal
   */
  public readonly _findings: readonly LocatedFinding[];

  private readonly parts: DefinitionParts;
  private readonly template?: Record<string, unknown>;

  private constructor(definition: JsonObject, origin: Origin, { isFile = false, findings = [], template }: DefinitionSource = {}) {
    this.parts = readDefinition(definition);
    this._origin = origin;
    this._isFile = isFile;
    this._findings = findings;
    this.template = template;
    const { problems, texts } = this.parts;
    if (problems.length > 0 && !template) throw new FindingsError(problems.map((problem) => found('SF-FLOW-DEFINITION', origin, problem)));
    this.id = texts.id;
    this.version = texts.version;
    this.description = texts.description;
    this.name = texts.name;
    this.key = texts.key;
    this.expressionLang = texts.expressionLang;
  }

  /**
   * What goes into `spec.flow`, value for value, in the form that the custom resource has for it: `dataInputSchema` and time limits that are
   * written in short are written out, and `extensions`, for which it has no place, are left out. Frozen.
   */
  public get flow(): Record<string, unknown> {
    return this._parts(resolvedByItself).flow;
  }

  /**
   * What the definition is made of; what was to be known late is asked for now.
   * @internal
   */
  public _parts(resolve: Resolve): DefinitionParts {
    if (!this.template) return this.parts;
    const { copy, odd } = plainCopy(this.template, resolve);
    const parts = readDefinition(asObject(copy));
    const problems = odd.map(({ path, given }) => ({ path, given, ...PLAIN }));
    return problems.length > 0 ? { ...parts, problems: [...problems, ...parts.problems] } : parts;
  }

  /**
   * Where the operator looks for what the CRD has no field for.
   * @internal
   */
  public get _annotations(): Record<string, string> {
    return Object.fromEntries(DEFINITION_ANNOTATIONS.flatMap((word) => {
      const text = this[word];
      return text === undefined ? [] : [[annotationOf(word), text]];
    }));
  }
}

/** Where a definition comes from. */
interface DefinitionSource {
  readonly isFile?: boolean;
  readonly findings?: readonly LocatedFinding[];
  /** What it is made of at synth time. */
  readonly template?: Record<string, unknown>;
}

/** What is judged of a definition: itself, and what goes into a custom resource. */
function written(definition: WorkflowDefinition): WrittenDefinition {
  const { flow, definition: given } = definition._parts(resolvedByItself);
  return { flow, definition: given, origin: definition._origin };
}

const PLAIN = { allowed: 'what JSON can say, or a Lazy that produces it', fix: 'give the value itself' } as const;

/** Before the synth nobody asks for a value that is to be known late. */
const unresolved: Resolve = (value) => isLate(value) && typeof value !== 'string' ? null : value;

function throwErrors(findings: readonly LocatedFinding[]): void {
  const errors = findings.filter(({ severity, rule }) => severity === Severity.ERROR && rule !== 'SF-INPUT-EMPTY');
  if (errors.length > 0) throw new FindingsError(errors);
}

function oddValue({ path, given }: OddValue, origin: Origin): LocatedFinding {
  return found('SF-FLOW-DEFINITION', origin, { ...path.length > 0 && { path }, given, ...PLAIN });
}

function notACustomResource(where: string, documents: number, flows: number): Finding {
  return foundAt('SF-FLOW-DEFINITION', { where }, {
    given: flows > 1 ? 'several custom resources of the kind SonataFlow' : `${documents} ${documents === 1 ? 'document' : 'documents'} without spec.flow`,
    allowed: 'one custom resource of the kind SonataFlow, with a flow',
    fix: 'give a file with one of them, or the definition itself to fromFile',
  });
}

function notADefinition(where: string, given: string, fix = 'give the text of one .sw.yaml or .sw.json file'): Finding {
  return foundAt('SF-FLOW-DEFINITION', { where }, {
    given,
    allowed: 'one workflow definition: an object with id and states',
    fix,
  });
}
