import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { RenderedObject } from './rendered-objects';
import { withoutSecretValues } from '../loader/secrets';
import { ClusterObject, ObjectIndex } from '../model/landscape';
import { API_VERSION } from '../model/resource';
import { JsonObject } from '../values/json';

/**
 * The objects of an app that are not this library's: ConfigMaps, Services, autoscalers and so on that the operator would find.
 *
 * Most kinds are never asked for, so an object is synthesized when it is.
 */
export class AppObjects implements ObjectIndex {
  private readonly byKind = new Map<string, ApiObject[]>();
  private readonly lists = new Map<string, Map<string, ClusterObject[]>>();

  public constructor(root: IConstruct) {
    for (const apiObject of root.node.findAll().filter(isOfOthers)) {
      const same = this.byKind.get(apiObject.kind);
      if (same) same.push(apiObject);
      else this.byKind.set(apiObject.kind, [apiObject]);
    }
  }

  public list(kind: string, namespace: string): readonly ClusterObject[] {
    let namespaces = this.lists.get(kind);
    if (!namespaces) this.lists.set(kind, namespaces = groupByNamespace(this.byKind.get(kind) ?? []));
    return namespaces.get(namespace) ?? [];
  }
}

function isOfOthers(construct: IConstruct): construct is ApiObject {
  return ApiObject.isApiObject(construct) && construct.apiVersion !== API_VERSION && !RenderedObject.isRendered(construct);
}

function groupByNamespace(apiObjects: readonly ApiObject[]): Map<string, ClusterObject[]> {
  const namespaces = new Map<string, ClusterObject[]>();
  for (const apiObject of apiObjects) {
    const object = clusterObject(apiObject.toJson());
    const { namespace } = object.metadata;
    const group = namespaces.get(namespace);
    if (group) group.push(object);
    else namespaces.set(namespace, [object]);
  }
  return namespaces;
}

function clusterObject(json: JsonObject): ClusterObject {
  const object = withoutSecretValues(json);
  return { ...object, metadata: { namespace: '', ...object.metadata as JsonObject } } as unknown as ClusterObject;
}
