import { ApiObject, App, ResolutionContext } from 'cdk8s';
import { FieldPath } from '../../json/field-path';
import { heldFlow, HeldFlow } from '../../model/flow-definition/held-flow';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';
import { Resolve } from '../../workflow-definition/plain-values';
import { DefinitionParts } from '../../workflow-definition/read-definition';
import { WorkflowDefinition } from '../../workflow-definition/workflow-definition';

/** What is written of a definition into the custom resource. */
export interface Written extends HeldFlow {
  readonly parts: DefinitionParts;
}

/** The flow of a custom resource: what is known late is asked for each time. */
export class WrittenFlow {
  private last?: Written & { readonly operator: OperatorBehaviour };

  /** @param inImage the definition itself is in the image, so that the custom resource may hold less */
  public constructor(
    private readonly definition: WorkflowDefinition,
    private readonly apiObject: () => ApiObject,
    private readonly operator: () => OperatorBehaviour,
    public readonly inImage: boolean,
  ) { }

  public written(): Written {
    const parts = this.definition._parts((value, path) => resolved(this.apiObject(), value, path));
    if (!this.inImage) return { parts, flow: parts.flow, leftOut: [] };
    const operator = this.operator();
    if (this.last?.parts !== parts || this.last.operator !== operator) this.last = { parts, operator, ...heldFlow(parts.flow, operator) };
    return this.last;
  }
}

/** As cdk8s resolves the properties of an object. */
function resolved(apiObject: ApiObject, value: unknown, path: FieldPath): ReturnType<Resolve> {
  if (value === null || value === undefined) return value;
  for (const resolver of App.of(apiObject).resolvers) {
    const context = new ResolutionContext(apiObject, ['spec', 'flow', ...path.map(String)], value);
    resolver.resolve(context);
    if (context.replaced) return context.replacedValue === value ? value : resolved(apiObject, context.replacedValue, path);
  }
  return value;
}
