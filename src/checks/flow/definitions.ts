import { flowDiffers } from './flow-differs';
import { LocatedFinding } from '../../findings/place';
import { groupBy } from '../../json/group-by';
import { Landscape } from '../../model/landscape';
import { found } from '../../rules/found';
import { LoadedDocument } from '../../yaml/yaml';

/** A definition, and what is found about it. */
export interface JudgedDefinition {
  readonly definition: LoadedDocument;
  readonly findings: readonly LocatedFinding[];
}

/**
 * The findings about the definitions and about a landscape. A definition and a custom resource of one id are one workflow: what is found of both is
 * told of the definition, and so is where they differ.
 */
export function withDefinitions(landscape: Landscape, judged: readonly JudgedDefinition[], findings: readonly LocatedFinding[]): LocatedFinding[] {
  const own = judged.flatMap((one) => one.findings);
  if (judged.length === 0) return [...findings];
  const workflows = groupBy(landscape.workflows.filter(({ context }) => !context), ({ metadata }) => metadata.name);
  const told = new Set<string>();
  const differences: LocatedFinding[] = [];
  for (const { definition, findings: ofDefinition } of judged) {
    for (const resource of workflows.get(String(definition.object.id)) ?? []) {
      const { namespace, name } = resource.metadata;
      for (const { rule, field } of ofDefinition) told.add(`${namespace}/${name} ${rule} ${field ?? ''}`);
      const difference = flowDiffers(definition, resource, landscape.operator);
      if (difference) differences.push(found('SF-FLOW-DIFFERS', resource.origin, difference));
    }
  }
  const others = findings.filter(({ rule, field, object }) => !(object && told.has(`${object.namespace}/${object.name} ${rule} ${inDefinition(field)}`)));
  return [...own, ...differences, ...others];
}

/** What a field of a custom resource is called in a definition. */
function inDefinition(field = ''): string {
  return field === 'metadata.name' ? 'id' : field.replace(/^spec\.flow\.?/, '');
}
