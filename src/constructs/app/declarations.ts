import { Rule } from '../../checks/check';
import { CONSTRUCT_RULES } from '../../checks/construct-rules';
import { Finding, Severity } from '../../findings/finding';
import { ValueProblem } from '../../findings/findings-error';
import { list, quote } from '../../findings/words';
import { asList, asObject } from '../../json/lenient';
import { DatabaseBinding } from '../../model/database';
import { WorkflowResource } from '../../model/resource';
import { SERVICE_KINDS, ServiceKind } from '../../model/service';
import { variableOf } from '../../properties/environment-names';

/** What an app says of a platform, a service or a workflow, and its custom resource does not. */
interface Declaration {
  /** Path of the construct. */
  readonly where: string;
  /** Of the custom resource. */
  readonly name: string;
  /** Of the custom resource; empty when nothing says which. */
  readonly namespace: string;
  /** What is wrong on its own, and could not be known before. */
  readonly problems: readonly ValueProblem[];
}

export interface PlatformDeclaration extends Declaration {
  readonly databaseSecret?: DeclaredSecret;
  /** In the platform's own persistence, which cannot have one. */
  readonly databaseSchema?: string;
  readonly services: Readonly<Record<ServiceKind, readonly ServiceDeclaration[]>>;
}

export interface ServiceDeclaration {
  /** Path of the construct. */
  readonly where: string;
  /** Namespace of its chart, if that has one. */
  readonly chartNamespace?: string;
  readonly databaseSecret?: DeclaredSecret;
  readonly problems: readonly ValueProblem[];
  /** It is said to have no database. */
  readonly ephemeral: boolean;
}

export interface WorkflowDeclaration extends Declaration {
  /** The platform that it is given to, or in whose scope it is. */
  readonly platform?: GivenPlatform;
  /** Paths of the workflows of its name in its namespace, its own included. */
  readonly namesakes: readonly string[];
  readonly databaseSecret?: DeclaredSecret;
  /** Names of the properties that are in Secrets. */
  readonly secretProperties: readonly string[];
}

export interface ClusterPlatformDeclaration extends Pick<Declaration, 'where'> {
  /** The one that is shared. */
  readonly platform: GivenPlatform;
}

type DeclaredName = Pick<Declaration, 'name' | 'namespace'>;

export interface GivenPlatform extends DeclaredName {
  /** It is one of this library's, in this app. */
  readonly known: boolean;
}

/** A Secret, and its namespace if the app makes it. */
export interface DeclaredSecret {
  readonly name: string;
  readonly namespace?: string;
}

export function ownProblems({ where, problems }: Pick<Declaration, 'where' | 'problems'>): Finding[] {
  return problems.map((problem) => ({ ...problem, severity: Severity.ERROR, where }));
}

/** Addresses and label values need it. */
export function namespaceMissing({ where, namespace }: Declaration, rendersObjects: boolean): Finding[] {
  if (!rendersObjects || namespace !== '') return [];
  return [{
    ...told(CONSTRUCT_RULES.namespaceMissing),
    where,
    given: 'Kubernetes objects in no namespace',
    allowed: 'a namespace: addresses of services and databases have it',
    fix: 'give the chart a namespace, or metadata.namespace',
  }];
}

/** The custom resource has one field for each service. */
export function tooManyServices({ where, services }: PlatformDeclaration, kind: ServiceKind): Finding[] {
  const ofKind = services[kind];
  if (ofKind.length < 2) return [];
  const { title, field } = SERVICE_KINDS[kind];
  return [{
    ...told(CONSTRUCT_RULES.serviceTwo),
    where,
    field: `spec.services.${field}`,
    given: `${ofKind.length} of the kind ${title}: ${list(ofKind.map((service) => service.where))}`,
    allowed: `one ${title} on a platform`,
    fix: 'remove all but one, or give the others a platform in another namespace',
  }];
}

