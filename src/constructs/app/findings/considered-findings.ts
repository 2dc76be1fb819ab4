import { ApiObject, Lazy } from 'cdk8s';
import { IConstruct } from 'constructs';
import { configurationOf } from '../app-configuration';
import { acknowledgements, GivenAcknowledgement } from './given-acknowledgements';
import { acknowledgeAnnotation, annotatedAcknowledgements } from '../../../acknowledgements/annotations';
import { acknowledged, Acknowledgements, isFixed, refusal, withoutUse } from '../../../acknowledgements/apply';
import { Finding, Severity } from '../../../findings/finding';
import { CustomResource } from '../../../model/resource';

/** A construct with a custom resource. */
export interface Considered extends IConstruct {
  /**
   * What is written of it.
   * @default - nothing: it is managed elsewhere
   */
  readonly apiObject?: ApiObject;
  readonly _resource: CustomResource;
}

/** A part of a construct that findings are about, such as a service of a platform. */
export interface ConsideredPart {
  readonly construct: IConstruct;
  /** Its field below `spec.services`. */
  readonly field: string;
}

export interface Considering {
  /** The custom resource is written: then it says what is acknowledged. */
  readonly isWritten: boolean;
  /**
   * The part that a finding is about.
   * @default - the construct as a whole
   */
  readonly partOf?: (finding: Finding) => ConsideredPart | undefined;
  /**
   * All parts.
   * @default - none
   */
  readonly parts?: readonly IConstruct[];
}

/**
 * The findings as they count: with what is acknowledged in code, in the annotations of the custom resource and in the configuration, and strictly
 * where somebody wants that. What was acknowledged in code becomes an annotation.
 */
export function consideredFindings(
  owner: Considered, findings: readonly Finding[], { isWritten, partOf = () => undefined, parts = [] }: Considering,
): Finding[] {
  const { kind, metadata: { namespace, name } } = owner._resource;
  const annotated = annotatedAcknowledgements(owner._resource);
  const written = new Map<string, string>();
  const known = new Acknowledgements(annotated.acknowledgements);
  const configured = new Acknowledgements(configurationOf(owner).acknowledgements);
  const used = new Set<GivenAcknowledgement>();
  const refused = new Set<GivenAcknowledgement>();
  const result = findings.map((finding) => {
    const part = partOf(finding);
    const given = acknowledgements.of(part?.construct ?? owner, finding.rule);
    if (given && isFixed(finding)) refused.add(given);
    if (given && !isFixed(finding)) {
      used.add(given);
      written.set(acknowledgeAnnotation(finding.rule, given.scope === part?.construct ? part.field : undefined), given.reason);
    }
    const own = known.consider(finding, { kind, namespace, name });
    const weighed = given && !isFixed(finding) ? acknowledged(finding, given.reason) : configured.consider(own, { kind, namespace, name });
    return strictly(part?.construct ?? owner, weighed);
  });
  if (isWritten && owner.apiObject) annotate(owner.apiObject, written);
  // What the API server refuses is not judged, so that nothing is found that could be acknowledged.
  const isJudged = !owner._resource.refused;
  const idle = (isJudged ? [owner, ...parts] : []).flatMap((construct) => isAlone(construct, parts) ? acknowledgements.at(construct) : [])
    .filter((given) => !used.has(given) && !refused.has(given));
  return [
    ...result,
    ...annotated.findings,
    ...[...refused].map((given) => refusal({ rule: given.rule, said: { where: given.scope.node.path } })),
    ...idle.map((given) => withoutUse({ rule: given.rule, said: { where: given.scope.node.path } })),
    ...isJudged ? known.findings.filter(({ field }) => !written.has(keyOf(field))) : [],
  ];
}

function strictly(construct: IConstruct, finding: Finding): Finding {
  const isStrict = acknowledgements.isStrict(construct) || configurationOf(construct).strict === true;
  return finding.severity === Severity.WARNING && isStrict ? { ...finding, severity: Severity.ERROR } : finding;
}

const WRITTEN = new WeakMap<ApiObject, { readonly keys: Set<string>; current: ReadonlyMap<string, string> }>();

/** What is not acknowledged any more is not written any more. */
function annotate(apiObject: ApiObject, current: ReadonlyMap<string, string>): void {
  const known = WRITTEN.get(apiObject) ?? { keys: new Set<string>(), current };
  WRITTEN.set(apiObject, known);
  known.current = current;
  for (const key of current.keys()) {
    if (known.keys.has(key) || apiObject.metadata.toJson()?.annotations?.[key] !== undefined) continue;
    known.keys.add(key);
    // cdk8s resolves it like any other value, although the type says that it is a text.
    apiObject.metadata.addAnnotation(key, Lazy.any({ produce: () => known.current.get(key) }) as string);
  }
}

/** Whether nothing else of the app is below a construct, to which an acknowledgement may be meant. */
function isAlone(construct: IConstruct, parts: readonly IConstruct[]): boolean {
  return construct.node.findAll().every((below) => below === construct || parts.includes(below) || !('_resource' in below));
}

function keyOf(field: string | undefined): string {
  return /^metadata\.annotations\["(.*)"\]$/.exec(field ?? '')?.[1] ?? '';
}

/** One finding as it counts for a construct without a custom resource of this library's. */
export function considered(construct: IConstruct, finding: Finding): Finding {
  const given = acknowledgements.of(construct, finding.rule);
  return strictly(construct, given && !isFixed(finding) ? acknowledged(finding, given.reason) : finding);
}
