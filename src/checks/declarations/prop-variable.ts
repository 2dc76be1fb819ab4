import { declaredAt, WorkflowDeclaration } from './declaration';
import { LocatedFinding } from '../../findings/place';
import { quote } from '../../findings/words';
import { groupBy } from '../../json/group-by';
import { asList, asObject } from '../../json/lenient';
import { WorkflowResource } from '../../model/resource';
import { variableOf } from '../../properties/environment-names';
import { found } from '../../rules/found';

/** A property in a Secret comes down to a variable that is there twice. */
export function sameVariable({ where, secretProperties }: WorkflowDeclaration, { spec }: WorkflowResource): LocatedFinding[] {
  const env = asList(spec.podTemplate?.container?.env).map((entry) => asObject(entry).name);
  return [...groupBy(secretProperties, variableOf)].flatMap(([variable, names]) => {
    const places = [...env.keys()].filter((i) => env[i] === variable);
    return places.length < 2 ? [] : [found('SF-PROP-VARIABLE', declaredAt(where), {
      path: ['spec', 'podTemplate', 'container', 'env', places[1] ?? 0],
      given: `the variable ${variable}, to which the property ${quote(names.at(-1))} comes down, a second time`,
      allowed: 'one value for an environment variable: the container would get the last',
      fix: 'take away the other one, or give the property another name',
    })];
  });
}
