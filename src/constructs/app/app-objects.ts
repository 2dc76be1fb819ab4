import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { RenderedObject } from './rendered-objects';
import { groupBy } from '../../json/group-by';
import { JsonObject } from '../../json/json';
import { withoutSecretValues } from '../../kubernetes/secrets';
import { ClusterObject, ObjectIndex } from '../../model/landscape';
import { API_VERSION } from '../../model/resource';

/**
 * The objects of an app that are not this library's: ConfigMaps, Services, autoscalers and so on that the operator would find.
 *
 * Most kinds are never asked for, so an object is synthesized when it is.
 */
export class AppObjects implements ObjectIndex {
  private readonly lists = new Map<string, Map<string, ClusterObject[]>>();
  private byKind?: ReadonlyMap<string, ApiObject[]>;

  public constructor(private readonly root: IConstruct) { }

  public list(kind: string, namespace: string): readonly ClusterObject[] {
    let namespaces = this.lists.get(kind);
    if (!namespaces) {
      const objects = this.ofKind(kind).map((apiObject) => clusterObject(apiObject.toJson()));
      this.lists.set(kind, namespaces = groupBy(objects, ({ metadata }) => metadata.namespace));
    }
    return namespaces.get(namespace) ?? [];
  }

  private ofKind(kind: string): readonly ApiObject[] {
    this.byKind ??= groupBy(this.root.node.findAll().filter(isOfOthers), (object) => object.kind);
    return this.byKind.get(kind) ?? [];
  }
}

function isOfOthers(construct: IConstruct): construct is ApiObject {
  return ApiObject.isApiObject(construct) && construct.apiVersion !== API_VERSION && !RenderedObject.isRendered(construct);
}

function clusterObject(json: JsonObject): ClusterObject {
  const object = withoutSecretValues(json);
  return { ...object, metadata: { namespace: '', ...object.metadata as JsonObject } } as unknown as ClusterObject;
}
