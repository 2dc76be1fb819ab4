import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { RenderedObject } from './objects/rendered-objects';
import { groupBy } from '../../json/group-by';
import { JsonObject } from '../../json/json';
import { withoutSecretValues } from '../../kubernetes/secrets';
import { ClusterObject, ObjectIndex } from '../../model/landscape';
import { API_VERSION } from '../../model/resource';

/**
 * The objects of an app that are not this library's: ConfigMaps, Services, autoscalers and so on that the operator would find, and custom
 * resources that come by `Include`, `Helm`, `ApiObject` or the classes of `cdk8s import`.
 *
 * Most kinds are never asked for, so an object is synthesized when it is.
 */
export class AppObjects implements ObjectIndex {
  private readonly computed = new Map<unknown, unknown>();
  private readonly lists = new Map<string, Map<string, ClusterObject[]>>();
  private byKind?: ReadonlyMap<string, ApiObject[]>;
  private ofOperator?: readonly ApiObject[];

  /** @param isOwn whether a custom resource is that of a construct of this library */
  public constructor(public readonly root: IConstruct, private readonly isOwn: (apiObject: ApiObject) => boolean) { }

  public list(kind: string, namespace: string): readonly ClusterObject[] {
    let namespaces = this.lists.get(kind);
    if (!namespaces) {
      const objects = this.ofKind(kind).map((apiObject) => clusterObject(apiObject.toJson()));
      this.lists.set(kind, namespaces = groupBy(objects, ({ metadata }) => metadata.namespace));
    }
    return namespaces.get(namespace) ?? [];
  }

  /** The custom resources of others, in the order of the tree. */
  public get customResources(): readonly ApiObject[] {
    this.lookUp();
    return this.ofOperator ?? [];
  }

  /** What is computed once for one look at the app, such as the platforms in it. */
  public once<T>(what: unknown, compute: () => T): T {
    const known = this.computed.get(what);
    if (known !== undefined) return known as T;
    const value = compute();
    this.computed.set(what, value);
    return value;
  }

  private ofKind(kind: string): readonly ApiObject[] {
    this.lookUp();
    return this.byKind?.get(kind) ?? [];
  }

  private lookUp(): void {
    if (this.byKind) return;
    const objects = this.root.node.findAll().filter(isWritten);
    this.ofOperator = objects.filter((object) => object.apiVersion === API_VERSION && !this.isOwn(object));
    this.byKind = groupBy(objects.filter(({ apiVersion }) => apiVersion !== API_VERSION), ({ kind }) => kind);
  }
}

function isWritten(construct: IConstruct): construct is ApiObject {
  return ApiObject.isApiObject(construct) && !RenderedObject.isRendered(construct);
}

function clusterObject(json: JsonObject): ClusterObject {
  const object = withoutSecretValues(json);
  return { ...object, metadata: { namespace: '', ...object.metadata as JsonObject } } as unknown as ClusterObject;
}
