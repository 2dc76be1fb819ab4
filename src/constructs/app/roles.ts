import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { AppObjects } from './app-objects';
import { JudgedResource } from './objects/wire-resource';
import { ServiceDeclaration } from '../../checks/declarations/declaration';
import { JsonObject } from '../../json/json';
import { Manifest } from '../../manifests/parts/manifest';
import { Landscape } from '../../model/landscape';
import { PlatformModel } from '../../model/platform';
import { ClusterPlatformResource, PlatformResource, WorkflowResource } from '../../model/resource';
import { ServiceKind } from '../../model/service';
import { WorkflowModel } from '../../model/workflow';
import { ClusterFacts } from '../../values/operator/cluster-facts';
import { OperatorVersion } from '../../values/operator/operator-version';
import { InheritedPersistence } from '../../values/persistence/inherited-persistence';
import { Rendering } from '../../values/rendering';

/**
 * A platform, declared here or managed elsewhere: a `SonataFlowPlatformConstruct`, or what its `fromPlatformName` makes. One that somebody
 * else implements is an error (SF-PLATFORM-UNKNOWN), as nothing is known of it.
 */
export interface ISonataFlowPlatform extends IConstruct {
  /** Name of the custom resource. */
  readonly platformName: string;

  /** Namespace of the custom resource, which is that of everything that belongs to it. */
  readonly platformNamespace?: string;

  /** Address of the Jobs Service inside the cluster, if the platform has an enabled one. */
  readonly jobsServiceUrl?: string;

  /** Address of the Data Index inside the cluster, if the platform has an enabled one. */
  readonly dataIndexUrl?: string;
}

/** A construct whose objects are in one namespace; empty when nothing says which. */
export interface InNamespace extends IConstruct {
  readonly _namespace: string;
}

/** What has to be known of a platform, be it declared here or managed elsewhere. */
export interface KnownPlatform extends ISonataFlowPlatform, InNamespace {
  readonly operatorVersion: OperatorVersion;
  readonly rendering: Rendering;
  readonly clusterFacts?: ClusterFacts;
  readonly inheritedPersistence: InheritedPersistence;
  readonly _resource: PlatformResource;
  /** Services that are said to have no database: only a rendering can do that. */
  readonly _ephemeralServices: string[];
}

/** A platform that is declared here: services can be added to it. */
export interface DeclaredPlatform extends KnownPlatform {
  readonly apiObject: ApiObject;
  readonly objects: ApiObject[];
  _facts(objects?: AppObjects): PlatformFacts;
  _addService(kind: ServiceKind, service: DeclaredService): void;
}

/** A supporting service, which is a part of its platform's custom resource. */
export interface DeclaredService extends IConstruct {
  readonly _declaration: ServiceDeclaration;
  _spec(): JsonObject;
}

export interface KnownClusterPlatform extends InNamespace {
  readonly _resource: ClusterPlatformResource;
}

export interface KnownWorkflow extends InNamespace {
  readonly workflowName: string;
  readonly _resource: WorkflowResource;
  /**
   * What is written.
   * @default - what the platform of its namespace says
   */
  readonly rendering?: Rendering;
  /**
   * What is written in place of the custom resource.
   * @default - nothing
   */
  readonly objects?: ApiObject[];
}

/** A custom resource as the API server keeps it, and what follows from it in an app. */
interface Facts<Resource, Model> extends JudgedResource<Resource> {
  readonly landscape: Landscape;
  readonly rendering: Rendering;
  readonly model: Model;
  /** What the operator would make; nothing where custom resources are written. */
  readonly manifests: readonly Manifest[];
}

export interface PlatformFacts extends Facts<PlatformResource, PlatformModel> { }

export interface WorkflowFacts extends Facts<WorkflowResource, WorkflowModel> { }
