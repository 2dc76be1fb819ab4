import { ApiObject } from 'cdk8s';
import { Dependable, IConstruct, Node } from 'constructs';
import { KnownClusterPlatform, KnownPlatform, KnownWorkflow } from '../roles';
import { JudgedResource, WireResource } from './wire-resource';
import { usedService } from '../../../model/cluster-platform';
import { ClusterPlatformResource, CustomResource, PlatformResource, WorkflowResource } from '../../../model/resource';
import { OperatorVersion } from '../../../values/operator/operator-version';
import { InheritedPersistence } from '../../../values/persistence/inherited-persistence';
import { Rendering } from '../../../values/rendering';

/** A custom resource that somebody else put into the app. It is written as it is, whatever the platforms of this library render. */
abstract class IncludedResource<R extends CustomResource> {
  public readonly rendering = Rendering.customResources();

  private readonly wire: WireResource<R>;

  public constructor(public readonly apiObject: ApiObject, private readonly operator: () => OperatorVersion) {
    Dependable.implement(this, { dependencyRoots: [apiObject] });
    this.wire = new WireResource<R>(apiObject, apiObject, () => operator()._behaviour);
  }

  public get node(): Node {
    return this.apiObject.node;
  }

  /** From constructs 10.5 on every construct has it. */
  public with(...mixins: unknown[]): IConstruct {
    return (this.apiObject as ApiObject & { with(...mixins: unknown[]): IConstruct }).with(...mixins);
  }

  public get operatorVersion(): OperatorVersion {
    return this.operator();
  }

  public get _namespace(): string {
    return this.apiObject.metadata.namespace ?? '';
  }

  public get _resource(): R {
    return this._judged.resource;
  }

  public get _judged(): JudgedResource<R> {
    return this.wire.judged();
  }
}

/** A platform of somebody else: the platform of its namespace as any other, and nothing can be added to it. */
export class IncludedPlatform extends IncludedResource<PlatformResource> implements KnownPlatform {
  public readonly inheritedPersistence = InheritedPersistence.EXPLICIT;
  public readonly _ephemeralServices: string[] = [];

  public get platformName(): string {
    return this.apiObject.name;
  }

  public get platformNamespace(): string | undefined {
    return this.apiObject.metadata.namespace;
  }

  public get jobsServiceUrl(): string | undefined {
    return usedService(this._resource, undefined, 'jobsService')?.url;
  }

  public get dataIndexUrl(): string | undefined {
    return usedService(this._resource, undefined, 'dataIndex')?.url;
  }
}

/** A workflow of somebody else. */
export class IncludedWorkflow extends IncludedResource<WorkflowResource> implements KnownWorkflow {
  public get workflowName(): string {
    return this.apiObject.name;
  }
}

/** A cluster platform of somebody else. */
export class IncludedClusterPlatform extends IncludedResource<ClusterPlatformResource> implements KnownClusterPlatform { }

/** The custom resources of others that are in an app. */
export interface IncludedResources {
  readonly platforms: readonly IncludedPlatform[];
  readonly workflows: readonly IncludedWorkflow[];
  readonly clusterPlatforms: readonly IncludedClusterPlatform[];
}

export const NOTHING_INCLUDED: IncludedResources = { platforms: [], workflows: [], clusterPlatforms: [] };
