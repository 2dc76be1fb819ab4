import { SonataFlowSpecPersistence } from '../../../imports/sonataflow.org';
import { PlatformResource, PostgreSqlSpec } from '../../model/resource';
import { InheritedPersistence } from '../../values/persistence/inherited-persistence';
import { WorkflowPersistence } from '../../values/persistence/workflow-persistence';
import { KnownPlatform } from '../app/roles';

type PlatformPostgreSql = NonNullable<NonNullable<PlatformResource['spec']['persistence']>['postgresql']>;

/** The workflow whose persistence is written. */
export interface PersistentWorkflow {
  readonly name: string;
  /** Its state lives in the pod, whatever is said. */
  readonly isDev: boolean;
  /** The platform of its namespace. */
  readonly platform?: Pick<KnownPlatform, 'inheritedPersistence' | 'rendering' | '_resource'>;
}

/** The field `persistence` of a workflow's custom resource. */
export function persistenceSpec(
  persistence: WorkflowPersistence, { name, isDev, platform }: PersistentWorkflow,
): SonataFlowSpecPersistence | undefined {
  const { _database: own, _dbMigrationStrategy: dbMigrationStrategy, _ephemeral: ephemeral } = persistence;
  if (own) return { postgresql: own._spec, dbMigrationStrategy };
  const inherited = platform?._resource.spec.persistence?.postgresql;
  if (!platform || !inherited || isDev) return undefined;
  // Where no operator reads it, there is no doubt about what it means.
  const wording = platform.rendering._kubernetesObjects ? InheritedPersistence.EXPLICIT : platform.inheritedPersistence;
  return ephemeral ? ephemeralSpec(wording) : inheritedSpec(wording, withSchema(inherited, name));
}

function ephemeralSpec(wording: InheritedPersistence): SonataFlowSpecPersistence | undefined {
  return wording === InheritedPersistence.EMPTY_OBJECT ? undefined : {};
}

function inheritedSpec(wording: InheritedPersistence, postgresql: PostgreSqlSpec): SonataFlowSpecPersistence | undefined {
  switch (wording) {
    case InheritedPersistence.EMPTY_OBJECT: return {};
    case InheritedPersistence.ABSENT: return undefined;
    case InheritedPersistence.EXPLICIT: return { postgresql };
  }
}

/** The platform's setting cannot name a schema; the operator would take the workflow's name. */
function withSchema(inherited: PlatformPostgreSql, databaseSchema: string): PostgreSqlSpec {
  const { serviceRef } = inherited;
  return serviceRef ? { ...inherited, serviceRef: { ...serviceRef, databaseSchema } } : inherited;
}
