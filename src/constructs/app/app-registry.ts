import { IConstruct } from 'constructs';
import { AppObjects } from './app-objects';
import { DeclaredPlatform, ISonataFlowPlatform, KnownClusterPlatform, KnownPlatform, KnownWorkflow } from './roles';
import { GivenPlatform } from '../../checks/declarations/declaration';

/** The constructs of this library in one app: binding goes by namespace, wherever in the tree they are. */
export class AppRegistry {
  public static of(construct: IConstruct): AppRegistry {
    const { root } = construct.node;
    let registry = AppRegistry.registries.get(root);
    if (!registry) AppRegistry.registries.set(root, registry = new AppRegistry(root));
    return registry;
  }

  private static readonly registries = new WeakMap<IConstruct, AppRegistry>();

  private readonly allPlatforms = new Map<IConstruct, KnownPlatform>();
  private readonly declaredPlatforms = new Map<IConstruct, DeclaredPlatform>();
  private readonly allClusterPlatforms: KnownClusterPlatform[] = [];
  private readonly workflowsByName = new Map<string, KnownWorkflow[]>();
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
    this.allPlatforms.set(platform, platform);
  }

  public addDeclaredPlatform(platform: DeclaredPlatform): void {
    this.addPlatform(platform);
    this.declaredPlatforms.set(platform, platform);
  }

  public addClusterPlatform(clusterPlatform: KnownClusterPlatform): void {
    this.allClusterPlatforms.push(clusterPlatform);
  }

  public addWorkflow(workflow: KnownWorkflow): void {
    const key = identity(workflow.workflowName, workflow._namespace);
    this.workflowsByName.set(key, [...this.workflowsByName.get(key) ?? [], workflow]);
  }

  public get platforms(): KnownPlatform[] {
    return attached([...this.allPlatforms.values()]);
  }

  /** Those that are not managed elsewhere. */
  public get declaredHere(): DeclaredPlatform[] {
    return attached([...this.declaredPlatforms.values()]);
  }

  public get clusterPlatforms(): KnownClusterPlatform[] {
    return attached(this.allClusterPlatforms);
  }

  /** A platform of this app, or one that it knows; not one that somebody else made up. */
  public known(platform: ISonataFlowPlatform): KnownPlatform | undefined {
    return this.allPlatforms.get(platform);
  }

  /** The same, if it is declared here. */
  public declared(platform: ISonataFlowPlatform): DeclaredPlatform | undefined {
    return this.declaredPlatforms.get(platform);
  }

  /** What there is to say of a platform that something is given to. */
  public given(platform: ISonataFlowPlatform): GivenPlatform {
    return { name: platform.platformName, namespace: platform.platformNamespace ?? '', known: this.known(platform) !== undefined };
  }

  /** The platform in whose scope a construct is. */
  public platformAt(construct: IConstruct): KnownPlatform | undefined {
    const { scope } = construct.node;
    return scope && (this.allPlatforms.get(scope) ?? this.platformAt(scope));
  }

  /** The platform of a namespace. */
  public platformOf(namespace: string): KnownPlatform | undefined {
    return this.platforms.find((platform) => platform._namespace === namespace);
  }

  public get workflows(): KnownWorkflow[] {
    return attached([...this.workflowsByName.values()].flat());
  }

  /** Workflows of one name in one namespace: more than one is a mistake. */
  public workflowsNamed(name: string, namespace: string): KnownWorkflow[] {
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
