import { IConstruct } from 'constructs';
import { JsonObject } from '../../../json/json';
import { CustomResource, toResource } from '../../../model/resource';
import { SchemaProblem } from '../../../validation/problem';
import { judge, SchemaVerdict } from '../../../validation/schema';
import { OperatorBehaviour } from '../../../values/operator/operator-behaviour';
import { AppLook } from '../app-look';

/** A custom resource as the API server keeps it, and what the API server says to it. */
export interface JudgedResource<R> {
  readonly resource: R;
  /** What the CRD's schema refuses, and the fields that it does not know. */
  readonly problems: readonly SchemaProblem[];
}

/** Whatever writes a custom resource, such as an `ApiObject`. */
export interface Writer {
  readonly metadata: { toJson(): unknown };
  toJson(): unknown;
}

/** The custom resource of a construct, patches included; judged anew only when it has changed. */
export class WireResource<R extends CustomResource> {
  private last?: JudgedResource<R> & { readonly object: JsonObject; readonly crds: OperatorBehaviour['crds'] };

  public constructor(
    private readonly owner: IConstruct,
    private readonly writer: Writer,
    private readonly operator: () => OperatorBehaviour,
    private readonly emptySpec: () => JsonObject = () => ({}),
  ) { }

  public judged(): JudgedResource<R> {
    return AppLook.of(this.owner).once(this, () => this.judgedNow());
  }

  private judgedNow(): JudgedResource<R> {
    const object = this.writer.toJson() as JsonObject;
    const { crds } = this.operator();
    if (this.last?.crds !== crds || JSON.stringify(this.last.object) !== JSON.stringify(object)) {
      const verdict = judge(crds, object);
      const resource = toResource(this.usable(verdict), { locate: () => ({ where: this.owner.node.path }) }, { refused: isRefused(verdict) }) as R;
      this.last = { object, crds, resource, problems: verdict.problems };
    }
    return this.last;
  }

  /** What the API server refuses never gets to the operator, and need not have the shape that the model expects. */
  private usable(verdict: SchemaVerdict): JsonObject {
    const { writtenBack: object } = verdict;
    return isRefused(verdict) ? { ...object, metadata: this.writer.metadata.toJson() as JsonObject, spec: this.emptySpec() } : object;
  }
}

function isRefused({ problems }: SchemaVerdict): boolean {
  return problems.some(({ kind }) => kind === 'invalid');
}
