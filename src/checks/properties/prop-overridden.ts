import { list, quote } from '../../findings/words';
import { isFailure } from '../../json/failure';
import { workflowModel } from '../../model/workflow';
import { managedProperties, propertiesOverPlatform } from '../../properties/managed-properties';
import { PropertyEntry, PropertySource } from '../../properties/property-entry';
import { userProperties } from '../../properties/user-properties';
import { RuleId } from '../../rules/rules';
import { Check, PlatformSubject, WorkflowSubject } from '../check';

/**
 * The operator's properties win over the platform's, and both over the user's file: the value that was written is
 * not the one in force.
 */
const OVERRIDDEN: RuleId = 'SF-PROP-OVERRIDDEN';

export const userPropOverridden: Check<WorkflowSubject> = {
  rule: OVERRIDDEN,
  check: ({ landscape, workflow }) => {
    const users = userProperties(workflow);
    if (isFailure(users) || users.entries.length === 0) return [];
    const managed = new Map(managedProperties(landscape, workflow).map((entry) => [entry.name, entry]));
    return users.entries.flatMap(({ name, value }) => {
      const winner = managed.get(name);
      // What discovery puts in the place of an expression is what was asked for.
      if (!winner || winner.value === value || winner.source === PropertySource.DISCOVERY) return [];
      return [{
        given: `${name} in the ConfigMap ${workflow.userConfigMapName}`,
        allowed: `${shown(winner)} is in force (${winner.reason})`,
        fix: 'take the property out; an environment variable of its name would win',
      }];
    });
  },
};

/** What somebody else than the operator wrote may be a secret. */
function shown({ source, value }: PropertyEntry): string {
  return source === PropertySource.PLATFORM ? 'another value' : quote(value);
}

export const platformPropOverridden: Check<PlatformSubject> = {
  rule: OVERRIDDEN,
  check: ({ landscape, resource }) => {
    const properties = resource.spec.properties?.flow ?? [];
    if (properties.length === 0) return [];
    const workflows = landscape.workflowsIn(resource.metadata.namespace).map((workflow) => workflowModel(landscape, workflow))
      .filter(({ platform }) => platform === resource)
      .map((workflow) => ({ name: workflow.name, winners: propertiesOverPlatform(landscape, workflow) }));
    return properties.flatMap(({ name }, i) => {
      const overriding = workflows.flatMap(({ name: workflow, winners }) => {
        const winner = winners.get(name);
        return !winner || winner.source === PropertySource.DISCOVERY ? [] : [{ workflow, winner }];
      });
      const [first] = overriding;
      if (!first) return [];
      return [{
        path: ['spec', 'properties', 'flow', i],
        given: `${name}, which the operator sets for ${list(overriding.map(({ workflow }) => quote(workflow)))}`,
        allowed: `${quote(first.winner.value)} is in force there`,
        fix: 'take the property out',
      }];
    });
  },
};
