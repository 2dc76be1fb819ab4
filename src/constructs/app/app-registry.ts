import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { configuredOperator } from './app-configuration';
import { AppLook } from './app-look';
import { AppObjects } from './app-objects';
import { IncludedClusterPlatform, IncludedPlatform, IncludedResources, IncludedWorkflow, NOTHING_INCLUDED } from './objects/included-resource';
import { DeclaredPlatform, ISonataFlowPlatform, KnownClusterPlatform, KnownPlatform, KnownWorkflow } from './roles';
import { GivenPlatform } from '../../checks/declarations/declaration';
import { groupBy } from '../../json/group-by';
import { isSecondary } from '../../model/cluster-platform';
import { CustomResource } from '../../model/resource';
import { OperatorVersion } from '../../values/operator/operator-version';

/** What there is of SonataFlow in one app: binding goes by namespace, wherever in the tree something is. */
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
  private readonly ownResources = new WeakSet<ApiObject>();
  private readonly wrappers = new WeakMap<ApiObject, IncludedPlatform | IncludedWorkflow | IncludedClusterPlatform>();
  private readonly includedIn = new WeakMap<AppObjects, IncludedResources>();
  private readonly look: AppLook;

  private constructor(private readonly root: IConstruct) {
    this.look = AppLook.of(root);
  }

  public addPlatform(platform: KnownPlatform): void {
    this.allPlatforms.set(platform, platform);
  }

  public addDeclaredPlatform(platform: DeclaredPlatform): void {
    this.addPlatform(platform);
    this.declaredPlatforms.set(platform, platform);
    this.ownResources.add(platform.apiObject);
  }

  public addClusterPlatform(clusterPlatform: KnownClusterPlatform, apiObject?: ApiObject): void {
    this.allClusterPlatforms.push(clusterPlatform);
    if (apiObject) this.ownResources.add(apiObject);
  }

  public addWorkflow(workflow: KnownWorkflow, apiObject: ApiObject): void {
    const key = identity(workflow.workflowName, workflow._namespace);
    this.workflowsByName.set(key, [...this.workflowsByName.get(key) ?? [], workflow]);
    this.ownResources.add(apiObject);
  }

  /** Those of this library first, each in the order of their paths. */
  public get platforms(): readonly KnownPlatform[] {
    return this.look.once('platforms', () => {
      const included = attached(this.includedResources.platforms);
      const written = new Set(included.map(identityOf));
      return [...this.ownPlatforms.filter((own) => this.declaredPlatforms.has(own) || !written.has(identityOf(own))), ...included];
    });
  }

  /** Those that are not managed elsewhere. */
  public get declaredHere(): DeclaredPlatform[] {
    return attached([...this.declaredPlatforms.values()]);
  }

  public get clusterPlatforms(): readonly KnownClusterPlatform[] {
    return this.look.once('clusterPlatforms', () => [...attached(this.allClusterPlatforms), ...attached(this.includedResources.clusterPlatforms)]);
  }

  /** A platform of this app, or one that it knows; not one that somebody else made up. */
  public known(platform: ISonataFlowPlatform): KnownPlatform | undefined {
    return this.allPlatforms.get(platform) ?? (platform instanceof IncludedPlatform ? platform : undefined);
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
    return this.look.once('platformsByNamespace', () => byNamespace(this.platforms)).get(namespace);
  }

  /** The operator of the cluster, where no platform of the namespace says which. */
  public get operatorVersion(): OperatorVersion {
    return this.leadingPlatform?.operatorVersion ?? configuredOperator(this.root);
  }

  public get workflows(): readonly KnownWorkflow[] {
    return this.look.once('workflows', () => [...attached([...this.workflowsByName.values()].flat()), ...attached(this.includedResources.workflows)]);
  }

  /** Custom resources that count for the app and are not written: of what is managed elsewhere, or rendered. */
  public get unwritten(): CustomResource[] {
    return [...this.ownPlatforms, ...attached(this.allClusterPlatforms)].filter((known) => {
      const { apiObject } = known as Partial<DeclaredPlatform>;
      return !apiObject || apiObject.node.scope?.node.tryFindChild(apiObject.node.id) !== apiObject;
    }).map(({ _resource }) => _resource);
  }

  /** The platform that speaks for the app where something counts for the whole cluster. */
  public get leadingPlatform(): KnownPlatform | undefined {
    const [leading] = this.look.once('leadingPlatform', () => [...attached([...this.declaredPlatforms.values()]), ...this.ownPlatforms]);
    return leading;
  }

  /** Workflows of this library of one name in one namespace: more than one is a mistake. */
  public workflowsNamed(name: string, namespace: string): KnownWorkflow[] {
    return attached(this.workflowsByName.get(identity(name, namespace)) ?? []);
  }

  /** The objects of others in the app as they are now. */
  public objects(): AppObjects {
    return new AppObjects(this.root, (apiObject) => this.ownResources.has(apiObject));
  }

  /** The same while the app is validated and written: what is asked for each object is looked up once for all. */
  public objectsAtHand(): AppObjects {
    return this.look.objects ?? this.objects();
  }

  /** Whether a custom resource is that of a construct of this library. */
  public isOwn(apiObject: ApiObject): boolean {
    return this.ownResources.has(apiObject);
  }

  /** The custom resources of others. */
  public get includedResources(): IncludedResources {
    const objects = this.objectsAtHand();
    let resources = this.includedIn.get(objects);
    if (!resources) {
      // While they are looked up a platform of them may be asked for.
      this.includedIn.set(objects, NOTHING_INCLUDED);
      this.includedIn.set(objects, resources = this.wrapped(objects.customResources));
    }
    return resources;
  }

  private get ownPlatforms(): readonly KnownPlatform[] {
    return this.look.once('ownPlatforms', () => {
      const platforms = attached([...this.allPlatforms.values()]);
      return [...groupBy(platforms, identityOf).values()].flatMap((same) => {
        const declared = same.filter((platform) => this.declaredPlatforms.has(platform));
        if (declared.length > 0) return declared;
        return same.length > 1 ? eachSaidOnce(same) : same;
      }).sort(byPath);
    });
  }

  private operatorIn(namespace: string): OperatorVersion {
    const platform = this.look.once('ownByNamespace', () => byNamespace(this.ownPlatforms)).get(namespace);
    return (platform ?? this).operatorVersion;
  }

  private wrapped(apiObjects: readonly ApiObject[]): IncludedResources {
    const all = apiObjects.flatMap((apiObject) => this.wrap(apiObject) ?? []);
    return {
      platforms: all.filter((resource) => resource instanceof IncludedPlatform),
      workflows: all.filter((resource) => resource instanceof IncludedWorkflow),
      clusterPlatforms: all.filter((resource) => resource instanceof IncludedClusterPlatform),
    };
  }

  private wrap(apiObject: ApiObject) {
    const Included = INCLUDED[apiObject.kind];
    let resource = this.wrappers.get(apiObject);
    if (!resource && Included) {
      const { namespace = '' } = apiObject.metadata;
      this.wrappers.set(apiObject, resource = new Included(apiObject, () => this.operatorIn(namespace)));
    }
    return resource;
  }
}

