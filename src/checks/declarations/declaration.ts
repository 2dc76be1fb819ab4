import { DeclaredDefinition } from './declared-definition';
import { Origin } from '../../findings/origin';
import { LocatedFinding } from '../../findings/place';
import { ServiceKind } from '../../model/service';
import { found } from '../../rules/found';
import { ValueProblem } from '../../rules/value-problem';
import { DefinitionFiles } from '../../workflow-definition/files/definition-files';

/** What an app says of a platform, a service or a workflow, and its custom resource does not. */
export interface Declaration {
  /** Path of the construct. */
  readonly where: string;
  /** Of the custom resource. */
  readonly name: string;
  /** Of the custom resource; empty when nothing says which. */
  readonly namespace: string;
  /** What is wrong on its own, and could not be known before. */
  readonly problems: readonly ValueProblem[];
  /** What was given to the objects that are rendered. */
  readonly rendered: ReadonlyArray<{
    /** Kind and name. */
    readonly object: string;
    readonly labels?: Readonly<Record<string, unknown>>;
    readonly annotations?: Readonly<Record<string, unknown>>;
  }>;
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
  readonly definition: DeclaredDefinition;
  /** What the image holds beside the definition, as far as that is known. */
  readonly imageFiles?: DefinitionFiles;
}

export interface ClusterPlatformDeclaration extends Pick<Declaration, 'where'> {
  /** The one that is shared. */
  readonly platform: GivenPlatform;
}

export type DeclaredName = Pick<Declaration, 'name' | 'namespace'>;

export interface GivenPlatform extends DeclaredName {
  /** It is one of this library's, in this app. */
  readonly known: boolean;
}

/** A Secret, and its namespace if the app makes it. */
export interface DeclaredSecret {
  readonly name: string;
  readonly namespace?: string;
}

/** The construct itself is the place of what it says. */
export function declaredAt(where: string): Origin {
  return { locate: () => ({ where }) };
}

/** What is wrong on its own with what a construct was given. */
export function ownProblems({ where, problems }: Pick<Declaration, 'where' | 'problems'>): LocatedFinding[] {
  return problems.map(({ rule, ...violation }) => found(rule, declaredAt(where), violation));
}
