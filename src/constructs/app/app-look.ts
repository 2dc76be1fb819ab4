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
  private validated?: AppObjects;
  private synth?: { objects?: AppObjects };

  private constructor() { }

  /** What is looked at, also by what cdk8s writes straight behind a validation; nothing between two looks. */
  public get objects(): AppObjects | undefined {
    return this.inUse ?? this.validated;
  }

  /** Computes something once for a look; outside of one, each time. */
  public once<T>(what: unknown, compute: () => T): T {
    // Not what was validated: whoever asks a construct straight behind it may have changed something.
    const objects = this.inUse ?? this.synth?.objects;
    return objects ? objects.once(what, compute) : compute();
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

  /** A synth of the app is one look, although cdk8s validates the app anew for each chart. */
  public duringSynth<T>(synth: () => T): T {
    const before = this.synth;
    this.synth = {};
    try {
      return synth();
    } finally {
      this.synth = before;
      this.validated = undefined;
    }
  }

  /** A validation of the app, and what cdk8s writes straight behind it, is one look as well. */
  public beginValidation(make: () => AppObjects): AppObjects {
    if (this.synth) return this.validated = this.synth.objects ??= make();
    const objects = this.validated = make();
    queueMicrotask(() => {
      if (this.validated === objects) this.validated = undefined;
    });
    return objects;
  }
}