/** @param database what the service has nevertheless */
export function cannotOptOut({ where, ephemeral }: ServiceDeclaration, database: DatabaseBinding | undefined): Finding[] {
  if (!ephemeral || !database) return [];
  return [{
    ...told(CONSTRUCT_RULES.serviceOptsOut),
    where,
    given: 'ServicePersistence.ephemeral() under a platform with a database',
    allowed: 'the platform\'s database or one of the service\'s own: the custom resource cannot say that a service has none',
    fix: 'move the database from the platform to the services and workflows that need it',
  }];
}

/** Of a platform that somebody else made up nothing is known, so nothing can be wired in. */
export function unknownPlatform(where: string, { name, known }: GivenPlatform): Finding[] {
  if (known) return [];
  return [{
    rule: 'SF-PLATFORM-UNKNOWN',
    severity: Severity.ERROR,
    where,
    given: `a platform ${quote(name)} that is none of this app's`,
    allowed: 'a SonataFlowPlatformConstruct of this app, or what SonataFlowPlatformConstruct.fromPlatformName made in it',
    fix: 'give one of these; fromPlatformName is for a platform that is managed elsewhere',
  }];
}

/** The operator binds by namespace, so a child belongs into its platform's. */
export function otherNamespace(where: string, namespace: string, platform: DeclaredName): Finding[] {
  if (namespace === platform.namespace) return [];
  const named = (name: string) => name === '' ? 'no namespace' : `namespace ${quote(name)}`;
  return [{
    ...told(CONSTRUCT_RULES.platformNamespace),
    where,
    given: `${named(namespace)}, while its platform ${quote(platform.name)} is in ${named(platform.namespace)}`,
    allowed: 'the namespace of the platform: the operator binds by namespace',
    fix: 'give both charts the same namespace; to share services with other namespaces use a cluster platform (services only, never persistence)',
  }];
}

/** cdk8s does not notice two objects of one identity; the cluster keeps the one that comes last. */
export function sameName({ where, name, namesakes }: WorkflowDeclaration): Finding[] {
  if (namesakes.length < 2) return [];
  return [{
    ...told(CONSTRUCT_RULES.workflowTwo),
    where,
    field: 'metadata.name',
    given: `workflows named ${quote(name)} in one namespace: ${list(namesakes)}`,
    allowed: 'one workflow of a name in a namespace',
    fix: 'give one of them another metadata.name',
  }];
}

/** The custom resource has no namespace beside the name of a Secret. */
export function secretElsewhere({ where, namespace }: Declaration, secret: DeclaredSecret | undefined): Finding[] {
  if (secret?.namespace === undefined || namespace === '' || secret.namespace === namespace) return [];
  return [{
    ...told(CONSTRUCT_RULES.secretNamespace),
    where,
    given: `the Secret ${quote(secret.name)} of the namespace ${quote(secret.namespace)} for pods in ${quote(namespace)}`,
    allowed: `a Secret in ${quote(namespace)}: pods read those of their own namespace only`,
    fix: `make the Secret in ${quote(namespace)} too, and hand that one in`,
  }];
}

/** A property in a Secret comes down to a variable that is there twice. */
export function sameVariable({ where, secretProperties }: WorkflowDeclaration, { spec }: WorkflowResource): Finding[] {
  const env = asList(spec.podTemplate?.container?.env).map((entry) => asObject(entry).name);
  return secretProperties.flatMap((name) => {
    const variable = variableOf(name);
    const places = [...env.keys()].filter((i) => env[i] === variable);
    return places.length < 2 ? [] : [{
      rule: 'SF-PROP-VARIABLE',
      severity: Severity.ERROR,
      where,
      field: `spec.podTemplate.container.env[${places[1]}]`,
      given: `the variable ${variable}, to which the property ${quote(name)} comes down, a second time`,
      allowed: 'one value for an environment variable: the container would get the last',
      fix: 'take away the other one, or give the property another name',
    }];
  });
}

function told({ id, severity }: Rule): Pick<Finding, 'rule' | 'severity'> {
  return { rule: id, severity };
}
