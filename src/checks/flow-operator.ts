import { Check, Rule, Violation, WorkflowSubject } from './check';
import { yaml } from './example';
import { Severity } from '../findings/finding';
import { quote } from '../findings/words';
import { fieldName, FieldPath } from '../json/field-path';
import { asList, asObject } from '../json/lenient';
import { WorkflowProfile } from '../values/workflow-profile';
import { changedNumbers, FlowNumber } from '../workflow-definition/flow-numbers';
import { neededFiles } from '../workflow-definition/flow-references';

const inFlow = (path: FieldPath) => fieldName(['spec', 'flow', ...path]);

const spec: Check<WorkflowSubject> = {
  id: 'SF-FLOW-SPEC',
  severity: Severity.WARNING,
  title: 'A file or subflow that no resource provides',
  why: 'The operator builds the workflow with the ConfigMaps of spec.resources alone; without the file the build fails.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        functions:
          - {name: order, operation: 'specs/orders.yaml#placeOrder'}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        functions:
          - {name: order, operation: 'specs/orders.yaml#placeOrder'}
      resources:
        configMaps:
          - configMap: {name: order-specs}    # has the key orders.yaml
            workflowPath: specs
  `,
  check: ({ landscape, workflow, resource: { spec: { flow, resources } } }) => {
    if (workflow.profile === WorkflowProfile.GITOPS) return [];
    const folders = (resources?.configMaps ?? []).map(({ configMap, workflowPath = '' }) => {
      const known = landscape.object('ConfigMap', workflow.namespace, configMap.name);
      return { path: cleanPath(workflowPath), files: known && [...Object.keys(asObject(known.data)), ...Object.keys(asObject(known.binaryData))] };
    });
    // A ConfigMap that nobody showed is taken to have what is looked for.
    const provides = (name: string) => folders.some(({ path, files }) => {
      const [, folder, file] = /^(?:(.*)\/)?([^/]*)$/.exec(cleanPath(name)) ?? [];
      return path === (folder ?? '') && (!files || files.includes(file));
    });
    const hasFlows = folders.some(({ files }) => !files || files.some((file) => /\.sw\.(json|ya?ml)$/.test(file)));
    return neededFiles(flow).filter(({ name, subflow }) => subflow ? !hasFlows : !provides(name)).map(({ name, path, subflow }) => ({
      field: inFlow(path),
      given: subflow ? `the subflow ${quote(name)}` : quote(name),
      allowed: `${subflow ? 'a workflow' : 'a file'} that a ConfigMap of spec.resources.configMaps has`,
      fix: subflow ? 'add a ConfigMap with its .sw.json or .sw.yaml' : 'add a ConfigMap with the file, and its folder as workflowPath',
    }));
  },
};

function cleanPath(path: string): string {
  return path.split('/').filter((part) => part !== '' && part !== '.').join('/');
}

/** What the operator writes back in another form, which the API server refuses. */
function writtenBack(rule: Rule, field: 'retries' | 'constants', fix: string): Check<WorkflowSubject> {
  return {
    ...rule,
    correction: 'operatorStops',
    check: ({ landscape, workflow, resource: { spec: { flow } } }) => {
      const given = Array.isArray(flow[field]) ? asList(flow[field]) : Object.keys(asObject(flow[field]));
      if (!landscape.operator.writesFlowsBack || workflow.profile === WorkflowProfile.DEV || given.length === 0) return [];
      return [{
        field: inFlow([field]),
        given: `${field} outside the profile dev`,
        allowed: 'nothing: the API server refuses how the operator writes the custom resource back, and nothing is deployed',
        fix,
      }];
    },
  };
}

const retries = writtenBack({
  id: 'SF-FLOW-RETRIES',
  severity: Severity.ERROR,
  title: 'Retries outside the profile dev',
  why: 'The operator writes the custom resource back when it adds its finalizer, and then a retry has a jitter that is a number. The CRD wants an object there, so '
    + 'the update is refused: nothing is deployed, and nothing says so.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        retries:
          - {name: thrice, maxAttempts: 3, delay: PT10S}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        errors:
          - {name: unavailable, code: '503'}
        states:
          - name: Greet
            type: inject
            data: {}
            onErrors:
              - {errorRef: unavailable, end: true}
            end: true
  `,
}, 'retries', 'write the flow without retries: take an error\'s way by onErrors, or let the service that is called retry');

export const FLOW_CONSTANTS: Rule = {
  id: 'SF-FLOW-CONSTANTS',
  severity: Severity.ERROR,
  title: 'Constants in a flow',
  why: 'The CRD takes base64 texts only. Outside the profile dev even those end in an update of the operator\'s that the API server refuses: nothing is deployed.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        constants: {limit: 10}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Constants, type: inject, data: {limit: 10}, end: true}
  `,
};

const constants = writtenBack(FLOW_CONSTANTS, 'constants', 'put the values into the data of an inject state at the start of the flow, or into application properties');

const numbers: Check<WorkflowSubject> = {
  id: 'SF-FLOW-NUMBER',
  severity: Severity.WARNING,
  title: 'A number that the operator changes',
  why: 'The operator writes the flow anew: fractions keep six decimals, and integers beyond 32 bits become fractions. The flow that runs is not the one that was written.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Rate, type: inject, data: {rate: 0.0000001}, end: true}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Rate, type: inject, data: {rate: '0.0000001'}, end: true}
  `,
  // In gitops the flow is in the image.
  check: ({ workflow: { profile }, resource: { spec: { flow } } }) => profile === WorkflowProfile.GITOPS ? [] : changedNumbers(flow).map(changed),
};

function changed({ value, path }: FlowNumber): Violation {
  return {
    field: inFlow(path),
    given: String(value),
    allowed: `it becomes ${value.toFixed(6)}`,
    fix: 'write it as a text and let an expression turn it into a number: (.rate | tonumber)',
  };
}

/** Rules about what the operator does with a flow that is right in itself. */
export const FLOW_OPERATOR_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [spec, retries, constants, numbers];
