import { isFailure } from '../../json/failure';
import { discoveryUriIn } from '../../properties/discovery/discovery';
import { managedProperties } from '../../properties/managed-properties';
import { userProperties } from '../../properties/user-properties';
import { Check, WorkflowSubject } from '../check';

/** The operator looks the address up in the cluster. A rendering knows only the objects that it was shown. */
export const propDiscovery: Check<WorkflowSubject> = {
  rule: 'SF-PROP-DISCOVERY',
  check: ({ landscape, target, workflow }) => {
    const users = target === 'kubernetesObjects' ? userProperties(workflow) : undefined;
    if (!users || isFailure(users)) return [];
    const asking = users.entries.filter(({ name, value }) => discoveryUriIn(name, value));
    if (asking.length === 0) return [];
    const managed = new Map(managedProperties(landscape, workflow).map((entry) => [entry.name, entry]));
    return asking.filter(({ name }) => !managed.has(name)).map(({ name }) => ({
      given: `${name}, which asks for an address, in the ConfigMap ${workflow.userConfigMapName}`,
      allowed: 'an address that can be found among what is declared: nobody looks in the cluster',
      fix: 'write the address, or declare the object that has it',
    }));
  },
};
