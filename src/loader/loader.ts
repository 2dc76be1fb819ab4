import { dirname } from 'node:path';
import { isForCluster, mayBeForCluster } from './cluster-content';
import { Source } from './files';
import { unpack } from './lists';
import { FieldProblem, KubernetesObject, objectProblems, withNamespace } from './objects';
import { parsed } from './parsed';
import { PassedOver, PassedOverPath } from './passed-over';
import { isResource, misspeltKind } from './resource-kinds';
import { schemaFindings } from '../checks/schema-findings';
import { BoundedFindings, MOST_OF_A_RULE } from '../findings/bounded';
import { Severity } from '../findings/finding';
import { Origin } from '../findings/origin';
import { byPlace, LocatedFinding } from '../findings/place';
import { FieldPath } from '../json/field-path';
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
import { LoadedDocument } from '../yaml/yaml';

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

  /**
   * How many findings of a rule are told one by one; of what is no object for a cluster at all nobody reads more than a few.
   * @default 100
   */
  readonly mostOfARule?: number;
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
  /** How many custom resources each file has, refused ones included. */
  readonly counts: ReadonlyMap<string, SourceCount>;
  /** Files of folders that have nothing for a cluster in them. */
  readonly passedOver: readonly PassedOverPath[];
  /** Definitions of workflows, which are no objects of Kubernetes. */
  readonly definitions: readonly LoadedDefinition[];
  /** In the order of file, line and column. */
  readonly findings: readonly LocatedFinding[];
}

export interface SourceCount {
  readonly resources: number;
  /** Those that are workflows. */
  readonly workflows: number;
}

/** A definition as it was written, and its file. */
export interface LoadedDefinition extends LoadedDocument {
  readonly file: string;
}

/** Reads YAML as kubectl reads it: custom resources of SonataFlow and the other objects of the cluster. */
export function load(sources: readonly Source[], options: LoadOptions): LoadedInput {
  const projects = new Set(sources.filter(({ file }) => isDefinitionFile(file)).map(({ file }) => dirname(file)));
  const loading = new Loading(options, projects);
  for (const source of sources) loading.read(source);
  return loading.result();
}

class Loading {
  private readonly resources: CustomResource[] = [];
  private readonly refused: CustomResource[] = [];
  private readonly objects: ClusterObject[] = [];
  private readonly documents: LoadedDocument[] = [];
  private readonly definitions: LoadedDefinition[] = [];
  private readonly passedOver: PassedOverPath[] = [];
  private readonly findings: BoundedFindings<LocatedFinding>;
  private readonly counts = new Map<string, SourceCount>();
  private readonly identities = new Map<string, Origin>();

  /** @param projects the folders of definitions, which have specifications and schemas in them */
  constructor(private readonly options: LoadOptions, private readonly projects: ReadonlySet<string>) {
    this.findings = new BoundedFindings((rule) => rule.startsWith('SF-INPUT-') ? MOST_OF_A_RULE : options.mostOfARule ?? MOST_OF_A_RULE);
  }

  read(source: Source): void {
    if (isDefinitionFile(source.file)) this.readDefinition(source);
    else if (source.inFolder && !mayBeForCluster(source)) this.pass(source);
    else this.readObjects(source);
  }

  private readDefinition(source: Source): void {
    const { document, findings } = readDefinitionText(source.text, source.file);
    findings.forEach((finding) => this.tell(finding));
    if (document && isResourceLike(document.object)) this.readObjects(source);
    else if (document) this.definitions.push({ ...document, file: source.file });
  }

  private readObjects(source: Source): void {
    const { file, inFolder = false } = source;
    const { documents, findings } = parsed(source);
    findings.forEach((finding) => this.tell(finding));
    for (const document of documents) {
      if (isDefinition(document.object)) {
        this.definitions.push({ ...document, file });
        continue;
      }
      if (!isResourceLike(document.object) && this.projects.has(dirname(file))) continue;
      if (inFolder && !isForCluster(document.object)) {
        this.pass(source);
        continue;
      }
      for (const item of unpack(document)) {
        if ('object' in item) this.add(withoutSecretValues(item.object), item.origin, file);
        else this.report(item.origin, [item]);
      }
    }
  }

  result(): LoadedInput {
    const findings = this.documents.length + this.definitions.length > 0 ? this.findings.all : this.findings.all.map(asError);
    const { resources, refused, objects, documents, definitions, counts, passedOver } = this;
    return deepFreeze({ resources, refused, objects, documents, definitions, counts, passedOver, findings: [...findings].sort(byPlace) });
  }

  private add(object: JsonObject, origin: Origin, file: string): void {
    if (this.report(origin, objectProblems(object))) return;
    this.documents.push({ object, origin });
    const complete = withNamespace(object, this.options.defaultNamespace ?? 'default');
    const ofObject = withIdentity(origin, complete);
    if (this.report(ofObject, [misspeltKind(complete), this.twiceProblem(complete, origin)])) return;
    if (!isResource(complete)) {
      this.objects.push(complete);
      return;
    }
    this.addResource(complete, ofObject);
    const { resources = 0, workflows = 0 } = this.counts.get(file) ?? {};
    this.counts.set(file, { resources: resources + 1, workflows: workflows + (complete.kind === 'SonataFlow' ? 1 : 0) });
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

  private pass({ file }: Source): void {
    this.passedOver.push({ path: file, reason: PassedOver.NO_OBJECT });
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

/** The places of an object, which say in which object they are. */
function withIdentity(origin: Origin, { kind, metadata: { namespace, name } }: KubernetesObject): Origin {
  const object = Object.freeze({ kind, namespace, name });
  return Object.freeze({ locate: (path?: FieldPath) => ({ ...origin.locate(path), object }) });
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
