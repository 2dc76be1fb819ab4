import { Origin } from '../findings/origin';
import { deepFreeze, Json, JsonObject } from '../json/json';

/** The group and version of all custom resources of SonataFlow. */
export const API_VERSION = 'sonataflow.org/v1alpha08';

export interface ResourceMetadata {
  readonly name: string;
  /** Empty when nothing says which namespace. */
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A custom resource in its wire shape, with the API server's defaults and without the fields that it prunes. Frozen. */
export interface Resource<Kind extends string, Spec> {
  readonly kind: Kind;
  readonly metadata: ResourceMetadata;
  readonly spec: Spec;
  readonly origin: Origin;
  /** The API server would not take it: it is there by its name alone, and nothing is to be said of what is in it. */
  readonly refused: boolean;
}

export type PlatformResource = Resource<'SonataFlowPlatform', PlatformSpec>;
export type ClusterPlatformResource = Resource<'SonataFlowClusterPlatform', ClusterPlatformSpec>;
export type WorkflowResource = Resource<'SonataFlow', WorkflowSpec>;
export type CustomResource = PlatformResource | ClusterPlatformResource | WorkflowResource;

export interface PlatformSpec {
  readonly build?: { readonly config?: JsonObject; readonly template?: JsonObject };
  readonly devMode?: { readonly baseImage?: string };
  readonly eventing?: { readonly broker?: Destination };
  readonly monitoring?: { readonly enabled?: boolean };
  readonly persistence?: { readonly postgresql?: PostgreSqlSpec };
  readonly properties?: { readonly flow?: readonly FlowPropertySpec[] };
  readonly services?: { readonly dataIndex?: ServiceSpec; readonly jobService?: ServiceSpec };
}

export interface ServiceSpec {
  readonly enabled?: boolean;
  readonly persistence?: PersistenceSpec;
  readonly podTemplate?: PodTemplateSpec;
  readonly source?: Destination;
  readonly sink?: Destination;
}

export interface ClusterPlatformSpec {
  readonly platformRef: { readonly name: string; readonly namespace: string };
  readonly capabilities?: { readonly workflows?: readonly string[] };
}

export interface WorkflowSpec {
  readonly flow: Flow;
  readonly persistence?: PersistenceSpec;
  readonly podTemplate?: PodTemplateSpec;
  readonly resources?: { readonly configMaps?: ReadonlyArray<{ readonly configMap: { readonly name: string }; readonly workflowPath?: string }> };
  readonly sink?: Destination;
  readonly sources?: ReadonlyArray<Destination & { readonly eventType: string }>;
}

/** A flow in the words of Serverless Workflow 0.8; only the parts with a fixed shape are typed. */
export interface Flow extends JsonObject {
  states: Json[];
}

export interface PersistenceSpec {
  readonly postgresql?: PostgreSqlSpec;
  readonly dbMigrationStrategy?: string;
}

export interface PostgreSqlSpec {
  readonly secretRef: { readonly name: string; readonly userKey?: string; readonly passwordKey?: string };
  readonly serviceRef?: {
    readonly name: string;
    readonly namespace?: string;
    readonly port?: number;
    readonly databaseName?: string;
    readonly databaseSchema?: string;
  };
  readonly jdbcUrl?: string;
}

/** Knative's address of something that takes events. */
export interface Destination {
  readonly ref?: {
    readonly kind: string;
    readonly name: string;
    readonly namespace?: string;
    readonly apiVersion?: string;
    readonly group?: string;
    readonly address?: string;
  };
  readonly uri?: string;
  readonly CACerts?: string;
  readonly audience?: string;
}

export interface FlowPropertySpec {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly configMapKeyRef?: KeyRef; readonly secretKeyRef?: KeyRef };
}

export interface KeyRef {
  readonly name: string;
  readonly key: string;
  readonly optional?: boolean;
}

/** The pod fields beside the few that are named here are Kubernetes' own and pass through as they are. */
export interface PodTemplateSpec {
  readonly container?: JsonObject;
  readonly replicas?: number;
  readonly deploymentModel?: string;
  readonly podDisruptionBudget?: { readonly minAvailable?: number | string; readonly maxUnavailable?: number | string };
  readonly [podField: string]: unknown;
}

/**
 * The custom resource that a pruned and defaulted object is.
 *
 * @param object what the schema let through; its kind has to be one of the three
 * @param origin tells where its fields were said
 */
export function toResource(object: JsonObject, origin: Origin, { refused = false } = {}): CustomResource {
  const metadata = object.metadata as Partial<ResourceMetadata>;
  return deepFreeze({
    kind: object.kind,
    metadata: {
      name: metadata.name ?? '',
      namespace: metadata.namespace ?? '',
      labels: { ...metadata.labels },
      annotations: { ...metadata.annotations },
    },
    spec: object.spec ?? {},
    origin,
    refused,
  }) as unknown as CustomResource;
}
