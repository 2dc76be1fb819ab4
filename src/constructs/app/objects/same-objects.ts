import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { declaredAt } from '../../../checks/declarations/declaration';
import { Finding } from '../../../findings/finding';
import { list, quote } from '../../../findings/words';
import { groupBy } from '../../../json/group-by';
import { isSecondary } from '../../../model/cluster-platform';
import { found } from '../../../rules/found';
import { KnownPlatform, KnownWorkflow } from '../roles';

/** A finding, and the construct whose it is; that of nobody is the app's. */
export interface OwnedFinding {
  readonly owner?: IConstruct;
  readonly finding: Finding;
}

/** Kinds of SonataFlow that are in no namespace, whatever their chart says. */
const CLUSTER_WIDE = ['SonataFlowClusterPlatform'];

/**
 * Objects of one identity, one of them at least written by this library or a custom resource of SonataFlow: cdk8s does not notice, and the
 * cluster keeps what comes last. What else is there twice may be for two clusters.
 *
 * @param ownerOf the construct of SonataFlow that an object is written for
 */
export function sameObjects(written: readonly ApiObject[], ownerOf: (construct: IConstruct) => IConstruct | undefined): OwnedFinding[] {
  const twice = [...groupBy(written, identityOf).values()].filter((objects) => objects.length > 1)
    .map((objects): Clash => ({ objects, owners: objects.map(ownerOf) }));
  const told = twice.filter(({ owners }) => owners.some((owner) => owner !== undefined) && !areNamesakes(owners));
  // Where two constructs write objects of one name, all of these clash for the same reason.
  return [...groupBy(told, reasonOf).values()].map(findingOf);
}

interface Clash {
  readonly objects: readonly ApiObject[];
  readonly owners: ReadonlyArray<IConstruct | undefined>;
}

function reasonOf({ objects, owners }: Clash): string {
  return JSON.stringify(pathsOf(owners.map((owner, i) => owner ?? objects[i]!)));
}

function pathsOf(constructs: readonly IConstruct[]): string[] {
  return constructs.map(({ node }) => node.path);
}

function findingOf(clashes: readonly Clash[]): OwnedFinding {
  const [{ objects, owners }] = clashes as readonly [Clash];
  const [owner, ...others] = owners.filter((candidate) => candidate !== undefined) as [IConstruct, ...IConstruct[]];
  const namespace = namespaceOf(objects[0]!);
  const twice = clashes.map(({ objects: [first] }) => `the ${first!.kind} ${quote(first!.name)}`);
  return {
    owner,
    finding: found('SF-OBJECT-TWO', declaredAt(owner.node.path), {
      given: `${list(twice)}${namespace === undefined ? '' : ` of the namespace ${quote(namespace)}`} ${objects.length} times: ${
        list(pathsOf(clashes.length > 1 ? [owner, ...others] : objects))}`,
      allowed: 'one object of a kind and name in a namespace: the cluster would silently keep the last one',
      fix: 'take away or rename all but one; what this library writes is changed by its props, by ApiObject.of and by objects',
    }),
  };
}

/** The name is unique in a group whatever the version. */
export function identityOf(object: ApiObject): string {
  const { apiGroup, kind, name } = object;
  return JSON.stringify([apiGroup, kind, namespaceOf(object) ?? '', name]);
}

function namespaceOf({ kind, metadata: { namespace } }: ApiObject): string | undefined {
  return CLUSTER_WIDE.includes(kind) ? undefined : namespace;
}

/** Of two workflows or platforms of one name it is said already (SF-WORKFLOW-TWO, SF-PLATFORM-TWO), and all that belongs to them is there twice. */
function areNamesakes(owners: ReadonlyArray<IConstruct | undefined>): boolean {
  const [first, ...others] = owners.map((owner) => nameOf(owner));
  return first !== undefined && others.every((name) => name === first) && new Set(owners).size > 1;
}

function nameOf(owner: IConstruct | undefined): string | undefined {
  const { workflowName, platformName, _namespace, _resource } = (owner ?? {}) as Partial<KnownWorkflow & KnownPlatform>;
  if (workflowName !== undefined) return `workflow ${_namespace}/${workflowName}`;
  return platformName === undefined || !_resource || isSecondary(_resource) ? undefined : `platform ${_namespace}/${platformName}`;
}
