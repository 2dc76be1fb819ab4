import { IConstruct } from 'constructs';
import { AppObjects } from './app-objects';
import { PlatformResource } from '../../model/resource';
import { ClusterFacts } from '../../values/cluster-facts';
import { InheritedPersistence } from '../../values/inherited-persistence';
import { OperatorVersion } from '../../values/operator-version';
import { Rendering } from '../../values/rendering';
import type { SonataFlowClusterPlatformConstruct } from '../platform/sonataflow-cluster-platform-construct';
import type { ISonataFlowPlatform } from '../platform/sonataflow-platform-construct';
import type { WorkflowConstruct } from '../workflow/workflow-construct';

/** What has to be known of a platform, be it declared here or managed elsewhere. */
export interface KnownPlatform extends ISonataFlowPlatform {
  readonly operatorVersion: OperatorVersion;
  readonly rendering: Rendering;
  readonly clusterFacts?: ClusterFacts;
  readonly inheritedPersistence: InheritedPersistence;
  readonly _namespace: string;
  readonly _resource: PlatformResource;
  /** Services that are said to have no database: only a rendering can do that. */
  readonly _ephemeralServices: string[];
}

/** The constructs of this library in one app: binding goes by namespace, wherever in the tree they are. */
export class AppRegistry {
  public static of(construct: IConstruct): AppRegistry {
    const { root } = construct.node;
    let registry = AppRegistry.registries.get(root);
    if (!registry) AppRegistry.registries.set(root, registry = new AppRegistry(root));
    return registry;
  }

  private static readonly registries = new WeakMap<IConstruct, AppRegistry>();

  private readonly allPlatforms: KnownPlatform[] = [];
  private readonly allClusterPlatforms: SonataFlowClusterPlatformConstruct[] = [];
  private readonly workflowsByName = new Map<string, WorkflowConstruct[]>();
  private validatedObjects?: AppObjects;

  private constructor(private readonly root: IConstruct) {
    // cdk8s validates the whole app from its root on, each time: nothing is remembered from one time to the next.
    root.node.addValidation({
      validate: () => {
        this.validatedObjects = undefined;
        return [];
      },
    });
  }

  public addPlatform(platform: KnownPlatform): void {
    this.allPlatforms.push(platform);
  }

  public addClusterPlatform(clusterPlatform: SonataFlowClusterPlatformConstruct): void {
    this.allClusterPlatforms.push(clusterPlatform);
  }

  public addWorkflow(workflow: WorkflowConstruct): void {
    const key = identity(workflow.apiObject.name, workflow._namespace);
    this.workflowsByName.set(key, [...this.workflowsByName.get(key) ?? [], workflow]);
  }

  public get platforms(): KnownPlatform[] {
    return attached(this.allPlatforms);
  }

  public get clusterPlatforms(): SonataFlowClusterPlatformConstruct[] {
    return attached(this.allClusterPlatforms);
  }

  /** A platform of this app, or one that it knows; not one that somebody else made up. */
  public known(platform: ISonataFlowPlatform): KnownPlatform | undefined {
    return this.allPlatforms.find((known) => known === platform);
  }

  /** The platform of a namespace. */
  public platformOf(namespace: string): KnownPlatform | undefined {
    return this.platforms.find((platform) => platform._namespace === namespace);
  }

  public get workflows(): WorkflowConstruct[] {
    return attached([...this.workflowsByName.values()].flat());
  }

  /** Workflows of one name in one namespace: more than one is a mistake. */
  public workflowsNamed(name: string, namespace: string): WorkflowConstruct[] {
    return attached(this.workflowsByName.get(identity(name, namespace)) ?? []);
  }

  /** The objects of others in the app, looked up once while the app is validated. */
  public objectsWhileValidating(): AppObjects {
    return this.validatedObjects ??= this.objects();
  }

  /** The objects of others in the app. */
  public objects(): AppObjects {
    return new AppObjects(this.root);
  }
}

function identity(name: string, namespace: string): string {
  return `${namespace}/${name}`;
}

/** Those that are still in the tree, in the order of their paths: the order of construction must not decide anything. */
export function attached<T extends IConstruct>(constructs: readonly T[]): T[] {
  return constructs.filter(isAttached).sort((a, b) => a.node.path < b.node.path ? -1 : 1);
}

function isAttached(construct: IConstruct): boolean {
  const scope = construct.node.scope;
  return scope === undefined || (scope.node.tryFindChild(construct.node.id) === construct && isAttached(scope));
}
