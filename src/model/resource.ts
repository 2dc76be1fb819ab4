import { Wire } from './wire';
import type {
  SonataFlowClusterPlatformSpec, SonataFlowPlatformSpec, SonataFlowPlatformSpecPropertiesFlow,
  SonataFlowPlatformSpecPropertiesFlowValueFromConfigMapKeyRef, SonataFlowPlatformSpecServicesJobService, SonataFlowSpec, SonataFlowSpecPersistence,
  SonataFlowSpecPersistencePostgresql, SonataFlowSpecPodTemplate, SonataFlowSpecSink,
} from '../../imports/sonataflow.org';
import { Origin } from '../findings/origin';
import { deepFreeze, JsonObject } from '../json/json';
import { asObject } from '../json/lenient';

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
  /** It is in the cluster and not among what is judged or rendered: it is known, and nothing is to be said of it. */
  readonly context: boolean;
}

export type PlatformResource = Resource<'SonataFlowPlatform', PlatformSpec>;
export type ClusterPlatformResource = Resource<'SonataFlowClusterPlatform', ClusterPlatformSpec>;
export type WorkflowResource = Resource<'SonataFlow', WorkflowSpec>;
export type CustomResource = PlatformResource | ClusterPlatformResource | WorkflowResource;

export type PlatformSpec = Wire<SonataFlowPlatformSpec>;
export type ClusterPlatformSpec = Wire<SonataFlowClusterPlatformSpec>;
/** Of both services; the Data Index has no sink. */
export type ServiceSpec = Wire<SonataFlowPlatformSpecServicesJobService>;
export type PersistenceSpec = Wire<SonataFlowSpecPersistence>;
export type PostgreSqlSpec = Wire<SonataFlowSpecPersistencePostgresql>;
export type FlowPropertySpec = Wire<SonataFlowPlatformSpecPropertiesFlow>;
export type KeyRef = Wire<SonataFlowPlatformSpecPropertiesFlowValueFromConfigMapKeyRef>;
/** Knative's address of something that takes events. */
export type DestinationField = Wire<SonataFlowSpecSink>;

export interface WorkflowSpec extends Omit<Wire<SonataFlowSpec>, 'flow' | 'podTemplate'> {
  readonly flow: Flow;
  readonly podTemplate?: PodTemplateSpec;
}

/** A flow in the words of Serverless Workflow 0.8; what is in it has no fixed shape. Empty where the custom resource has none. */
export type Flow = JsonObject;

/** The pod fields beside the few that are named are Kubernetes' own and pass through as they are. */
export type PodTemplateSpec = Wire<SonataFlowSpecPodTemplate> & { readonly [podField: string]: unknown };

/** What the model takes for granted although the schemas let resources through that do not have it: by kind. */
const LEAST_SPECS: Readonly<Record<string, JsonObject>> = {
  SonataFlow: { flow: {} },
  SonataFlowClusterPlatform: { platformRef: { name: '', namespace: '' } },
};

/**
 * The custom resource that a pruned and defaulted object is.
 *
 * @param object what the schema let through; its kind has to be one of the three
 * @param origin tells where its fields were said
 */
export function toResource(object: JsonObject, origin: Origin, { refused = false, context = false } = {}): CustomResource {
  const metadata = object.metadata as Partial<ResourceMetadata>;
  return deepFreeze({
    kind: object.kind,
    metadata: {
      name: metadata.name ?? '',
      namespace: metadata.namespace ?? '',
      labels: { ...metadata.labels },
      annotations: { ...metadata.annotations },
    },
    spec: { ...LEAST_SPECS[String(object.kind)], ...asObject(object.spec) },
    origin,
    refused,
    context,
  }) as unknown as CustomResource;
}
