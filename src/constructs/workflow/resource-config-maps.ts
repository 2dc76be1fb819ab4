import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { SonataFlowSpecResources } from '../../../imports/sonataflow.org';
import { ValueProblem } from '../../rules/value-problem';
import { DefinitionFiles, plainPath } from '../../workflow-definition/files/definition-files';
import { PlannedResources, planResources } from '../../workflow-definition/files/resource-config-maps';
import { WorkflowResources } from '../../workflow-definition/workflow-resources';

/** The ConfigMaps of a workflow's resources, as children of the workflow; they follow what is added. */
export class ResourceConfigMaps {
  private readonly resources: WorkflowResources[] = [];
  private readonly objects = new Map<string, ApiObject>();
  private plan: PlannedResources = planResources('', []);

  /**
   * @param apiObject the custom resource, which comes after its ConfigMaps: the operator would begin without them
   * @param how not written, the files are there for the checks alone: the image has them
   */
  public constructor(
    private readonly owner: Construct,
    private readonly apiObject: ApiObject,
    private readonly how: { readonly isWritten: boolean },
    resources: readonly WorkflowResources[] = [],
  ) {
    this.add(resources);
  }

  public add(resources: readonly WorkflowResources[]): void {
    for (const resource of resources) this.resources.push(resource);
    this.plan = planResources(this.apiObject.name, this.how.isWritten ? this.resources : this.resources.map((one) => one._references));
    const wanted = new Set(this.plan.configMaps.map(({ name }) => name));
    for (const [name, object] of this.objects) {
      if (wanted.has(name)) continue;
      this.owner.node.tryRemoveChild(object.node.id);
      this.objects.delete(name);
    }
    for (const name of wanted) if (!this.objects.has(name)) this.objects.set(name, this.object(name));
  }

  public get given(): WorkflowResources[] {
    return [...this.resources];
  }

  public get spec(): SonataFlowSpecResources | undefined {
    return this.plan.entries.length > 0 ? { configMaps: [...this.plan.entries] } : undefined;
  }

  public get problems(): readonly ValueProblem[] {
    return this.plan.problems;
  }

  /** What is known of the files beside the definition, if anything is. */
  public get files(): DefinitionFiles | undefined {
    const files = this.resources.flatMap(({ _files }) => _files);
    const texts = new Map(files.flatMap(({ folder, key, content }) => 'text' in content ? [[plainPath(`${folder}/${key}`), content.text]] : []));
    return files.length === 0 ? undefined : { paths: [...texts.keys()], partial: true, read: (path) => texts.get(path) };
  }

  /** Sorted by name. */
  public get apiObjects(): ApiObject[] {
    return this.plan.configMaps.map(({ name }) => this.objects.get(name)!);
  }

  private object(name: string): ApiObject {
    const planned = () => this.plan.configMaps.find((configMap) => configMap.name === name);
    const object = new ApiObject(this.owner, name, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace: this.apiObject.metadata.namespace },
      data: Lazy.any({ produce: () => planned()?.data }),
      binaryData: Lazy.any({ produce: () => planned()?.binaryData }),
    });
    this.apiObject.addDependency(object);
    return object;
  }
}
