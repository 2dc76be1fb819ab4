import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { Construct, Dependable, IConstruct } from 'constructs';
import { copyJson, JsonObject } from '../../../json/json';
import { asObject } from '../../../json/lenient';
import { GivenMetadata, withMetadata } from '../../../manifests/parts/given-metadata';
import { Manifest } from '../../../manifests/parts/manifest';
import { Rendering } from '../../../values/rendering';

/** What is written in place of a custom resource. */
export interface Rendered {
  readonly manifests: readonly Manifest[];
  readonly rendering: Rendering;
}

/**
 * An object that the operator would have made. It goes out as it is rendered, nulls and odd keys included, with what a user adds to its
 * metadata; to the letter without that, as the operator leaves it out.
 */
export class RenderedObject extends ApiObject {
  /** `instanceof` says yes to every ApiObject: cdk8s has it that way. */
  public static isRendered(construct: IConstruct): construct is RenderedObject {
    return RenderedObject.rendered.has(construct);
  }

  private static readonly rendered = new WeakSet<IConstruct>();

  private content: Manifest;
  private isToTheLetter: boolean;
  private readonly usersPatches: JsonPatch[] = [];

  public constructor(scope: Construct, id: string, content: Manifest, { _kubernetesObjects: objects }: Rendering) {
    const { apiVersion, kind, metadata: { name, namespace } } = content;
    super(scope, id, { apiVersion, kind, metadata: { name, namespace: namespace as string | undefined } });
    this.content = content;
    this.isToTheLetter = objects?.corrections === false;
    RenderedObject.rendered.add(this);
  }

  public override addJsonPatch(...patches: JsonPatch[]): void {
    this.usersPatches.push(...patches);
  }

  public override toJson(): unknown {
    const content = this.isToTheLetter ? this.content : this.completed();
    try {
      return JsonPatch.apply(copyJson(content), ...this.usersPatches);
    } catch (error) {
      throw new Error(`Failed serializing construct at path '${this.node.path}' with name '${this.name}': ${String(error)}`);
    }
  }

  /**
   * What a user gave to this object; not what its chart gives to all.
   * @internal
   */
  public get _given(): GivenMetadata {
    const { labels, annotations } = this.metadata.toJson() as GivenMetadata;
    const ofChart = this.chart.labels;
    return { labels: Object.fromEntries(Object.entries(labels ?? {}).filter(([name, value]) => ofChart[name] !== value)), annotations };
  }

  /** @internal */
  public _update(content: Manifest, { _kubernetesObjects: objects }: Rendering): void {
    this.content = content;
    this.isToTheLetter = objects?.corrections === false;
  }

  private completed(): Manifest {
    const given = this.metadata.toJson() as JsonObject;
    const { labels: _labels, annotations: _annotations, namespace: _namespace, ...further } = given;
    const completed = withMetadata(this.content, { labels: asObject(given.labels), annotations: asObject(given.annotations) });
    const fields = Object.keys(further).filter((field) => !Object.hasOwn(completed.metadata, field));
    if (fields.length === 0) return completed;
    return { ...completed, metadata: { ...completed.metadata, ...Object.fromEntries(fields.map((field) => [field, further[field]])) } } as Manifest;
  }
}

/**
 * The objects that are written in place of a custom resource, as children of their owner.
 *
 * What they are depends on the whole app, so they are brought up to date when it is synthesized: every way to do so validates first,
 * or asks for dependencies.
 */
export class RenderedObjects {
  private readonly objects = new Map<string, RenderedObject>();
  private isPassingOn = false;

  public constructor(private readonly owner: Construct, private readonly render: () => Rendered) {
    const roots = () => {
      this.synchronise(this.render());
      return [owner];
    };
    Dependable.implement(owner, { get dependencyRoots() { return roots(); } });
  }

  /** Adds, changes and removes objects; those that stay keep the patches that a user gave them. */
  public synchronise({ manifests, rendering }: Rendered): RenderedObject[] {
    const wanted = new Map(manifests.map((manifest) => [idOf(manifest), manifest]));
    for (const id of this.objects.keys()) {
      if (wanted.has(id)) continue;
      this.owner.node.tryRemoveChild(id);
      this.objects.delete(id);
    }
    const objects = [...wanted].map(([id, manifest]) => {
      const known = this.objects.get(id);
      known?._update(manifest, rendering);
      const object = known ?? new RenderedObject(this.owner, id, manifest, rendering);
      this.objects.set(id, object);
      return object;
    });
    if (objects.length > 0) this.passOnDependencies(objects);
    return objects;
  }

  /** cdk8s looks at what the owner and its custom resource depend on before these objects are there. */
  private passOnDependencies(objects: readonly RenderedObject[]): void {
    // What depends on itself in a circle is told by cdk8s.
    if (this.isPassingOn) return;
    this.isPassingOn = true;
    try {
      const { node } = this.owner;
      const chart = Chart.of(this.owner);
      const needed = [node, ...node.defaultChild ? [node.defaultChild.node] : []].flatMap(({ dependencies }) => dependencies)
        .flatMap((dependency) => dependency.node.findAll()).filter(ApiObject.isApiObject)
        .filter((object) => object.chart === chart && !object.node.scopes.includes(this.owner));
      if (needed.length > 0) objects.forEach((object) => object.node.addDependency(...needed));
    } finally {
      this.isPassingOn = false;
    }
  }

  /** What a user gave to the metadata of objects that exist already, by kind and name. */
  public get given(): ReadonlyArray<{ readonly object: string } & GivenMetadata> {
    return [...this.objects.values()].map((object) => ({ object: `${object.kind} ${object.name}`, ...object._given }));
  }
}

/** Puts a child that was taken away back to its parent, for which the library constructs has nothing public. */
export function putBack({ node }: IConstruct, child: IConstruct): void {
  const { id } = child.node;
  if (node.tryFindChild(id) === undefined) (node as unknown as { addChild(child: IConstruct, name: string): void }).addChild(child, id);
}

function idOf({ apiVersion, kind, metadata: { namespace, name } }: Manifest): string {
  return [kind, apiVersion, namespace, name].join(' ').replaceAll('/', '.');
}
