import { Check, PlatformSubject, Rule, WorkflowSubject } from './check';
import { yaml } from './example';
import { Severity } from '../findings/finding';
import { list, quote } from '../findings/words';
import { expand } from '../go/properties-expansion';
import { isFailure } from '../json/failure';
import { workflowModel } from '../model/workflow';
import { discoveryUriIn } from '../properties/discovery';
import { managedProperties } from '../properties/managed-properties';
import { PropertySource } from '../properties/property-entry';
import { userProperties } from '../properties/user-properties';

const OVERRIDDEN: Rule = {
  id: 'SF-PROP-OVERRIDDEN',
  severity: Severity.WARNING,
  title: 'A property that another one overrides',
  why: 'The operator\'s properties win over the platform\'s, and both over the user\'s file: the value that was written is not the one in force.',
  wrong: yaml`
    kind: SonataFlow
    metadata:
      name: greet
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: greet-props
    data:
      application.properties: |
        quarkus.http.port=9090
  `,
  right: yaml`
    kind: SonataFlow
    metadata:
      name: greet
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: greet-props
    data:
      application.properties: |
        greeting.language=en
  `,
};

const userOverridden: Check<WorkflowSubject> = {
  ...OVERRIDDEN,
  check: ({ landscape, workflow }) => {
    const users = userProperties(workflow);
    if (isFailure(users) || users.entries.length === 0) return [];
    const managed = new Map(managedProperties(landscape, workflow).map((entry) => [entry.name, entry]));
    return users.entries.flatMap(({ name, value }) => {
      const winner = managed.get(name);
      // What discovery puts in the place of an expression is what was asked for.
      if (!winner || winner.value === value || winner.source === PropertySource.DISCOVERY) return [];
      return [{
        given: `${name}=${quote(value)} in the ConfigMap ${workflow.userConfigMapName}`,
        allowed: `${quote(winner.value)} is in force (${winner.reason})`,
        fix: 'take the property out; an environment variable of its name would win',
      }];
    });
  },
};

const platformOverridden: Check<PlatformSubject> = {
  ...OVERRIDDEN,
  check: ({ landscape, resource }) => {
    const properties = resource.spec.properties?.flow ?? [];
    if (properties.length === 0) return [];
    const workflows = landscape.workflows.map((workflow) => workflowModel(landscape, workflow)).filter(({ platform }) => platform === resource)
      .map((workflow) => ({ name: workflow.name, managed: new Map(managedProperties(landscape, workflow).map((entry) => [entry.name, entry])) }));
    return properties.flatMap(({ name }, i) => {
      const overriding = workflows.filter(({ managed }) => {
        const source = managed.get(name)?.source;
        return source !== undefined && source !== PropertySource.PLATFORM && source !== PropertySource.DISCOVERY;
      });
      if (overriding.length === 0) return [];
      return [{
        field: `spec.properties.flow[${i}]`,
        given: `${name}, which the operator sets for ${list(overriding.map((workflow) => quote(workflow.name)))}`,
        allowed: `${quote(overriding[0].managed.get(name)!.value)} is in force there`,
        fix: 'take the property out',
      }];
    });
  },
};

const secret: Check<PlatformSubject> = {
  id: 'SF-PROP-SECRET',
  severity: Severity.WARNING,
  title: 'A property of the platform from a Secret',
  why: 'The operator copies the value in clear into the ConfigMap of each workflow.',
  correction: 'secretProperties',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      properties:
        flow:
          - name: mail.password
            valueFrom:
              secretKeyRef: {name: mail, key: password}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        container:
          env:
            - name: MAIL_PASSWORD
              valueFrom:
                secretKeyRef: {name: mail, key: password}
  `,
  check: ({ resource: { spec } }) => (spec.properties?.flow ?? []).flatMap(({ name, value, valueFrom }, i) => {
    const key = value ? undefined : valueFrom?.secretKeyRef;
    return key ? [{
      field: `spec.properties.flow[${i}].valueFrom.secretKeyRef`,
      given: `${name} from the Secret ${quote(key.name)}`,
      allowed: 'its value goes in clear into a ConfigMap of each workflow',
      fix: 'give it to the workflows that need it as an environment variable: podTemplate.container.env with secretKeyRef',
    }] : [];
  }),
};

const DROPPED: Rule = {
  id: 'SF-PROP-DROPPED',
  severity: Severity.ERROR,
  title: 'A ${…} in a property that is circular or has no end',
  why: 'The operator drops such a property of the platform without a word. In the user\'s file it turns service discovery off for all properties.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      properties:
        flow:
          - name: base.url
            value: http://\${host
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      properties:
        flow:
          - name: base.url
            value: http://\${host}
  `,
};

const platformDropped: Check<PlatformSubject> = {
  ...DROPPED,
  check: ({ resource }) => {
    const taken = new Map<string, string>();
    return (resource.spec.properties?.flow ?? []).flatMap(({ name, value }, i) => {
      if (!value) return [];
      const expanded = expand(name, value, new Map(taken).set(name, value));
      if (!isFailure(expanded)) {
        taken.set(name, value);
        return [];
      }
      return [{
        field: `spec.properties.flow[${i}].value`,
        given: `${name}=${quote(value)}: ${expanded.reason}`,
        allowed: 'a ${…} that ends and that does not lead back to itself; else the property is dropped',
        fix: 'close the expression, or name another property in it',
      }];
    });
  },
};

const userDropped: Check<WorkflowSubject> = {
  ...DROPPED,
  check: ({ workflow }) => {
    const users = userProperties(workflow);
    return isFailure(users) ? [{
      given: `application.properties of the ConfigMap ${workflow.userConfigMapName}: ${users.reason}`,
      allowed: 'a file that the operator can read; else it discovers no service for any property of it',
      fix: 'correct the line',
    }] : [];
  },
};

const discovery: Check<WorkflowSubject> = {
  id: 'SF-PROP-DISCOVERY',
  severity: Severity.INFORMATION,
  title: 'Service discovery where no operator looks (only when Kubernetes objects are rendered)',
  why: 'The operator looks the address up in the cluster. A rendering knows only the objects that it was shown.',
  wrong: yaml`
    kind: SonataFlow
    metadata:
      name: greet
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: greet-props
    data:
      application.properties: |
        orders.url=\${kubernetes:services.v1/orders}
  `,
  right: yaml`
    kind: SonataFlow
    metadata:
      name: greet
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: greet-props
    data:
      application.properties: |
        orders.url=http://orders
  `,
  check: ({ landscape, target, workflow }) => {
    const users = target === 'kubernetesObjects' ? userProperties(workflow) : undefined;
    if (!users || isFailure(users)) return [];
    const asking = users.entries.filter(({ name, value }) => discoveryUriIn(name, value));
    if (asking.length === 0) return [];
    const managed = new Map(managedProperties(landscape, workflow).map((entry) => [entry.name, entry]));
    return asking.filter(({ name }) => !managed.has(name)).map(({ name, value }) => ({
      given: `${name}=${quote(value)} in the ConfigMap ${workflow.userConfigMapName}`,
      allowed: 'an address that can be found among what is declared: nobody looks in the cluster',
      fix: 'write the address, or declare the object that has it',
    }));
  },
};

export const PLATFORM_PROPERTY_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [platformOverridden, secret, platformDropped];
export const WORKFLOW_PROPERTY_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [userOverridden, userDropped, discovery];
