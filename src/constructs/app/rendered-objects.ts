import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct, Dependable, IConstruct } from 'constructs';
import { copyJson } from '../../json/json';
import { Manifest } from '../../manifests/parts/manifest';

/** An object that the operator would have made. It goes out as it is rendered: without labels of the chart, nulls and odd keys included. */
export class RenderedObject extends ApiObject {
  /** `instanceof` says yes to every ApiObject: cdk8s has it that way. */
  public static isRendered(construct: IConstruct): boolean {
    return RenderedObject.rendered.has(construct);
  }

  private static readonly rendered = new WeakSet<IConstruct>();

  private content: Manifest;
  private readonly usersPatches: JsonPatch[] = [];

  public constructor(scope: Construct, id: string, content: Manifest) {
    const { apiVersion, kind, metadata: { name, namespace } } = content;
    super(scope, id, { apiVersion, kind, metadata: { name, namespace: namespace as string | undefined } });
    this.content = content;
    RenderedObject.rendered.add(this);
  }

  public override addJsonPatch(...patches: JsonPatch[]): void {
    this.usersPatches.push(...patches);
  }

  public override toJson(): unknown {
    return JsonPatch.apply(copyJson(this.content), ...this.usersPatches);
  }

  /** @internal */
  public _update(content: Manifest): void {
    this.content = content;
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

  public constructor(private readonly owner: Construct, private readonly render: () => readonly Manifest[]) {
    const roots = () => {
      this.synchronise(this.render());
      return [owner];
    };
    Dependable.implement(owner, { get dependencyRoots() { return roots(); } });
  }

  /** Adds, changes and removes objects; those that stay keep the patches that a user gave them. */
  public synchronise(manifests: readonly Manifest[]): RenderedObject[] {
    const wanted = new Map(manifests.map((manifest) => [idOf(manifest), manifest]));
    for (const id of this.objects.keys()) {
      if (wanted.has(id)) continue;
      this.owner.node.tryRemoveChild(id);
      this.objects.delete(id);
    }
    return [...wanted].map(([id, manifest]) => {
      const known = this.objects.get(id);
      known?._update(manifest);
      const object = known ?? new RenderedObject(this.owner, id, manifest);
      this.objects.set(id, object);
      return object;
    });
  }
}

function idOf({ apiVersion, kind, metadata: { namespace, name } }: Manifest): string {
  return [kind, apiVersion, namespace, name].join(' ').replaceAll('/', '.');
}
