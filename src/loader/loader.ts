import { dirname } from 'node:path';
import { Source } from './files';
import { unpack } from './lists';
import { FieldProblem, KubernetesObject, objectProblems, withNamespace } from './objects';
import { isResource, misspeltKind } from './resource-kinds';
import { schemaFindings } from '../checks/schema-findings';
import { BoundedFindings } from '../findings/bounded';
import { Severity } from '../findings/finding';
import { Origin } from '../findings/origin';
import { byPlace, LocatedFinding } from '../findings/place';
import { deepFreeze, JsonObject } from '../json/json';
import { groupOf } from '../kubernetes/kinds';
import { withoutSecretValues } from '../kubernetes/secrets';
import { ClusterObject } from '../model/landscape';
import { CustomResource, toResource } from '../model/resource';
import { found } from '../rules/found';
import { ruleOf } from '../rules/rules';
import { SchemaProblem } from '../validation/problem';
import { SchemaVerdict } from '../validation/schema';
import { isDefinitionFile, readDefinitionText } from '../workflow-definition/definition-text';
import { LoadedDocument, readYaml } from '../yaml/yaml';

export interface LoadOptions {
  /** Judges a custom resource by the CRD of its kind. */
  readonly judge: (object: JsonObject) => SchemaVerdict;

  /**
   * The namespace of objects that name none.
   * @default 'default'
   */
  readonly defaultNamespace?: string;

  /**
   * The weight of a field that the CRD does not know: an error where the API server validates strictly.
   * @default Severity.WARNING
   */
  readonly unknownFields?: Severity;
}

/** All that files say about one cluster, in their order. Frozen. */
export interface LoadedInput {
  /** The custom resources of SonataFlow that the API server would take. */
  readonly resources: readonly CustomResource[];
  /** Those that it would refuse, with nothing in them: the others are judged as if these were there. */
  readonly refused: readonly CustomResource[];
  /** All other objects. */
  readonly objects: readonly ClusterObject[];
  /** Every object with apiVersion, kind and name, as it was written: lists unpacked, Secrets without values. */
  readonly documents: readonly LoadedDocument[];
  /** Definitions of workflows, which are no objects of Kubernetes. */
  readonly definitions: readonly LoadedDefinition[];
  /** In the order of file, line and column. */
  readonly findings: readonly LocatedFinding[];
}

/** A definition as it was written, and its file. */
export interface LoadedDefinition extends LoadedDocument {
  readonly file: string;
}

/** Reads YAML as kubectl reads it: custom resources of SonataFlow and the other objects of the cluster. */
export function load(sources: readonly Source[], options: LoadOptions): LoadedInput {
  const projects = new Set(sources.filter(({ file }) => isDefinitionFile(file)).map(({ file }) => dirname(file)));
  const loading = new Loading(options, projects);
  for (const { file, text } of sources) loading.read(text, file);
  return loading.result();
}

class Loading {
  private readonly resources: CustomResource[] = [];
  private readonly refused: CustomResource[] = [];
  private readonly objects: ClusterObject[] = [];
  private readonly documents: LoadedDocument[] = [];
  private readonly definitions: LoadedDefinition[] = [];
  private readonly findings = new BoundedFindings<LocatedFinding>();
  private readonly identities = new Map<string, Origin>();

  /** @param projects the folders of definitions, which have specifications and schemas in them */
  constructor(private readonly options: LoadOptions, private readonly projects: ReadonlySet<string>) {}

  read(text: string | Buffer, file: string): void {
    if (isDefinitionFile(file)) this.readDefinition(text, file);
    else this.readObjects(text, file);
  }

  private readDefinition(text: string | Buffer, file: string): void {
    const { document, findings } = readDefinitionText(text, file);
    findings.forEach((finding) => this.tell(finding));
    if (document && isResourceLike(document.object)) this.readObjects(text, file);
    else if (document) this.definitions.push({ ...document, file });
  }

