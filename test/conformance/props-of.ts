import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { structOf } from './struct-of';
import {
  BuildConfigOptions, BuildStrategy, BuildTemplateOptions, ClusterPlatformCapabilities, DbMigrationStrategy, Destination, EventSource,
  JobsServiceConstructProps, PostgreSql, PropertyValue, ServicePersistence, SonataFlowPlatformOptions, WorkflowConstructProps, WorkflowDefinition,
  WorkflowPersistence, WorkflowProfile, WorkflowResources,
} from '../../src';
import { JsonObject } from '../../src/json/json';
import {
  ClusterPlatformSpec, DestinationField, FlowPropertySpec, PersistenceSpec, PlatformSpec, PostgreSqlSpec, ServiceSpec, WorkflowSpec,
} from '../../src/model/resource';

/** What custom resources say, in the words of props. A field without a prop is an error. */
export class PropsOf {
  public constructor(private readonly scope: Construct) { }

  public platform({ build, devMode, eventing, monitoring, persistence, properties, services, ...rest }: PlatformSpec): SonataFlowPlatformOptions {
    nothingIn(rest);
    return {
      persistence: persistence?.postgresql && this.postgreSql(persistence.postgresql),
      broker: eventing?.broker && this.destination(eventing.broker),
      properties: properties?.flow && Object.fromEntries(properties.flow.map((property) => [property.name, this.property(property)])),
      monitoring: monitoring?.enabled,
      buildConfig: build?.config && this.buildConfig(build.config),
      buildTemplate: build?.template && this.buildTemplate(build.template as JsonObject),
      devModeBaseImage: devMode?.baseImage,
    };
  }

  /** A Data Index is said in the same words. */
  public service({ enabled, persistence, podTemplate, source, sink, ...rest }: ServiceSpec): JobsServiceConstructProps {
    nothingIn(rest);
    return {
      enabled,
      persistence: persistence && this.servicePersistence(persistence),
      podTemplate: podTemplate && structOf('PodTemplate', podTemplate as JsonObject),
      source: source && this.destination(source),
      sink: sink && this.destination(sink),
    };
  }

  public clusterPlatform({ capabilities, platformRef: _platformRef, ...rest }: ClusterPlatformSpec): { capabilities?: ClusterPlatformCapabilities } {
    nothingIn(rest);
    if (!capabilities) return {};
    return { capabilities: capabilities.workflows?.length ? ClusterPlatformCapabilities.services() : ClusterPlatformCapabilities.none() };
  }

  public workflow({ flow, persistence, podTemplate, resources, sink, sources, ...rest }: WorkflowSpec, profile?: string): WorkflowConstructProps {
    nothingIn(rest);
    return {
      definition: WorkflowDefinition.fromObject(flow),
      profile: wordOf(WorkflowProfile, profile),
      persistence: persistence && this.workflowPersistence(persistence),
      podTemplate: podTemplate && structOf('WorkflowPodTemplate', podTemplate as JsonObject),
      resources: resources?.configMaps?.map(({ configMap, workflowPath }) =>
        WorkflowResources.fromConfigMap(kplus.ConfigMap.fromConfigMapName(this.scope, this.newId(), configMap.name), { workflowPath })),
      sink: sink && this.destination(sink),
      sources: sources?.map(({ eventType, ...source }): EventSource => ({ eventType, destination: this.destination(source) })),
    };
  }

  private servicePersistence({ postgresql, dbMigrationStrategy }: PersistenceSpec): ServicePersistence {
    const options = { dbMigrationStrategy: migrationStrategy(dbMigrationStrategy) };
    return postgresql ? ServicePersistence.postgreSql(this.postgreSql(postgresql), options) : ServicePersistence.fromPlatform(options);
  }

  /** A persistence without a database says that there is none. */
  private workflowPersistence({ postgresql, dbMigrationStrategy }: PersistenceSpec): WorkflowPersistence {
    if (!postgresql) return WorkflowPersistence.ephemeral();
    return WorkflowPersistence.postgreSql(this.postgreSql(postgresql), { dbMigrationStrategy: migrationStrategy(dbMigrationStrategy) });
  }

  private postgreSql({ secretRef, serviceRef, jdbcUrl }: PostgreSqlSpec): PostgreSql {
    const { name, ...keys } = secretRef;
    const credentials = { secret: this.secret(name), ...keys };
    return serviceRef ? PostgreSql.fromService({ ...serviceRef, credentials }) : PostgreSql.fromJdbcUrl(jdbcUrl!, { credentials });
  }

  private destination({ ref, uri, CACerts: caCerts, audience }: DestinationField): Destination {
    return ref ? Destination.ref({ ...ref, uri, caCerts, audience }) : Destination.uri(uri!, { caCerts, audience });
  }

  private property({ value, valueFrom }: FlowPropertySpec): PropertyValue {
    const { configMapKeyRef, secretKeyRef } = valueFrom ?? {};
    if (secretKeyRef) return PropertyValue.fromSecret(this.secret(secretKeyRef.name), secretKeyRef.key, { optional: secretKeyRef.optional });
    if (!configMapKeyRef) return PropertyValue.fromText(value ?? '');
    const configMap = kplus.ConfigMap.fromConfigMapName(this.scope, this.newId(), configMapKeyRef.name);
    return PropertyValue.fromConfigMap(configMap, configMapKeyRef.key, { optional: configMapKeyRef.optional });
  }

  private buildConfig({ timeout, registry, strategy, ...rest }: JsonObject): BuildConfigOptions {
    const { secret, ...registryRest } = (registry ?? {}) as JsonObject;
    return {
      ...structOf('BuildConfigOptions', rest),
      strategy: wordOf(BuildStrategy, strategy as string | undefined),
      registry: registry ? { ...structOf('BuildRegistryOptions', registryRest), secret: secret ? this.secret(secret as string) : undefined } : undefined,
      timeout: duration(timeout as string | undefined),
    };
  }

  private buildTemplate({ timeout, ...rest }: JsonObject): BuildTemplateOptions {
    return { ...structOf('BuildTemplateOptions', rest), timeout: duration(timeout as string | undefined) };
  }

  private secret(name: string): kplus.ISecret {
    return kplus.Secret.fromSecretName(this.scope, this.newId(), name);
  }

  private newId(): string {
    return `Existing${this.scope.node.children.length}`;
  }
}

/** The operator takes a word that it does not know as `none`. */
function migrationStrategy(word: string | undefined): DbMigrationStrategy | undefined {
  return word === undefined ? undefined : wordOf(DbMigrationStrategy, word) ?? DbMigrationStrategy.NONE;
}

function wordOf<T extends string>(words: Record<string, T>, word: string | undefined): T | undefined {
  return Object.values(words).find((known) => known === word);
}

function duration(text: string | undefined): Duration | undefined {
  const [, amount, unit] = /^(\d+)([hms])$/.exec(text ?? '') ?? [];
  if (text !== undefined && !amount) throw new Error(`cannot say the duration ${text}`);
  const units = { h: Duration.hours, m: Duration.minutes, s: Duration.seconds };
  return amount ? units[unit as keyof typeof units](Number(amount)) : undefined;
}

function nothingIn(rest: object): void {
  if (Object.keys(rest).length > 0) throw new Error(`no props for ${Object.keys(rest).join(', ')}`);
}
