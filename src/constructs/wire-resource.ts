import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { CustomResource, toResource } from '../model/resource';
import { judge, SchemaProblem } from '../validation/schema';
import { OperatorBehaviour } from '../values/operator-behaviour';

interface Judged<R> {
  readonly key: string;
  readonly resource: R;
  readonly problems: readonly SchemaProblem[];
}

/** The custom resource of a construct as the API server keeps it, patches included; judged anew only when it has changed. */
export class WireResource<R extends CustomResource> {
  private judged?: Judged<R>;

  public constructor(
    private readonly owner: IConstruct,
    private readonly apiObject: ApiObject,
    private readonly operator: () => OperatorBehaviour,
  ) { }

  public get resource(): R {
    return this.current().resource;
  }

  /** What the CRD's schema refuses, and the fields that it does not know. */
  public get problems(): readonly SchemaProblem[] {
    return this.current().problems;
  }

  private current(): Judged<R> {
    const object = this.apiObject.toJson();
    const { crds } = this.operator();
    const key = `${crds} ${JSON.stringify(object)}`;
    if (this.judged?.key !== key) {
      const verdict = judge(crds, object);
      this.judged = {
        key,
        resource: toResource(verdict.object, { locate: () => this.owner.node.path }) as R,
        problems: verdict.problems,
      };
    }
    return this.judged;
  }
}