  private readObjects(text: string | Buffer, file: string): void {
    const { documents, findings } = readYaml(text, file);
    findings.forEach((finding) => this.tell(finding));
    for (const document of documents) {
      if (isDefinition(document.object)) {
        this.definitions.push({ ...document, file });
        continue;
      }
      if (!isResourceLike(document.object) && this.projects.has(dirname(file))) continue;
      for (const item of unpack(document)) {
        if ('object' in item) this.add(withoutSecretValues(item.object), item.origin);
        else this.report(item.origin, [item]);
      }
    }
  }

  result(): LoadedInput {
    const findings = this.documents.length + this.definitions.length > 0 ? this.findings.all : this.findings.all.map(asError);
    const { resources, refused, objects, documents, definitions } = this;
    return deepFreeze({ resources, refused, objects, documents, definitions, findings: [...findings].sort(byPlace) });
  }

  private add(object: JsonObject, origin: Origin): void {
    if (this.report(origin, objectProblems(object))) return;
    this.documents.push({ object, origin });
    const complete = withNamespace(object, this.options.defaultNamespace ?? 'default');
    if (this.report(origin, [misspeltKind(complete), this.twiceProblem(complete, origin)])) return;
    if (isResource(complete)) this.addResource(complete, origin);
    else this.objects.push(complete);
  }

  private addResource(object: KubernetesObject, origin: Origin): void {
    const { writtenBack: judged, problems } = this.options.judge(object);
    const { unknownFields = Severity.WARNING } = this.options;
    for (const finding of schemaFindings(problems, origin, unknownFields)) this.tell(finding);
    if (problems.some(({ kind }) => kind === 'invalid') || isMisplaced(problems, judged, unknownFields)) this.refused.push(withoutContent(object, origin));
    else this.resources.push(toResource(judged, origin));
  }

  private twiceProblem({ apiVersion, kind, metadata: { namespace, name } }: KubernetesObject, origin: Origin): FieldProblem | undefined {
    const identity = JSON.stringify([groupOf(apiVersion), kind, namespace, name]);
    const first = this.identities.get(identity);
    if (!first) {
      this.identities.set(identity, origin);
      return undefined;
    }
    return {
      rule: 'SF-INPUT-TWICE',
      given: `${kind} ${namespace ? `${namespace}/` : ''}${name}, which is also in ${first.locate().where}`,
      allowed: 'each object once',
      fix: 'remove one of the two, or give it another name or namespace',
    };
  }

  private tell(finding: LocatedFinding): void {
    this.findings.add(finding.rule, finding.severity, () => finding, finding.more);
  }

  /** Whether there was anything to report. */
  private report(origin: Origin, problems: ReadonlyArray<FieldProblem | undefined>): boolean {
    const real = problems.filter((problem) => problem !== undefined);
    for (const { rule, ...violation } of real) this.findings.add(rule, ruleOf(rule).severity, () => found(rule, origin, violation));
    return real.length > 0;
  }
}

/** Whatever says that it is an object of Kubernetes. */
function isResourceLike({ apiVersion, kind }: JsonObject): boolean {
  return apiVersion !== undefined || kind !== undefined;
}

function isDefinition(object: JsonObject): boolean {
  return !isResourceLike(object) && Array.isArray(object.states);
}

function withoutContent({ kind, metadata }: KubernetesObject, origin: Origin): CustomResource {
  return toResource({ kind, metadata }, origin, { refused: true });
}

/** Where a strict API server refuses a misspelt `spec`, nothing is to be said of the one that is missing. */
function isMisplaced(problems: readonly SchemaProblem[], { spec }: JsonObject, unknownFields: Severity): boolean {
  return unknownFields === Severity.ERROR && spec === undefined && problems.some(({ kind, path }) => kind === 'unknown' && path.length === 1);
}

/** A file without objects beside others is no mistake; nothing at all is one. */
function asError(finding: LocatedFinding): LocatedFinding {
  return finding.rule === 'SF-INPUT-EMPTY' ? { ...finding, severity: Severity.ERROR } : finding;
}