const INCLUDED: Readonly<Record<string, typeof IncludedPlatform | typeof IncludedWorkflow | typeof IncludedClusterPlatform | undefined>> = {
  SonataFlow: IncludedWorkflow, SonataFlowClusterPlatform: IncludedClusterPlatform, SonataFlowPlatform: IncludedPlatform,
};

/** The first of each namespace that its workflows may have: a secondary one is for none. */
function byNamespace(platforms: readonly KnownPlatform[]): ReadonlyMap<string, KnownPlatform> {
  return new Map([...groupBy(platforms, ({ _namespace }) => _namespace)].map(([namespace, all]) => [namespace, primaryOf(all)]));
}

function primaryOf(platforms: readonly KnownPlatform[]): KnownPlatform {
  // Where there is one only, nobody has to know whether it is secondary.
  const primary = platforms.length > 1 ? platforms.find(({ _resource }) => !isSecondary(_resource)) : undefined;
  return primary ?? platforms[0]!;
}

/** One that is managed elsewhere may be named in several places; what is said of it differently is a mistake (SF-PLATFORM-TWO). */
function eachSaidOnce(platforms: readonly KnownPlatform[]): KnownPlatform[] {
  return [...groupBy(platforms, ({ _resource: { spec } }) => JSON.stringify(spec)).values()].flatMap(([first]) => first ?? []);
}

function identityOf({ platformName, _namespace }: KnownPlatform): string {
  return identity(platformName, _namespace);
}

function identity(name: string, namespace: string): string {
  return `${namespace}/${name}`;
}

/** Those that are still in the tree, in the order of their paths: the order of construction must not decide anything. */
export function attached<T extends IConstruct>(constructs: readonly T[]): T[] {
  return constructs.filter(isAttached).sort(byPath);
}

function byPath(a: IConstruct, b: IConstruct): number {
  return a.node.path < b.node.path ? -1 : 1;
}

function isAttached({ node }: IConstruct): boolean {
  const { scope } = node;
  return scope === undefined || (scope.node.tryFindChild(node.id)?.node === node && isAttached(scope));
}
