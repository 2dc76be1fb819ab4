import { IConstruct } from 'constructs';
import { AppObjects } from './app-objects';

/**
 * One look at an app: what is looked up or computed stays the same as long as something is computed from it, and no longer, since everything
 * may change before the next.
 *
 * @see docs/decisions/one-synth-one-look.md
 */
export class AppLook {
  public static of(construct: IConstruct): AppLook {
    const { root } = construct.node;
    let look = AppLook.looks.get(root);
    if (!look) AppLook.looks.set(root, look = new AppLook());
    return look;
  }

  private static readonly looks = new WeakMap<IConstruct, AppLook>();

  private inUse?: AppObjects;
  private written?: { objects?: AppObjects };

  private constructor() { }

  /** What is looked at; nothing between two looks. */
  public get objects(): AppObjects | undefined {
    return this.inUse ?? this.written?.objects;
  }

  /** Computes something once for a look; outside of one, each time. */
  public once<T>(what: unknown, compute: () => T): T {
    return this.objects ? this.objects.once(what, compute) : compute();
  }

  /** What is computed comes from these objects. */
  public during<T>(objects: AppObjects, compute: () => T): T {
    const before = this.inUse;
    this.inUse = objects;
    try {
      return compute();
    } finally {
      this.inUse = before;
    }
  }

  /** To write the app, or a chart of it, is one look, although cdk8s validates the app anew for each chart. */
  public whileWritten<T>(write: () => T): T {
    if (this.written) return write();
    this.written = {};
    try {
      return write();
    } finally {
      this.written = undefined;
    }
  }

  /** What is written begins with a validation of the app; one of somebody's own is a look of its own. */
  public beginValidation(make: () => AppObjects): AppObjects {
    return this.written ? this.written.objects ??= make() : make();
  }
}
